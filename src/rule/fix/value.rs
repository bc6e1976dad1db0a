//! JSON values as another type, where nothing is lost.

use serde_json::Value;

use crate::source::json::{Kind, Node};

/// The value as this type (D19); nothing when it would not say the same.
pub fn converted(node: Node<'_>, kind: &str) -> Option<Value> {
    match (node.kind(), kind) {
        (Kind::Number | Kind::Bool, "string") => Some(node.raw().into()),
        (Kind::String, "boolean") => {
            let text = node.as_str()?;
            match text.trim() {
                "true" | "True" => Some(true.into()),
                "false" | "False" => Some(false.into()),
                _ => None,
            }
        }
        (Kind::String, "integer") => {
            let text = node.as_str()?;
            let number: i64 = text.parse().ok()?;
            (number.to_string() == text).then(|| number.into())
        }
        (Kind::String, "number") => {
            let text = node.as_str()?;
            let number: Value = serde_json::from_str(&text).ok()?;
            (number.is_number() && number.to_string() == text).then_some(number)
        }
        _ => None,
    }
}
