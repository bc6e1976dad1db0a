//! What the rulebook means by blank, word, product, mail address, web address and category
//! (D3 to D9, D11). Pure questions about texts; each has one meaning in the whole program.

/// Trimmed of Unicode white space, nothing is left (D3). Missing counts as blank.
pub fn is_blank<T: AsRef<str>>(text: Option<T>) -> bool {
    text.is_none_or(|text| text.as_ref().trim().is_empty())
}

/// Length in Unicode scalar values (D4).
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Whether a word occurs with no ASCII letter or digit beside it, ignoring ASCII case (D5).
pub fn has_word(text: &str, word: &str) -> bool {
    starts(text).any(|start| begins_with_word(&text.as_bytes()[start..], word))
}

/// Where words may begin: at letters and digits with no ASCII letter or digit before them.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(|&at| {
        bytes[at].is_ascii_alphanumeric() && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
    })
}

fn begins_with_word(bytes: &[u8], word: &str) -> bool {
    bytes.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()))
        && !bytes.get(word.len()).is_some_and(u8::is_ascii_alphanumeric)
}

/// The names of Microsoft's own products that texts must not use (D6).
pub const PRODUCTS: [&str; 13] = [
    "Power Apps",
    "PowerApps",
    "Power Automate",
    "PowerAutomate",
    "Power Platform",
    "PowerPlatform",
    "Power Pages",
    "Power Virtual Agents",
    "Power BI",
    "PowerBI",
    "Copilot Studio",
    "Logic Apps",
    "Microsoft Flow",
];

/// The products (D6) that a text names.
pub fn products(text: &str) -> Vec<&'static str> {
    let mut named = [false; PRODUCTS.len()];
    for start in starts(text) {
        let rest = &text.as_bytes()[start..];
        // Nearly every word of a text is told by its first letter.
        if matches!(rest[0] | 0x20, b'p' | b'c' | b'l' | b'm') {
            for (product, named) in PRODUCTS.iter().zip(&mut named) {
                *named |= begins_with_word(rest, product);
            }
        }
    }
    let named = PRODUCTS.into_iter().zip(named).filter(|(_, named)| *named);
    named.map(|(product, _)| product).collect()
}

/// Whether a text is an e-mail address (D8).
pub fn is_mail(text: &str) -> bool {
    let Some((user, domain)) = text.split_once('@') else { return false };
    text.bytes().all(|byte| byte.is_ascii_graphic())
        && !user.is_empty()
        && !domain.contains('@')
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

/// Whether a text is an absolute web address (D9).
pub fn is_address(text: &str) -> bool {
    if text.chars().any(|c| c <= ' ' || c == '\u{7f}') {
        return false;
    }
    let rest = ["http://", "https://"].into_iter().find_map(|scheme| {
        text.get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
            .map(|_| &text[scheme.len()..])
    });
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    })
}

/// The categories a connector may name, one or two of them (D11).
pub const CATEGORIES: [&str; 19] = [
    "AI",
    "Business Management",
    "Business Intelligence",
    "Collaboration",
    "Commerce",
    "Communication",
    "Content and Files",
    "Finance",
    "Data",
    "Human Resources",
    "Internet of Things",
    "IT Operations",
    "Lifestyle and Entertainment",
    "Marketing",
    "Productivity",
    "Sales and CRM",
    "Security",
    "Social Media",
    "Website",
];

/// The categories of a metadata value: split at `;`, trimmed, empty ones dropped.
pub fn categories(value: &str) -> impl Iterator<Item = &str> {
    value.split(';').map(str::trim).filter(|category| !category.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_alone() {
        assert!(!has_word("OptiAPI and APIs", "api"));
        assert!(has_word("API's", "api"));
        assert!(has_word("an api-key", "api"));
        assert!(has_word("apiapi api", "api"));
        assert!(has_word("éapié", "api"));
        assert_eq!(products("For Power  Apps, and Power BI."), ["Power BI"]);
    }

    #[test]
    fn blanks_are_unicode_white_space() {
        assert!(is_blank(Some("\u{2003}\t\u{3000}")));
        assert!(!is_blank(Some("\u{200b}")));
        assert!(is_blank(None::<&str>));
    }

    #[test]
    fn mail_and_web_addresses() {
        assert!(is_mail("a@b.c"));
        for bad in ["a@b", "@b.c", "a@.b", "a@b.", "a@b@c.d", "a b@c.d", "ä@b.c"] {
            assert!(!is_mail(bad), "{bad}");
        }
        assert!(is_address("HTTPS://a.b?x"));
        for bad in [
            "https://https://x",
            "https://localhost",
            "www.a.b",
            "https://a.b c",
            "https://.a",
            "http://a./x",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
