//! Secrets that only the name above them tells: a password that people can remember looks like any
//! other word, but nobody writes one into a member called `password` for nothing.

use super::{LONGEST, RANDOM, Suspect, is_stand_in};
use crate::source::json::{Json, Node};
use crate::source::text::Span;

/// Ends of names under which secrets stand, as lower-case letters.
const NAMES: [&str; 10] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "apikey",
    "accesskey",
    "privatekey",
    "subscriptionkey",
    "accesstoken",
    "refreshtoken",
];

/// Members that hold a value of what they stand in.
const VALUES: [&str; 3] = ["default", "example", "x-example"];

const POLICY_NAME: &str = "x-ms-apimTemplateParameter.name";
const POLICY_VALUE: &str = "x-ms-apimTemplateParameter.value";

/// Fewest characters: shorter ones are samples, and could not be covered in messages.
const SHORTEST: usize = 8;

/// Fewest different characters.
const VARIED: usize = 5;

/// More marks of stand-ins and samples under such names, in lower case.
const SAMPLES: [&str; 9] =
    ["pass", "p@ss", "string", "value", "token", "key", "change", "redact", "contoso"];

/// Literals in a file that stand under the name of a credential, in order.
pub(in crate::connector) fn named(json: &Json) -> Vec<Suspect> {
    let found = json.nodes().filter(|node| is_named(*node)).filter_map(|node| {
        let raw = node.raw().strip_prefix('"')?.strip_suffix('"')?;
        let value = ["Bearer ", "Basic "].iter().find_map(|scheme| raw.strip_prefix(scheme));
        let value = value.unwrap_or(raw);
        is_secret(value).then(|| {
            let end = node.span().end - 1;
            let span = Span { start: end - value.len(), end };
            Suspect { span, kind: RANDOM, text: value.to_owned() }
        })
    });
    found.collect()
}

/// Whether a value belongs to a credential: a member of that name, the default or the example of
/// such a property or parameter, or what a policy puts into such a header.
fn is_named(node: Node<'_>) -> bool {
    let Some(key) = node.key() else { return false };
    if VALUES.contains(&&*key) {
        return node.parent().is_some_and(|parent| {
            let parameter = || parent.text("name").filter(|_| parent.text("in").is_some());
            parent.key().is_some_and(|key| is_credential(&key))
                || parameter().is_some_and(|name| is_credential(&name))
        });
    }
    if key == POLICY_VALUE {
        let name = node.parent().and_then(|parent| parent.text(POLICY_NAME));
        return name.is_some_and(|name| {
            name.eq_ignore_ascii_case("authorization") || is_credential(&name)
        });
    }
    is_credential(&key)
}

fn is_credential(name: &str) -> bool {
    // Hardly any name passes this question, and it is nearly free.
    if !name.ends_with(['d', 'D', 'e', 'E', 't', 'T', 'y', 'Y', 'n', 'N']) {
        return false;
    }
    NAMES.iter().any(|end| {
        let mut letters = name.bytes().rev().filter(u8::is_ascii_alphabetic);
        end.bytes()
            .rev()
            .all(|wanted| letters.next().is_some_and(|b| b.eq_ignore_ascii_case(&wanted)))
    })
}

/// A word that nobody would write for a sample: letters with a digit or a sign among them.
fn is_secret(value: &str) -> bool {
    let bytes = value.as_bytes();
    let is_sign = |byte: &u8| byte.is_ascii_punctuation() && !b"-_./:,'".contains(byte);
    let varied = || {
        let mut seen = [false; 128];
        for byte in bytes {
            seen[usize::from(byte & 127)] = true;
        }
        seen.into_iter().filter(|seen| *seen).count() >= VARIED
    };
    let lower = value.to_ascii_lowercase();
    (SHORTEST..=LONGEST).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'\\')
        && bytes.iter().any(u8::is_ascii_alphabetic)
        && bytes.iter().any(|byte| byte.is_ascii_digit() || is_sign(byte))
        // What is filled in at run time, or names a place.
        && !value.starts_with(['<', '{', '[', '(', '$', '@', '%', '*', '#', '/'])
        && !value.contains("://")
        && varied()
        && !is_stand_in(value)
        && !SAMPLES.iter().any(|mark| lower.contains(mark))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn texts(json: &str) -> Vec<String> {
        let json = Json::parse(json).unwrap();
        let suspects = named(&json).into_iter();
        suspects
            .inspect(|suspect| {
                assert_eq!(&json.text()[suspect.span.start..suspect.span.end], suspect.text);
            })
            .map(|suspect| suspect.text)
            .collect()
    }

    #[test]
    fn a_memorable_password_is_told_by_its_name() {
        // Put together so that no other scanner stumbles over this file.
        let word = ["Sun", "shine", "7"].concat();
        for found in [
            format!(r#"{{"password": "{word}"}}"#),
            format!(r#"{{"a": [{{"Client_Secret": "{word}"}}]}}"#),
            format!(r#"{{"X-Api-Key": "{word}"}}"#),
            format!(r#"{{"properties": {{"dbPassword": {{"example": "{word}"}}}}}}"#),
            format!(r#"{{"in": "header", "name": "api-key", "default": "{word}"}}"#),
            format!(r#"{{"{POLICY_NAME}": "Authorization", "{POLICY_VALUE}": "Basic {word}"}}"#),
            format!(r#"{{"{POLICY_NAME}": "x-apikey", "{POLICY_VALUE}": "{word}"}}"#),
        ] {
            assert_eq!(texts(&found), [word.as_str()], "{found}");
        }
        for harmless in [
            format!(r#"{{"passwordHint": "{word}"}}"#),
            format!(r#"{{"properties": {{"name": {{"default": "{word}"}}}}}}"#),
            format!(r#"{{"name": "api-key", "default": "{word}"}}"#),
            format!(r#"{{"{POLICY_NAME}": "Accept", "{POLICY_VALUE}": "{word}"}}"#),
            format!(r#"{{"password": {{"type": "{word}"}}}}"#),
            format!(r#"{{"required": ["password", "{word}"]}}"#),
        ] {
            assert_eq!(texts(&harmless), [""; 0], "{harmless}");
        }
    }

    #[test]
    fn stand_ins_under_the_name_are_none() {
        for (value, real) in [
            ("Sunshin7", true),
            ("Sunshi7", false),
            ("Sunshine", false),
            ("Sunshine!", true),
            ("sun-shine_day", false),
            ("544219613", false),
            ("a1a1b2b2c3", true),
            ("a1a1b2b2", false),
            ("Sunshine 7", false),
            ("P@ssw0rd", false),
            ("my-key-77", false),
            ("Contoso77", false),
            ("{{sunshine7}}", false),
            ("@connectionParameters('a1')", false),
            ("https://sun.shine7", false),
            ("Sonnensch\u{e4}7n", false),
        ] {
            assert_eq!(is_secret(value), real, "{value}");
        }
    }

    #[test]
    fn words_of_a_name_may_be_set_apart() {
        for name in ["API_KEY", "apiKey", "x-api-key", "client secret", "SharedAccessKey"] {
            assert!(is_credential(name), "{name}");
        }
        for name in
            ["", "key", "primary key", "tokenUrl", "secretName", "secrets", "continuationToken"]
        {
            assert!(!is_credential(name), "{name}");
        }
    }
}
