//! What makes XML ill-formed though the reader lets it pass. Microsoft's own readers do not.

use quick_xml::events::BytesStart;
use quick_xml::name::{NamespaceResolver, QName, ResolveResult};

/// The name under which an element is known: as written where it is in no namespace, else with the
/// namespace before it, so that nobody takes it for one of the plain names.
///
/// # Errors
/// Why the tag is none, as a clause that can follow a colon.
pub(super) fn element(
    start: &BytesStart<'_>,
    namespaces: &NamespaceResolver,
) -> Result<String, String> {
    tag(start)?;
    let name = start.name();
    let written: &str = name.as_ref();
    let (resolved, local) = namespaces.resolve_element(name);
    let name = match resolved {
        ResolveResult::Unbound => written.to_owned(),
        ResolveResult::Bound(_) if written.contains(':') => written.to_owned(),
        ResolveResult::Bound(namespace) => {
            format!("{{{}}}{}", AsRef::<str>::as_ref(&namespace), AsRef::<str>::as_ref(&local))
        }
        ResolveResult::Unknown(prefix) => return Err(undeclared(&prefix)),
    };
    Ok(name)
}

/// Whether an attribute may stand where it stands.
///
/// # Errors
/// Why not, as a clause that can follow a colon.
pub(super) fn attribute(
    key: QName<'_>,
    value: &str,
    namespaces: &NamespaceResolver,
) -> Result<(), String> {
    let written: &str = key.as_ref();
    check_name(written)?;
    if value.contains('<') {
        return Err(format!("the attribute {} has a < in it", cut(written)));
    }
    if written.starts_with("xmlns:") && value.is_empty() {
        return Err(format!("{} declares an empty namespace", cut(written)));
    }
    if written == "xmlns" || written.starts_with("xmlns:") || written.starts_with("xml:") {
        return Ok(());
    }
    match namespaces.resolve_attribute(key).0 {
        ResolveResult::Unknown(prefix) => Err(undeclared(&prefix)),
        _ => Ok(()),
    }
}

/// A name that is one: it begins with a letter and has one colon at most.
fn check_name(name: &str) -> Result<(), String> {
    let begins = |c: char| c == '_' || c.is_ascii_alphabetic() || !c.is_ascii();
    let goes_on = |c: char| begins(c) || c.is_ascii_digit() || c == '-' || c == '.';
    let parts: Vec<&str> = name.split(':').collect();
    let is_name = parts.len() <= 2
        && parts.iter().all(|part| part.starts_with(begins) && part.chars().all(goes_on));
    is_name.then_some(()).ok_or_else(|| format!("“{}” is no name", cut(name)))
}

/// A tag as it is written: a name, and a blank before each attribute.
fn tag(start: &BytesStart<'_>) -> Result<(), String> {
    let name = start.name();
    let name: &str = name.as_ref();
    check_name(name)?;
    if name.starts_with("xmlns:") {
        return Err(format!("“{}” is no name of an element", cut(name)));
    }
    let raw: &str = start;
    let mut quote = None;
    let mut closed = false;
    for c in raw.chars() {
        match quote {
            Some(open) if c == open => (quote, closed) = (None, true),
            Some(_) => {}
            None if closed && !is_blank(c) && c != '/' => {
                return Err(format!("two attributes of {} stand without a blank", cut(name)));
            }
            None => {
                closed = false;
                if c == '"' || c == '\'' {
                    quote = Some(c);
                }
            }
        }
    }
    Ok(())
}

/// A comment as it may be: no two hyphens before its end.
pub(super) fn comment(text: &str) -> Result<(), String> {
    if text.contains("--") || text.ends_with('-') {
        return Err("a comment has two hyphens in it".to_owned());
    }
    Ok(())
}

/// An instruction to programs: it has a name, and is no second declaration.
pub(super) fn instruction(text: &str) -> Result<(), String> {
    let target = text.split(is_blank).next().unwrap_or_default();
    if target.eq_ignore_ascii_case("xml") {
        return Err("an XML declaration stands where none may be".to_owned());
    }
    check_name(target)
}

/// Text as it stands in the file: only blanks outside of all elements, and no end of a section of
/// raw text.
pub(super) fn text(text: &str, is_outside: bool) -> Result<(), String> {
    if is_outside && !text.chars().all(is_blank) {
        return Err("text stands outside of its elements".to_owned());
    }
    if text.contains("]]>") {
        return Err("“]]>” stands in its text".to_owned());
    }
    Ok(())
}

/// What XML takes for a blank.
pub(super) const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

fn undeclared(prefix: &str) -> String {
    format!("the prefix “{}” is not declared", cut(prefix))
}

/// A name as far as it is worth telling.
pub(super) fn cut(name: &str) -> String {
    const LONGEST: usize = 60;
    let mut letters = name.chars();
    let short: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() { short + "…" } else { short }
}
