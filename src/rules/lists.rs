//! Rules about the lists of a definition: schemes, media types, tags, and values that must differ.

mod duplicate_array_value;
mod duplicate_tag;
mod mime_type_malformed;
mod mime_type_unsupported;
mod scheme_invalid;
mod scheme_websocket;
mod schemes_empty;

use std::borrow::Cow;

use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &schemes_empty::SCHEMES_EMPTY,
    &scheme_websocket::SCHEME_WEBSOCKET,
    &scheme_invalid::SCHEME_INVALID,
    &duplicate_tag::DUPLICATE_TAG,
    &duplicate_array_value::DUPLICATE_ARRAY_VALUE,
    &mime_type_malformed::MIME_TYPE_MALFORMED,
    &mime_type_unsupported::MIME_TYPE_UNSUPPORTED,
];

/// The elements of a list that an object may have.
fn elements<'a>(holder: Node<'a>, name: &str) -> impl Iterator<Item = Node<'a>> + use<'a> {
    holder.get(name).into_iter().flat_map(Node::items)
}

/// The texts that name what goes in and what comes out.
fn media_types(holder: Node<'_>) -> impl Iterator<Item = (Node<'_>, Cow<'_, str>)> {
    ["consumes", "produces"]
        .into_iter()
        .flat_map(move |name| elements(holder, name))
        .filter_map(|node| Some((node, node.as_str()?)))
}

/// A media type without its parameters.
fn essence(text: &str) -> &str {
    text.split(';').next().unwrap_or_default().trim()
}

/// Whether a text is `token/token` in the sense of RFC 7231.
fn is_media_type(essence: &str) -> bool {
    let is_token = |token: &str| {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        !token.is_empty() && token.bytes().all(legal)
    };
    essence.split_once('/').is_some_and(|(kind, detail)| is_token(kind) && is_token(detail))
}
