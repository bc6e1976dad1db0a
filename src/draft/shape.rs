//! The shape of one answer in TOML: text, array, number, truth or day. Reading what was written
//! gives the very text again.

use jiff::civil::Date;
use toml_edit::{Array, Datetime, Item, Value};

use crate::answers::{Kind, Question, items};

/// The text of an answer, or none when the item has no shape an answer can have.
pub(super) fn read(question: &Question, item: &Item) -> Option<String> {
    match (item.as_value()?, question.kind) {
        (Value::String(text), _) => Some(text.value().clone()),
        (Value::Array(list), Kind::Choices { .. }) => {
            let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            Some(texts?.join(", "))
        }
        (Value::Integer(number), Kind::Percent) => Some(number.display_repr().into_owned()),
        (Value::Float(number), Kind::Percent) => Some(number.display_repr().into_owned()),
        (Value::Boolean(truth), Kind::YesNo) => {
            Some(if *truth.value() { "yes" } else { "no" }.to_owned())
        }
        (Value::Datetime(day), Kind::Attestation(_) | Kind::Day) => Some(day.value().to_string()),
        _ => None,
    }
}

/// What an item should have been, as the end of a sentence.
pub(super) const fn expected(question: &Question) -> &'static str {
    match question.kind {
        Kind::Choices { .. } => "a list of texts, `[\"…\", \"…\"]`",
        Kind::Percent => "a number, such as 99.9",
        Kind::YesNo => "true or false",
        Kind::Attestation(_) | Kind::Day => "a day, such as 2026-11-23",
        Kind::Line | Kind::Long | Kind::Choice(_) | Kind::Path => "a text in quotes",
    }
}

/// What a key means, in a few words: the comment beside it.
pub(super) fn comment(question: &Question) -> String {
    match question.kind {
        Kind::Choice(options) => {
            options.iter().map(|choice| choice.value).collect::<Vec<_>>().join(" | ")
        }
        Kind::Choices { options, open: false } => {
            let values: Vec<_> = options.iter().map(|choice| choice.value).collect();
            format!("any of {}", values.join(", "))
        }
        _ => question.prompt.to_owned(),
    }
}

/// An answer in TOML; in TOML's own shape where that reads back as the same text.
pub(super) fn write(question: &Question, text: &str) -> Value {
    let shaped = match question.kind {
        Kind::Choices { .. } => Some(Value::Array(items(text).collect::<Array>())),
        Kind::Percent if is_number(text) => text.parse().ok(),
        Kind::YesNo => match text {
            "yes" => Some(Value::from(true)),
            "no" => Some(Value::from(false)),
            _ => None,
        },
        Kind::Attestation(_) | Kind::Day if text.parse::<Date>().is_ok() => {
            text.parse::<Datetime>().ok().map(Value::from)
        }
        _ => None,
    };
    shaped
        .filter(|value| read(question, &Item::Value(value.clone())).as_deref() == Some(text))
        .unwrap_or_else(|| Value::from(text))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
