//! Text made safe to stand in a page, and the page around it. Knows nothing of what it says.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use super::text::visible;

/// How pages look: on screens light and dark, on a phone, and on paper.
const STYLE: &str = include_str!("../../assets/report.css");

/// Text that is shown as it is written: markup is none, control characters are pictures.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a>(pub &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for found in visible(self.0).chars() {
            match found {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                _ => f.write_char(found)?,
            }
        }
        Ok(())
    }
}

/// Our own prose: what stands between backticks is code, an address is a link.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'a>(pub &'a str);

impl Display for Prose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        coded(f, self.0, linked)
    }
}

/// Our own sentence with words of a file in it: what stands between backticks is code, nothing is a
/// link.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a>(pub &'a str);

impl Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        coded(f, self.0, |f, text| write!(f, "{}", Text(text)))
    }
}

/// Text with code between backticks, the rest written by `plain`.
fn coded(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    plain: impl Fn(&mut fmt::Formatter<'_>, &str) -> fmt::Result,
) -> fmt::Result {
    // A backtick without its partner is one.
    if text.matches('`').count() % 2 == 1 {
        return plain(f, text);
    }
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            write!(f, "<code>{}</code>", Text(part))?;
        } else {
            plain(f, part)?;
        }
    }
    Ok(())
}

/// Text in which addresses are links.
fn linked(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(start) = rest.find("https://") {
        let (before, after) = rest.split_at(start);
        let is_end = |found: char| {
            found.is_whitespace() || !found.is_ascii_graphic() || "<>\"'`()".contains(found)
        };
        let end = after.find(is_end).unwrap_or(after.len());
        // What ends a sentence is no part of an address.
        let address = after[..end].trim_end_matches(['.', ',', ';', ':']);
        write!(f, "{}<a href=\"{}\">", Text(before), Text(address))?;
        write!(f, "{}</a>", Text(address))?;
        rest = &after[address.len()..];
    }
    write!(f, "{}", Text(rest))
}

/// A whole page: title, what stands in its head of a section, and its body. Nothing is loaded from
/// elsewhere, and nothing runs.
pub fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta \
         name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<meta \
         name=\"generator\" content=\"conncert {}\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n{body}</body>\n</html>\n",
        env!("CARGO_PKG_VERSION"),
        Text(title),
    )
}

/// A fragment's name made of any text: what may not stand in one becomes a hyphen.
pub fn anchor(text: &str) -> Cow<'_, str> {
    let is_plain = |found: char| found.is_ascii_alphanumeric() || found == '-';
    if !text.is_empty() && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|found| if is_plain(found) { found } else { '-' }).collect::<String>().into()
}

/// Bytes as base64, for pictures that a page brings along.
pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let sign = SIGNS[(group >> (18 - 6 * place) & 63) as usize];
            out.push(if place > chunk.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup() {
        let text = Text("<b a=\"1\" b='2'>&amp;\u{1b}</b>").to_string();
        assert_eq!(text, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;\u{241b}&lt;/b&gt;");
    }

    #[test]
    fn prose_has_code_and_links() {
        let prose = Prose("Use `a<b`, see https://contoso.com/x?y=1. Then (https://a.b).");
        assert_eq!(
            prose.to_string(),
            "Use <code>a&lt;b</code>, see <a href=\"https://contoso.com/x?y=1\">\
             https://contoso.com/x?y=1</a>. Then (<a href=\"https://a.b\">https://a.b</a>)."
        );
        assert_eq!(Prose("one ` only").to_string(), "one ` only");
        let message = Message("`a` says https://contoso.com").to_string();
        assert_eq!(message, "<code>a</code> says https://contoso.com");
    }

    #[test]
    fn pages_load_and_run_nothing() {
        let page = page("<t>", "");
        assert!(page.contains("<title>&lt;t&gt;</title>"));
        assert!(!page.contains("<script") && !page.contains("url("), "{page}");
    }

    #[test]
    fn bytes_are_base64() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }

    #[test]
    fn anchors_are_plain() {
        assert_eq!(anchor("a b/ä"), "a-b--");
        assert_eq!(anchor("title-too-long"), "title-too-long");
    }
}
