//! Confirmed answers as mends: what the publisher has said already only has to be written.

use serde_json::{Value, json};

use super::Mend;
use crate::answers::Stand;
use crate::rule::Context;
use crate::source::json::Node;
use crate::source::pointer::{Pointer, resolve};
use crate::steps;

/// Writes the confirmed answer to a question where it stands in the files.
pub fn written(cx: &Context<'_>, key: &str) -> Option<Vec<Mend>> {
    let question = steps::question(key)?;
    let text = question.in_file(cx.answer(key)?);
    let stand = question.stands?;
    let connector = cx.connector()?;
    let root = connector.json(stand.role())?.root();
    let pointer = stand.pointer(connector);
    let (pointer, value) = match stand {
        Stand::Member(..) => (pointer, Value::String(text)),
        Stand::Metadata(name) => entry(root, pointer, name, text)?,
    };
    Some(vec![Mend::Set(stand.role(), pointer, value)])
}

/// A metadata entry: its value, a further entry, or the whole list. The pointer is that of the
/// entry's value, or of the list when there is no such entry.
fn entry(root: Node<'_>, pointer: Pointer, name: &str, text: String) -> Option<(Pointer, Value)> {
    if pointer.last().is_some_and(|last| last == "propertyValue") {
        return Some((pointer, Value::String(text)));
    }
    let entry = json!({ "propertyName": name, "propertyValue": text });
    match resolve(root, &pointer) {
        Some(list) if list.is_array() => Some((pointer.child("-"), entry)),
        Some(other) if !other.is_null() => None,
        _ => Some((pointer, json!([entry]))),
    }
}
