//! Rules beyond the crisp ones: each judges by appearance and may be wrong, says so, and tells on
//! how many published connectors it fires. None is an error.

mod batch_trigger_without_list;
mod body_property_without_name;
mod contact_email_personal;
mod icon_background_not_brand_colour;
mod icon_background_unfit;
mod icon_damaged;
mod icon_logo_too_large;
mod icon_too_heavy;
mod intro_lists_operations;
mod intro_opening_too_long;
mod intro_section_missing;
mod page_unfinished;
mod plain_http_address;
mod readme_operation_missing;
mod script_class_missing;
mod secret_in_file;
mod test_connection_not_callable;
mod test_connection_visible;
mod text_holds_address;
#[cfg(feature = "spelling")]
mod text_misspelt;
mod text_names_product;
mod text_not_english;
mod title_already_taken;
mod title_looks_like_another;
mod trigger_hint_missing;
mod webhook_answer_without_location;
mod webhook_deletion_missing;

use std::borrow::Cow;

use memchr::memmem;

use crate::connector::definition::{Definition, Operation};
use crate::connector::published::Published;
use crate::connector::terms::is_blank;
use crate::rule::{Context, Rule};
use crate::source::json::Node;
use crate::source::text::Span;
use crate::steps;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &title_already_taken::TITLE_ALREADY_TAKEN,
    &title_looks_like_another::TITLE_LOOKS_LIKE_ANOTHER,
    &text_names_product::TEXT_NAMES_PRODUCT,
    &text_holds_address::TEXT_HOLDS_ADDRESS,
    &text_not_english::TEXT_NOT_ENGLISH,
    #[cfg(feature = "spelling")]
    &text_misspelt::TEXT_MISSPELT,
    &plain_http_address::PLAIN_HTTP_ADDRESS,
    &contact_email_personal::CONTACT_EMAIL_PERSONAL,
    &body_property_without_name::BODY_PROPERTY_WITHOUT_NAME,
    &webhook_deletion_missing::WEBHOOK_DELETION_MISSING,
    &webhook_answer_without_location::WEBHOOK_ANSWER_WITHOUT_LOCATION,
    &batch_trigger_without_list::BATCH_TRIGGER_WITHOUT_LIST,
    &trigger_hint_missing::TRIGGER_HINT_MISSING,
    &test_connection_not_callable::TEST_CONNECTION_NOT_CALLABLE,
    &test_connection_visible::TEST_CONNECTION_VISIBLE,
    &secret_in_file::SECRET_IN_FILE,
    &script_class_missing::SCRIPT_CLASS_MISSING,
    &icon_damaged::ICON_DAMAGED,
    &icon_background_unfit::ICON_BACKGROUND_UNFIT,
    &icon_background_not_brand_colour::ICON_BACKGROUND_NOT_BRAND_COLOUR,
    &icon_logo_too_large::ICON_LOGO_TOO_LARGE,
    &icon_too_heavy::ICON_TOO_HEAVY,
    &intro_section_missing::INTRO_SECTION_MISSING,
    &page_unfinished::PAGE_UNFINISHED,
    &readme_operation_missing::README_OPERATION_MISSING,
    &intro_opening_too_long::INTRO_OPENING_TOO_LONG,
    &intro_lists_operations::INTRO_LISTS_OPERATIONS,
];

/// The publisher's name, from the properties or else the answers.
fn publisher_name<'a>(cx: &Context<'a>) -> Option<Cow<'a, str>> {
    let written = cx.properties().and_then(|properties| properties.text("publisher"));
    let answered = || cx.answer("publisher.name").map(Cow::Borrowed);
    written.filter(|name| !is_blank(Some(name))).or_else(answered)
}

/// Whether a published connector is the one that is handed in.
fn is_own(cx: &Context<'_>, definition: &Definition, entry: &Published) -> bool {
    let publisher = publisher_name(cx);
    // An update is of a published connector, whatever its publisher is called by now.
    let is_update = cx.submission.previous.is_some()
        || cx.answers().is_some_and(|answers| steps::connector::previous(answers).is_some());
    let publisher = publisher.as_deref().filter(|_| !is_update);
    let host = definition.root().text("host");
    host.is_some_and(|host| entry.is_own(&host, publisher))
}

/// Whether a value is a text that people read: a name or a description outside examples.
fn is_text(node: Node<'_>) -> bool {
    let is_named = node
        .key()
        .is_some_and(|key| matches!(&*key, "summary" | "description" | "x-ms-summary" | "title"));
    is_named && node.is_string() && !is_example(node)
}

/// Whether a value is, or stands in, an example, a default or a list of allowed values.
fn is_example(node: Node<'_>) -> bool {
    std::iter::successors(Some(node), |node| node.parent()).any(|node| {
        let is_property = || {
            let map = node.parent().and_then(Node::key);
            map.is_some_and(|map| map == "properties")
        };
        node.key().is_some_and(|key| {
            matches!(&*key, "example" | "examples" | "x-ms-examples" | "default" | "enum")
        }) && !is_property()
    })
}

/// A web address in a file.
struct Address {
    /// Where it begins, in bytes of the file.
    start: usize,
    is_encrypted: bool,
}

/// Every web address in the strings of the definition, examples left out, each with its string.
fn addresses(definition: &Definition) -> impl Iterator<Item = (Node<'_>, Address)> {
    let json = definition.json();
    let text = json.text();
    let plain = memmem::find_iter(text.as_bytes(), "://");
    // A slash may be written with an escape.
    let escaped = memmem::find_iter(text.as_bytes(), r":\/\/");
    plain.chain(escaped).filter_map(move |at| {
        let scheme = |name: &str| {
            let start = at.checked_sub(name.len())?;
            text.get(start..at).filter(|found| found.eq_ignore_ascii_case(name)).map(|_| start)
        };
        let address = match (scheme("https"), scheme("http")) {
            (Some(start), _) => Address { start, is_encrypted: true },
            (None, Some(start)) => Address { start, is_encrypted: false },
            (None, None) => return None,
        };
        let node = json.node_at(at);
        (node.is_string() && !is_example(node)).then_some((node, address))
    })
}

/// An operation that subscribes to a web hook: a trigger that hands over a callback address.
fn is_webhook(definition: &Definition, operation: Operation<'_>) -> bool {
    operation.node.get("x-ms-trigger").is_some() && definition.takes_notification_url(operation)
}

/// The operation that the platform calls to test a connection, with the object that names it.
fn test_connection(definition: &Definition) -> Option<(Node<'_>, Operation<'_>)> {
    let test = definition.root().get("x-ms-capabilities")?.get("testConnection")?;
    let id = test.text("operationId")?;
    let operation = definition
        .operations()
        .find(|operation| operation.id().is_some_and(|found| found == id))?;
    Some((test, operation))
}

/// The first paragraph of a Markdown text, with its place: from the first line that is neither
/// blank nor a heading to the next that is.
fn opening(text: &str) -> Option<(Span, &str)> {
    let is_prose = |line: &str| {
        let line = line.trim_start_matches('\u{feff}').trim();
        !line.is_empty() && !line.starts_with('#')
    };
    let mut start = 0;
    let mut lines = text.split_inclusive('\n').skip_while(|line| {
        let skipped = !is_prose(line);
        start += if skipped { line.len() } else { 0 };
        skipped
    });
    let length: usize = lines.by_ref().take_while(|line| is_prose(line)).map(str::len).sum();
    let span = Span { start, end: start + length };
    Some((span, text.get(start..span.end)?)).filter(|_| length > 0)
}

/// Letters that people read: code, addresses and what is in brackets taken out.
fn prose(text: &str) -> String {
    let words = text.split_whitespace();
    let plain = words.filter(|word| {
        !word.contains("://") && !word.contains(['/', '\\', '_', '@', '{', '<', '#', '=', '`'])
    });
    plain.collect::<Vec<_>>().join(" ")
}
