//! XML as a tree, for files that come from elsewhere: no document type, no entities of its own, no
//! unbounded depth. It has to be as well-formed as Microsoft's own readers ask for.

mod strict;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::NamespaceResolver;
use quick_xml::reader::NsReader;

use super::text::Lines;

/// The deepest nesting that is read.
const DEEPEST: usize = 200;
/// The most elements that are read. Real exports have some thousand.
const MOST: usize = 400_000;

/// An element with what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// As written, prefix included; in a namespace without a prefix, that stands before it.
    pub name: String,
    /// Names and values, in order.
    pub attributes: Vec<(String, String)>,
    /// The elements in it, in order.
    pub children: Vec<Element>,
    /// The text that stands directly in it, trimmed.
    pub text: String,
    /// Whether anything but blanks stands in it, be it a comment.
    pub has_nodes: bool,
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

    /// Whether it has attributes, or anything but blanks in it, as .NET counts children.
    pub fn has_content(&self) -> bool {
        self.has_nodes || !self.attributes.is_empty()
    }
}

/// Reads a document.
///
/// # Errors
/// Why it cannot be read, as a clause that can follow a colon.
pub fn parse(bytes: &[u8]) -> Result<Element, String> {
    let text = decode(bytes)?;
    if text.starts_with('\u{feff}') {
        // The reader would take it away.
        return Err("a second byte order mark stands at its beginning".to_owned());
    }
    let mut reader = NsReader::from_str(&text);
    let mut tree = Tree::default();
    loop {
        let before = reader.buffer_position();
        let event = reader.read_event().map_err(|error| {
            let line = line(&text, reader.error_position());
            format!("it is no XML ({error}, line {line})")
        })?;
        if matches!(event, Event::Eof) {
            break;
        }
        tree.take(event, reader.resolver(), before == 0).map_err(|reason| {
            format!("{reason} (line {})", line(&text, reader.buffer_position()))
        })?;
    }
    match (tree.open.last(), tree.root) {
        (Some(element), _) => {
            Err(format!("its element {} is not closed", strict::cut(&element.name)))
        }
        (None, Some(root)) => Ok(root),
        (None, None) => Err("there is no element in it".to_owned()),
    }
}

/// A document as far as it has been read.
#[derive(Default)]
struct Tree {
    /// The elements that are not closed yet, outermost first.
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
}

impl Tree {
    /// Takes what comes next. `is_first` tells that nothing stands before it.
    fn take(
        &mut self,
        event: Event<'_>,
        namespaces: &NamespaceResolver,
        is_first: bool,
    ) -> Result<(), String> {
        match event {
            Event::Start(_) | Event::Empty(_) if self.root.is_some() && self.open.is_empty() => {
                return Err("something stands behind its last element".to_owned());
            }
            Event::Start(_) | Event::Empty(_) if self.count == MOST => {
                return Err("it has more elements than can be judged".to_owned());
            }
            Event::Start(_) if self.open.len() == DEEPEST => {
                return Err("its elements are nested too deeply".to_owned());
            }
            Event::Start(start) => {
                self.count += 1;
                self.node();
                self.open.push(element(&start, namespaces)?);
            }
            Event::Empty(start) => {
                self.count += 1;
                self.node();
                let element = element(&start, namespaces)?;
                self.close(element);
            }
            Event::End(_) => {
                if let Some(mut element) = self.open.pop() {
                    let trimmed = element.text.trim().to_owned();
                    element.text = trimmed;
                    self.close(element);
                }
            }
            Event::Text(text) => {
                strict::text(&text, self.open.is_empty())?;
                if !text.chars().all(strict::is_blank) {
                    self.node();
                }
                self.push(&text.xml10_content());
            }
            Event::CData(_) | Event::GeneralRef(_) if self.open.is_empty() => {
                return Err("text stands outside of its elements".to_owned());
            }
            Event::CData(text) => {
                self.node();
                self.push(&text.xml10_content());
            }
            Event::GeneralRef(reference) => {
                self.node();
                let name = reference.xml10_content();
                match reference.resolve_char_ref() {
                    Ok(Some(found)) => self.push(found.encode_utf8(&mut [0; 4])),
                    Ok(None) => self.push(
                        predefined(&name)
                            .ok_or_else(|| "it uses an entity of its own".to_owned())?,
                    ),
                    Err(error) => return Err(format!("it is no XML ({error})")),
                }
            }
            Event::DocType(_) => {
                return Err("it has a document type declaration, which no export has".to_owned());
            }
            Event::Decl(declaration) => {
                if !is_first {
                    return Err(
                        "its XML declaration does not stand at its very beginning".to_owned()
                    );
                }
                declaration.version().map_err(|error| format!("it is no XML ({error})"))?;
            }
            Event::PI(text) => {
                strict::instruction(&text)?;
                self.node();
            }
            Event::Comment(text) => {
                strict::comment(&text)?;
                self.node();
            }
            Event::Eof => {}
        }
        Ok(())
    }

    /// Something stands in the innermost element.
    fn node(&mut self) {
        if let Some(element) = self.open.last_mut() {
            element.has_nodes = true;
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    fn close(&mut self, element: Element) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }
}

fn element(start: &BytesStart<'_>, namespaces: &NamespaceResolver) -> Result<Element, String> {
    let name = strict::element(start, namespaces)?;
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("it is no XML ({error})"))?;
        strict::attribute(attribute.key, &attribute.value, namespaces)?;
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|_| "an attribute uses an entity of its own".to_owned())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
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
                    <b/><p:c xmlns:p=\"urn:p\"><![CDATA[<raw>]]></p:c></a>\n";
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
    fn what_stands_in_an_element_is_counted_as_dotnet_counts_it() {
        let content = |text: &str| parse(text.as_bytes()).unwrap_or_default().has_content();
        for none in ["<a/>", "<a></a>", "<a> \t\r\n</a>"] {
            assert!(!content(none), "{none}");
        }
        for some in [
            "<a b=\"\"/>",
            "<a><b/></a>",
            "<a>x</a>",
            "<a>\u{a0}</a>",
            "<a><!----></a>",
            "<a><?x y?></a>",
            "<a><![CDATA[]]></a>",
        ] {
            assert!(content(some), "{some}");
        }
    }

    #[test]
    fn what_is_in_a_namespace_has_no_plain_name() {
        let text = "<a xmlns:x=\"urn:x\"><b xmlns=\"urn:y\"><c/></b><x:d x:e=\"1\"/><b/></a>";
        let root = parse(text.as_bytes()).unwrap_or_default();
        let names: Vec<&str> = root.all().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["a", "{urn:y}b", "{urn:y}c", "x:d", "b"]);
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
            ("\n<?xml version=\"1.0\"?><a/>", "at its very beginning (line 2)"),
            ("\u{feff}\u{feff}<a/>", "second byte order mark"),
            ("<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>", "at its very beginning"),
            ("<?xml encoding=\"utf-8\"?><a/>", "no XML"),
            ("<a/>x", "outside of its elements"),
            ("x<a/>", "outside of its elements"),
            ("<a/>&amp;", "outside of its elements"),
            ("<![CDATA[]]><a/>", "outside of its elements"),
            ("<a><q:z/></a>", "prefix “q” is not declared"),
            ("<a x:nil=\"true\"/>", "prefix “x” is not declared"),
            ("<a b=\"<\"/>", "has a < in it"),
            ("<a>]]></a>", "“]]>” stands in its text"),
            ("<1a/>", "“1a” is no name"),
            ("<:a/>", "is no name"),
            ("<a:b:c/>", "is no name"),
            ("<a b=\"1\"c=\"2\"/>", "without a blank"),
            ("<a><!-- b--c --></a>", "two hyphens"),
            ("<?XML x?><a/>", "where none may be"),
            ("<a xmlns:x=\"\"/>", "empty namespace"),
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
