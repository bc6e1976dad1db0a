//! Better spellings of a text: what fixes write where only the form of a text is at fault.
//! Each gives nothing where a person has to decide.

use crate::connector::terms::is_address;

/// The text as a sentence, with a full stop.
pub fn with_full_stop(text: &str) -> Option<String> {
    let text = text.trim_end();
    let last_word = text.split_whitespace().next_back()?;
    // A stop behind an address becomes part of it.
    if ["://", "www.", "@"].iter().any(|mark| last_word.contains(mark)) {
        return None;
    }
    // Nor does a stop belong behind a piece of JSON.
    if text.ends_with(']') && (text.contains('{') || text.starts_with('[')) {
        return None;
    }
    // A stop stands there already, inside the quotation marks: one is enough.
    let quoted = text.trim_end_matches(['"', '\'', '”', '’']);
    if let Some(body) = quoted.strip_suffix('.').filter(|_| quoted.len() < text.len()) {
        return Some(format!("{body}{}.", &text[quoted.len()..]));
    }
    if let Some(body) = text.strip_suffix([',', ';']) {
        return body.ends_with(char::is_alphanumeric).then(|| format!("{body}."));
    }
    let closes = |c: char| c.is_alphanumeric() || ")]\"'”’%`*°".contains(c);
    text.ends_with(closes).then(|| format!("{text}."))
}

/// A name without the blanks and stops around it, when it then ends well.
pub fn name_without_stops(text: &str) -> Option<String> {
    let better = text.trim().trim_end_matches(['.', ',', ';', ':', '!', ' ', '\t']);
    better.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')').then(|| better.to_owned())
}

/// An absolute address, where only blanks around it or the scheme before it are at fault.
pub fn as_address(text: &str) -> Option<String> {
    let text = text.trim();
    if is_address(text) {
        return Some(text.to_owned());
    }
    let whole = format!("https://{text}");
    (!text.contains("://") && is_address(&whole)).then_some(whole)
}

/// The one of these that differs by nothing but capitals and the blanks around it.
pub fn but_for_case<'a>(text: &str, known: &[&'a str]) -> Option<&'a str> {
    let text = text.trim();
    known.iter().copied().find(|known| known.eq_ignore_ascii_case(text))
}

/// A name of programmers as a name for people: `invoice_id` becomes `Invoice ID`.
pub fn display_name(name: &str) -> Option<String> {
    let words: Vec<String> = words(name).iter().map(|word| capitalized(word)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Several words as an id: `List invoices` becomes `ListInvoices`.
pub fn pascal_case(text: &str) -> Option<String> {
    let id: String = words(text).iter().map(|word| first_up(word)).collect();
    (text.is_ascii() && !id.is_empty()).then_some(id)
}

/// ASCII words of a name: parted by anything but letters and digits, and where a capital follows
/// a small letter.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() || (before.is_ascii_lowercase() && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            word.push(c);
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

fn capitalized(word: &str) -> String {
    if ["id", "url", "uri", "api", "json", "xml", "html", "pdf"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
    {
        return word.to_ascii_uppercase();
    }
    first_up(word)
}

fn first_up(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// The text without some words, tidied; words are compared without regard to capitals. Nothing
/// where a word is glued to something else or the rest would not stand by itself.
pub fn without_words(text: &str, gone: &[&str]) -> Option<String> {
    let is_gone = |word: &str| gone.iter().any(|gone| gone.eq_ignore_ascii_case(word));
    let bare = |word: &str| is_gone(word.trim_matches(['(', ')', ',', ':']));
    let kept: Vec<&str> = text.split_whitespace().filter(|word| !bare(word)).collect();
    let links = ["to", "for", "of", "and", "the", "by", "with"];
    let is_link = |word: Option<&&str>| {
        word.is_none_or(|word| links.iter().any(|link| link.eq_ignore_ascii_case(word)))
    };
    let whole = !is_link(kept.first()) && !is_link(kept.last());
    let better = kept.join(" ");
    let better = better.trim_end_matches([' ', '-', ':', ',', '|']);
    (whole && better.ends_with(|c: char| c.is_ascii_alphanumeric())).then(|| better.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_get_a_stop_only_where_it_belongs() {
        let made = |text| with_full_stop(text);
        assert_eq!(made("Lists invoices").as_deref(), Some("Lists invoices."));
        assert_eq!(made("Lists invoices, \n").as_deref(), Some("Lists invoices."));
        assert_eq!(made("The id (a number)").as_deref(), Some("The id (a number)."));
        assert_eq!(made("The “width.”").as_deref(), Some("The “width”."));
        let unfit =
            ["See https://contoso.com/help", "One of:", "Write to help@contoso.com", "[{}]"];
        for text in unfit.into_iter().chain(["See www.contoso.com", "[\"x\", \"y\"]"]) {
            assert_eq!(made(text), None, "{text}");
        }
    }

    #[test]
    fn names_for_people_and_for_programs() {
        assert_eq!(display_name("invoice_id").as_deref(), Some("Invoice ID"));
        assert_eq!(display_name("$filter[createdAt]").as_deref(), Some("Filter Created At"));
        assert_eq!(display_name("ß-$"), None);
        assert_eq!(pascal_case("List all invoices (open)").as_deref(), Some("ListAllInvoicesOpen"));
        assert_eq!(pascal_case("Größe"), None);
    }

    #[test]
    fn words_are_dropped_whole_or_not_at_all() {
        let made = |text| without_words(text, &["api", "connector"]);
        assert_eq!(made("Contoso Invoices API").as_deref(), Some("Contoso Invoices"));
        assert_eq!(made("Contoso (API)").as_deref(), Some("Contoso"));
        assert_eq!(made("Contoso - Connector").as_deref(), Some("Contoso"));
        assert_eq!(made("Connector for Contoso"), None);
        assert_eq!(made("API"), None);
    }

    #[test]
    fn addresses_get_what_only_they_lack() {
        assert_eq!(as_address("www.contoso.com/x ").as_deref(), Some("https://www.contoso.com/x"));
        assert_eq!(as_address(" http://contoso.com").as_deref(), Some("http://contoso.com"));
        for text in ["ftp://contoso.com", "our site", "https://https://contoso.com"] {
            assert_eq!(as_address(text), None, "{text}");
        }
    }
}
