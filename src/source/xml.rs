//! XML as a tree, for files that come from elsewhere: no document type, no entities of its own, no
//! unbounded depth. Names are taken as written, with their prefix; there are no namespaces here.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::text::Lines;

/// The deepest nesting that is read.
const DEEPEST: usize = 200;
/// The most elements that are read. Real exports have some thousand.
const MOST: usize = 400_000;

/// An element with what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// As written, prefix included.
    pub name: String,
    /// Names and values, in order.
    pub attributes: Vec<(String, String)>,
    /// The elements in it, in order.
    pub children: Vec<Element>,
    /// The text that stands directly in it, trimmed.
    pub text: String,
}

impl Element {
    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child of a name; empty where there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| &child.text)
    }

    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// This element and everything below it, in the order of the document.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.children.iter().rev());
            Some(next)
        })
    }

    /// Whether it has attributes, elements or text.
    pub fn has_content(&self) -> bool {
        !(self.attributes.is_empty() && self.children.is_empty() && self.text.is_empty())
    }
}

/// Reads a document.
///
/// # Errors
/// Why it cannot be read, as a clause that can follow a colon.
pub fn parse(bytes: &[u8]) -> Result<Element, String> {
    let text = decode(bytes)?;
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let line = line(&text, reader.error_position());
                return Err(format!("it is no XML ({error}, line {line})"));
            }
        };
        let at = || line(&text, reader.buffer_position());
        match event {
            Event::Start(_) | Event::Empty(_) if root.is_some() && open.is_empty() => {
                return Err(format!("something stands behind its last element (line {})", at()));
            }
            Event::Start(_) | Event::Empty(_) if count == MOST => {
                return Err("it has more elements than can be judged".to_owned());
            }
            Event::Start(_) if open.len() == DEEPEST => {
                return Err(format!("its elements are nested too deeply (line {})", at()));
            }
            Event::Start(start) => {
                count += 1;
                open.push(element(&start).map_err(|error| format!("{error} (line {})", at()))?);
            }
            Event::Empty(start) => {
                count += 1;
                let element =
                    element(&start).map_err(|error| format!("{error} (line {})", at()))?;
                close(&mut open, &mut root, element);
            }
            Event::End(_) => {
                if let Some(mut element) = open.pop() {
                    let trimmed = element.text.trim().to_owned();
                    element.text = trimmed;
                    close(&mut open, &mut root, element);
                }
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let meant = match reference.resolve_char_ref() {
                    Ok(Some(found)) => found.to_string(),
                    Ok(None) => predefined(&name)
                        .ok_or_else(|| format!("it uses an entity of its own (line {})", at()))?
                        .to_owned(),
                    Err(error) => return Err(format!("it is no XML ({error}, line {})", at())),
                };
                push(&mut open, &meant);
            }
            Event::DocType(_) => {
                return Err(format!(
                    "it has a document type declaration, which no export has (line {})",
                    at()
                ));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    match (open.last(), root) {
        (Some(element), _) => Err(format!("its element {} is not closed", element.name)),
        (None, Some(root)) => Ok(root),
        (None, None) => Err("there is no element in it".to_owned()),
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn close(open: &mut [Element], root: &mut Option<Element>, element: Element) {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => *root = Some(element),
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("it is no XML ({error})"))?;
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|_| "an attribute uses an entity of its own".to_owned())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    let name = start.name().as_ref().to_owned();
    Ok(Element { name, attributes, ..Element::default() })
}

fn predefined(name: &str) -> Option<&'static str> {
    Some(match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => return None,
    })
}

fn line(text: &str, offset: u64) -> usize {
    let end = usize::try_from(offset).unwrap_or(usize::MAX).min(text.len());
    Lines::new(text).position(text, end).line
}

/// UTF-8, or UTF-16 that says so at its beginning.
fn decode(bytes: &[u8]) -> Result<String, String> {
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| join([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes).ok(),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes).ok(),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => {
            std::str::from_utf8(rest).ok().map(ToOwned::to_owned)
        }
    }
    .ok_or_else(|| "its text is neither UTF-8 nor UTF-16".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_becomes_a_tree() {
        let text = "\u{feff}<?xml version=\"1.0\"?>\n<!-- c -->\n<a x=\"1 &amp; 2\">\n <b>t&#65;&lt;</b>\
                    <b/><p:c><![CDATA[<raw>]]></p:c></a>\n";
        let root = parse(text.as_bytes()).unwrap_or_default();
        assert_eq!(root.attribute("x"), Some("1 & 2"));
        assert_eq!(root.text_of("b"), "tA<");
        assert_eq!(root.text_of("p:c"), "<raw>");
        assert!(root.child("c").is_none());
        assert!(!root.children[1].has_content());
        let names: Vec<&str> = root.all().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "b", "p:c"]);
        let wide: Vec<u8> = "\u{feff}<ä/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(parse(&wide).unwrap_or_default().name, "ä");
    }

    #[test]
    fn what_is_no_plain_document_is_told() {
        let deep = "<a>".repeat(DEEPEST + 1);
        for (text, said) in [
            ("", "no element"),
            ("<a>", "a is not closed"),
            ("<a></b>", "no XML"),
            ("<a/><b/>", "behind its last element (line 1)"),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>", "document type"),
            ("<a>\n&x;</a>", "an entity of its own (line 2)"),
            ("<a b=\"&x;\"/>", "an entity of its own"),
            ("<a b=1/>", "no XML"),
            ("\u{0}", ""),
            (&deep, "too deeply"),
        ] {
            let error = parse(text.as_bytes()).err();
            assert!(error.as_ref().is_some_and(|error| error.contains(said)), "{text}: {error:?}");
        }
        assert!(parse(&[0xff, 0xfe, 0, 0xd8]).is_err());
        assert!(parse(&[b'<', 0x80]).is_err());
    }
}
