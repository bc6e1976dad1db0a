//! What looks like a secret in a text: shapes that only keys have, and random letters right behind
//! a word such as “password”. It may be wrong; it must never show what it found.

mod named;

pub(super) use named::named;

use crate::source::text::{Span, covered};

/// Something that looks like a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// What it seems to be, with its article.
    pub kind: &'static str,
    /// The text itself, kept only so that it can be covered.
    pub text: String,
}

/// How a known kind of key looks behind the letters it begins with.
struct Shape {
    prefix: &'static str,
    kind: &'static str,
    /// Letters, digits and these.
    also: &'static [u8],
    /// Fewest and most characters behind the prefix.
    length: (usize, usize),
}

const ANY: usize = usize::MAX;

const SHAPES: [Shape; 24] = [
    shape("AKIA", "an AWS access key", b"", (16, 16)),
    shape("ASIA", "an AWS session key", b"", (16, 16)),
    shape("ghp_", "a GitHub token", b"", (36, ANY)),
    shape("gho_", "a GitHub token", b"", (36, ANY)),
    shape("ghu_", "a GitHub token", b"", (36, ANY)),
    shape("ghs_", "a GitHub token", b"", (36, ANY)),
    shape("ghr_", "a GitHub token", b"", (36, ANY)),
    shape("github_pat_", "a GitHub token", b"_", (22, ANY)),
    shape("glpat-", "a GitLab token", b"_-", (20, ANY)),
    shape("npm_", "an npm token", b"", (36, 36)),
    shape("xoxa-", "a Slack token", b"-", (20, ANY)),
    shape("xoxb-", "a Slack token", b"-", (20, ANY)),
    shape("xoxp-", "a Slack token", b"-", (20, ANY)),
    shape("xoxr-", "a Slack token", b"-", (20, ANY)),
    shape("xoxs-", "a Slack token", b"-", (20, ANY)),
    shape("sk_live_", "a live Stripe key", b"", (16, ANY)),
    shape("rk_live_", "a live Stripe key", b"", (16, ANY)),
    shape("AIza", "a Google key", b"_-", (35, 35)),
    shape("SG.", "a SendGrid key", b"._-", (60, ANY)),
    shape("AccountKey=", "the key of an Azure storage account", b"+/=", (40, ANY)),
    shape("SharedAccessKey=", "the key of an Azure bus", b"+/=", (40, ANY)),
    shape("sig=", "the signature of an address with access", b"%+/=", (40, ANY)),
    shape("/services/T", "a Slack web hook", b"/", (35, ANY)),
    shape("eyJ", "a signed token", b"._-", (60, ANY)),
];

const fn shape(
    prefix: &'static str,
    kind: &'static str,
    also: &'static [u8],
    length: (usize, usize),
) -> Shape {
    Shape { prefix, kind, also, length }
}

/// Fewest characters of anything that is looked at.
const SHORTEST: usize = 20;

/// Most characters of random letters behind a credential word; longer ones are pictures and files.
const LONGEST: usize = 128;

/// How far before a value a credential word counts.
const NEAR: usize = 48;

/// Words before random letters that make them a credential, in lower case.
const CREDENTIALS: [&str; 17] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "api key",
    "apikey",
    "api_key",
    "api-key",
    "access key",
    "accesskey",
    "access_key",
    "access_token",
    "accesstoken",
    "subscription-key",
    "bearer",
    "authorization: basic",
    // The key of a function stands in its address.
    "azurewebsites.net/api/",
];

/// Marks of stand-ins and of well-known samples, in lower case.
const STAND_INS: [&str; 19] = [
    "dummy",
    "placeholder",
    "replace",
    "your",
    "enter",
    "example",
    "sample",
    "insert",
    "fake",
    "todo",
    "xxx",
    "***",
    "...",
    "12345",
    "abcde",
    "00000",
    "secret",
    "test",
    "demo",
];

/// The characters of keys, and of what holds them together in addresses.
const TOKEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "the loop ends at 256")]
        let c = byte as u8;
        table[byte] = c.is_ascii_alphanumeric()
            || matches!(c, b'_' | b'-' | b'+' | b'/' | b'=' | b'.' | b'~' | b'%' | b'&');
        byte += 1;
    }
    table
};

/// Everything in a text that looks like a secret, in order, no two overlapping.
pub fn scan(text: &str) -> Vec<Suspect> {
    let mut found = Vec::new();
    for run in runs(text.as_bytes()) {
        let Some(body) = text.get(run.start..run.end) else { continue };
        let span = known(body).or_else(|| of_entra(body));
        let span = span.or_else(|| random(&text[..run.start], body, &text[run.end..]));
        if let Some((inner, kind)) = span {
            let span = Span { start: run.start + inner.start, end: run.start + inner.end };
            found.push(Suspect { span, kind, text: text[span.start..span.end].to_owned() });
        }
    }
    // The usual file holds no key block; this question alone is nearly free.
    if text.contains("PRIVATE KEY-----") {
        found.retain(|suspect| suspect.kind != RANDOM);
        found.extend(key_blocks(text));
        found.sort_by_key(|suspect| suspect.span.start);
        found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    }
    found
}

/// Stretches of at least [`SHORTEST`] characters of keys. Most of a file is skipped: a stretch that
/// holds the last byte of a window must be looked at, any other cannot be long enough.
fn runs(bytes: &[u8]) -> impl Iterator<Item = Span> {
    let is_token = |at: usize| TOKEN[usize::from(bytes[at])];
    let mut start = 0;
    std::iter::from_fn(move || {
        while start + SHORTEST <= bytes.len() {
            let window = start..start + SHORTEST;
            if let Some(foreign) = window.rev().find(|at| !is_token(*at)) {
                start = foreign + 1;
                continue;
            }
            let end = (start + SHORTEST..bytes.len()).find(|at| !is_token(*at));
            let span = Span { start, end: end.unwrap_or(bytes.len()) };
            start = span.end;
            return Some(span);
        }
        None
    })
}

/// A key of a known kind.
fn known(run: &str) -> Option<(Span, &'static str)> {
    let bytes = run.as_bytes();
    // In the middle of a word a beginning is chance. Hardly any run passes this question.
    let may_begin = |at: usize| {
        matches!(bytes[at], b'A' | b'S' | b'e' | b'g' | b'n' | b'r' | b's' | b'x' | b'/')
            && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric() || bytes[at] == b'/')
    };
    let begun = (0..bytes.len()).filter(|at| may_begin(*at)).flat_map(|at| {
        let fits = move |shape: &&Shape| {
            let prefix = shape.prefix.as_bytes();
            prefix[0] == bytes[at] && bytes[at..].starts_with(prefix)
        };
        SHAPES.iter().filter(fits).map(move |shape| (at, shape))
    });
    begun.into_iter().find_map(|(at, shape)| {
        let body = &run[at + shape.prefix.len()..];
        let is_body = |byte: &u8| byte.is_ascii_alphanumeric() || shape.also.contains(byte);
        let length = body.bytes().take_while(|byte| is_body(byte)).count();
        let body = &body[..length];
        let fits = (shape.length.0..=shape.length.1).contains(&length);
        let real = fits && !is_stand_in(body) && entropy(body) >= 3.0;
        let whole = Span { start: at, end: at + shape.prefix.len() + length };
        match shape.prefix {
            "eyJ" => (real && is_signed_token(body)).then_some((whole, shape.kind)),
            // The name before `=` is no secret, and people need it to find the place.
            prefix if prefix.ends_with('=') => {
                real.then_some((Span { start: at + prefix.len(), ..whole }, shape.kind))
            }
            "/services/T" => {
                (real && run.contains("hooks.slack.com")).then_some((whole, shape.kind))
            }
            _ => real.then_some((whole, shape.kind)),
        }
    })
}

/// The client secret of an application in Microsoft Entra: what marks it stands in the middle.
fn of_entra(run: &str) -> Option<(Span, &'static str)> {
    let is_body =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'~' | b'_' | b'-' | b'.');
    run.match_indices("Q~").find_map(|(at, mark)| {
        let bytes = run.as_bytes();
        let start = at.checked_sub(4)?;
        let before = &bytes[start..at];
        let after = bytes[at + mark.len()..].iter().take_while(is_body).count();
        let end = at + mark.len() + after;
        let fits = before[3].is_ascii_digit()
            && before.iter().all(|byte| is_body(&byte))
            && (start == 0 || !bytes[start - 1].is_ascii_alphanumeric())
            && (31..=34).contains(&after)
            && entropy(&run[start..end]) >= 3.7
            && !is_stand_in(&run[start..end]);
        fits.then_some((Span { start, end }, "a client secret of Microsoft Entra"))
    })
}

/// Three parts, the second an object as well, the third a signature; and not the sample that
/// every documentation of such tokens shows.
fn is_signed_token(body: &str) -> bool {
    let parts: Vec<&str> = body.split('.').collect();
    parts.len() == 3
        && parts[1].starts_with("eyJ")
        && parts[2].len() >= 20
        && !parts[1].starts_with("eyJzdWIiOiIxMjM0NTY3ODkw")
}

const RANDOM: &str = "a key or password";

/// Random letters behind a credential word.
fn random(before: &str, run: &str, behind: &str) -> Option<(Span, &'static str)> {
    if run.bytes().filter(u8::is_ascii_digit).count() < 2 {
        return None;
    }
    let value = run.rsplit_once('=').map_or(run, |(name, value)| {
        // `==` at the end of base64 is part of it.
        if value.is_empty() || name.ends_with('=') { run } else { value }
    });
    let start = run.len() - value.len();
    // The end of a sentence.
    let value = value.trim_end_matches('.');
    let end = start + value.len();
    let bytes = value.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let plausible = (SHORTEST..=LONGEST).contains(&value.len())
        && digits >= 2
        && letters >= 3
        && !value.contains(['.', '%', '&', '~'])
        && !value.starts_with('/')
        && !is_uuid(value)
        && !is_stand_in(value);
    if !plausible || entropy(value) < if is_hex(value) { 3.0 } else { 3.7 } {
        return None;
    }
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let mut from = line.len().saturating_sub(NEAR);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let near = [&line[from..], &run[..start]].concat().to_ascii_lowercase();
    // The password in an address, as in `https://name:password@host`.
    let signs_in = behind.starts_with('@') && near.ends_with(':') && near.contains("://");
    let named = signs_in || CREDENTIALS.iter().any(|word| near.contains(word));
    named.then_some((Span { start, end }, RANDOM))
}

/// Key blocks, from their first line to their last; where that is missing, to the end of what can
/// belong to one.
fn key_blocks(text: &str) -> Vec<Suspect> {
    let ends = text.match_indices("PRIVATE KEY-----").map(|(at, mark)| at + mark.len());
    ends.filter_map(|start| {
        let head = text[..start].rsplit("-----").nth(1)?;
        let begins = head.trim_start().starts_with("BEGIN");
        let rest = &text[start..];
        let body = rest.split("-----END").next().unwrap_or(rest);
        let body = body.split(['"', '<', '`']).next().unwrap_or(body).trim_end();
        let letters = body.bytes().filter(u8::is_ascii_alphanumeric).count();
        (begins && letters >= 40 && !is_stand_in(body)).then(|| Suspect {
            span: Span { start, end: start + body.len() },
            kind: "a private key",
            text: body.to_owned(),
        })
    })
    .collect()
}

fn is_stand_in(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    STAND_INS.iter().any(|mark| lower.contains(mark))
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').filter(|part| is_hex(part)).map(str::len).collect();
    parts == [8, 4, 4, 4, 12]
}

/// Bits that each character tells (Shannon).
fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let length = f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX));
    let share = |count: &u32| f64::from(*count) / length;
    counts.iter().filter(|count| **count > 0).map(share).map(|p| -p * p.log2()).sum()
}

/// A message with secrets covered where they stand in it, whole or cut off. Signed tokens begin
/// alike, so each place belongs to the secret that goes on longest.
pub fn hidden(message: String, secrets: &[&str]) -> String {
    // A few letters may be an ordinary word; and how much a cut-off quotation shows is not known.
    let head = |secret: &&str| secret.get(..SEEN).or_else(|| secret.get(..SEEN + 1)).map(str::len);
    let mut rest = message.as_str();
    let mut out = String::new();
    loop {
        let heads = secrets.iter().filter_map(|secret| Some(&secret[..head(secret)?]));
        let Some(at) = heads.filter_map(|head| rest.find(head)).min() else { break };
        let shown = secrets.iter().filter(|secret| head(secret).is_some()).map(|secret| {
            let pairs = rest[at..].chars().zip(secret.chars());
            pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
        });
        let shown: usize = shown.max().unwrap_or(0);
        out.push_str(&rest[..at]);
        out.push_str(&covered(&rest[at..at + shown]));
        rest = &rest[at + shown..];
    }
    if out.is_empty() && rest.len() == message.len() {
        return message;
    }
    out.push_str(rest);
    out
}

/// Whether a text tells a secret or a part of it, however spelt: what is made of a key by other
/// capitals and other blanks between its letters is still a key.
pub fn betrays(text: &str, secrets: &[&str]) -> bool {
    if secrets.is_empty() {
        return false;
    }
    let bare = |text: &str| -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let text = bare(text);
    secrets.iter().any(|secret| {
        let secret = bare(secret);
        let seen = secret.len().min(SEEN);
        // Shorter ones are in too many words.
        seen >= 4
            && secret.windows(seen).any(|part| text.windows(seen).any(|window| window == part))
    })
}

/// So many letters of a secret in a message are no chance.
const SEEN: usize = 8;

#[cfg(test)]
#[path = "secrets/tests.rs"]
mod tests;
