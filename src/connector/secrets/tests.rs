//! Secrets are found, stand-ins are not. Every key here is made up, and put together at run time
//! so that no other scanner stumbles over this file.

use super::*;

/// Random letters, the same ones at every run.
fn letters(count: usize) -> String {
    let alphabet = b"abdfghjkmnpqrtvwxyzABDFGHJKLMNPQRTVWXYZ2345678923456789";
    let mut state = 42_usize;
    (0..count)
        .map(|_| {
            state = (state * 1_103_515_245 + 12_345) % (1 << 31);
            char::from(alphabet[(state >> 8) % alphabet.len()])
        })
        .collect()
}

fn kinds(text: &str) -> Vec<&'static str> {
    scan(text).into_iter().map(|suspect| suspect.kind).collect()
}

#[test]
fn known_kinds_are_found_and_cut_out_exactly() {
    let token = letters(36);
    let key = ["ghp_", &token].concat();
    let text = format!("before \"{key}\" after");
    let found = scan(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, key);
    assert_eq!(&text[found[0].span.start..found[0].span.end], key);
    assert_eq!(kinds(&format!("x AKIA{} y", letters(16).to_uppercase())), ["an AWS access key"]);
    assert_eq!(kinds(&format!("x AKIA{} y", letters(17).to_uppercase())), [""; 0]);
    assert_eq!(kinds(&format!("xAKIA{} y", letters(16).to_uppercase())), [""; 0]);
    assert_eq!(kinds(&format!("(sk_live_{})", letters(16))), ["a live Stripe key"]);
    assert_eq!(kinds(&format!("(sk_live_{})", letters(15))), [""; 0]);
    let account = format!("AccountName=contoso;AccountKey={}==;", letters(86));
    let found = scan(&account);
    assert_eq!(found[0].text, format!("{}==", letters(86)));
}

#[test]
fn client_secrets_of_entra_are_known_by_their_middle() {
    let secret = format!("A2~8Q~{}-{}", letters(20), letters(13));
    let found = scan(&format!("client_secret={secret}&scope=x"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, &found[0].text), ("a client secret of Microsoft Entra", &secret));
    for harmless in [
        format!("A2~8Q~{}", letters(30)),
        format!("A2~8Q~{}", letters(35)),
        format!("A2~xQ~{}", letters(34)),
        format!("A2~8Q~{}", "your-secret-".repeat(3)),
    ] {
        assert_eq!(kinds(&format!("\"value\": \"{harmless}\"")), [""; 0], "{harmless}");
    }
}

#[test]
fn random_letters_need_a_credential_word_on_their_line() {
    let value = letters(24);
    for text in [
        format!("\"password\": \"{value}\""),
        format!("Ocp-Apim-Subscription-Key: {value}"),
        format!("https://contoso.com/invoices?api_key={value}"),
        format!("https://contoso.azurewebsites.net/api/list?code={value}"),
        format!("Server=sql.contoso.com;User ID=sa;Password={value};Encrypt=True"),
        format!("Authorization: Basic {value}"),
        format!("mongodb://contoso:{value}@db.contoso.com/orders"),
    ] {
        let found = scan(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].text, value, "{text}");
    }
    assert_eq!(kinds(&format!("\"name\": \"{value}\"")), [""; 0]);
    assert_eq!(kinds(&format!("https://contoso.com: {value}@contoso.com")), [""; 0]);
    assert_eq!(kinds(&format!("\"password\":\n\"{value}\"")), [""; 0]);
    assert_eq!(kinds(&format!("\"password\": \"{}\"", letters(19))), [""; 0]);
}

#[test]
fn stand_ins_and_names_are_no_secrets() {
    for text in [
        "api_key=YOUR_API_KEY_1234_5678_9012",
        "\"secret\": \"3fa85f64-5717-4562-b3fc-2c963f66afa6\"",
        "\"password\": \"the-password-of-the-user-of-contoso\"",
        "\"apiKey\": \"#/definitions/ApiKeyResponse20Schema7and9\"",
        "\"secret\": \"abcdefghijklmnopqrstuvwxyz0123456789\"",
        "\"secret\": \"aaaaaaaaaaaaaaaaaaaaaaaaa111\"",
    ] {
        assert_eq!(kinds(text), [""; 0], "{text}");
    }
}

#[test]
fn signed_tokens_have_three_parts() {
    let part = |count| ["eyJ", &letters(count)].concat();
    let whole = format!("{}.{}.{}", part(20), part(30), letters(43));
    assert_eq!(kinds(&format!("Bearer {whole}")), ["a signed token"]);
    assert_eq!(kinds(&format!("{}.{}", part(40), part(30))), [""; 0]);
    let sample = format!("{}.eyJzdWIiOiIxMjM0NTY3ODkw{}.{}", part(20), letters(20), letters(43));
    assert_eq!(kinds(&sample), [""; 0]);
}

#[test]
fn a_private_key_is_found_with_its_whole_body() {
    let body = letters(120);
    let begin = ["-----BEGIN RSA PRIV", "ATE KEY-----"].concat();
    let end = ["-----END RSA PRIV", "ATE KEY-----"].concat();
    let found = scan(&format!("{begin}\n{body}\n{end}\nrest"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text.trim(), body);
    // A public one, or the words alone, are harmless.
    assert_eq!(kinds(&format!("{}\n{body}\n", begin.replace("PRIVATE", "PUBLIC"))), [""; 0]);
    assert_eq!(kinds(&format!("Paste the lines from {begin} on.")), [""; 0]);
}

#[test]
fn messages_are_covered_even_where_they_cut_it_off() {
    let secret = letters(80);
    let quoted = format!("“{}…” is no number.", &secret[..60]);
    let safe = hidden(quoted.clone(), &[&secret]);
    assert!(!safe.contains(&secret[..8]) && safe.ends_with("…” is no number."), "{safe}");
    assert_eq!(safe.len(), quoted.len());
    // Two that begin alike: neither shows the rest of the other.
    let twin = format!("{}{}", &secret[..40], letters(40).to_uppercase());
    for secrets in [[secret.as_str(), &twin], [&twin, &secret]] {
        assert_eq!(hidden(format!("{twin} {secret}"), &secrets).trim_matches('*'), " ");
    }
    assert_eq!(hidden("all is well".to_owned(), &[&secret]), "all is well");
}

#[test]
fn windows_miss_no_run() {
    let value = letters(SHORTEST);
    for before in 0..2 * SHORTEST {
        let text = format!("{}{value} ", " ".repeat(before));
        let found: Vec<Span> = runs(text.as_bytes()).collect();
        assert_eq!(found, [Span { start: before, end: before + SHORTEST }]);
    }
}

#[test]
fn another_spelling_of_a_secret_betrays_it() {
    let secrets = ["ghp_q8F277xa0042Zk3LmT9vWb5R"];
    for text in ["Ghp q8f277xa0042", "xQ8F2_77xA-00", "get 0042Zk3Lm"] {
        assert!(betrays(text, &secrets), "{text}");
    }
    for text in ["", "ghp", "q8F277x", "Gets invoices"] {
        assert!(!betrays(text, &secrets), "{text}");
    }
    assert!(betrays("my-p4ss", &["p4ss"]) && !betrays("abc", &["abc"]));
}
