//! The proposal of an independent publisher: the first pull request, which is a text alone.

use std::fmt::Write as _;

use crate::export::markdown::{plain, typed};
use crate::export::told::{description, one_line, operations, told, ways};
use crate::rule::Checked;
use crate::source::text::printable;

/// Operations that a proposal names; the others are counted.
const NAMED: usize = 25;

/// The text of the proposal, ready to paste.
pub(super) fn text(checked: &Checked, name: &str) -> String {
    let mut text = format!("#### What {} is for\n\n", plain(name));
    match description(checked) {
        Some(said) => {
            let _ = writeln!(text, "{}\n", plain(&one_line(&said)));
        }
        None => text.push_str("(say in two or three sentences what the connector is for)\n\n"),
    }
    text.push_str("#### The service behind it\n\n");
    line(&mut text, "Web site", told(checked, "support.website"));
    line(&mut text, "Privacy policy", told(checked, "support.privacy_policy"));
    line(&mut text, "Owner of the service", told(checked, "ownership.stack_owner"));
    let ways = ways(checked);
    let ways: Vec<&str> = ways.iter().map(|way| in_words(way)).collect();
    line(&mut text, "How people sign in", (!ways.is_empty()).then(|| ways.join(", or ")));
    text.push_str("\nI do not own the service.\n\n");
    let operations = operations(checked);
    if !operations.is_empty() {
        text.push_str("#### What people will be able to do\n\n");
        for operation in operations.iter().take(NAMED) {
            let _ = writeln!(text, "- {}", plain(&operation.told()));
        }
        if operations.len() > NAMED {
            let _ = writeln!(text, "- and {} more", operations.len() - NAMED);
        }
        text.push('\n');
    }
    text.push_str("#### Where I can be reached\n\n");
    match told(checked, "support.email") {
        Some(mail) => {
            let _ = writeln!(text, "{}", typed(&mail));
        }
        None => text.push_str("(a mail address that is read)\n"),
    }
    text
}

fn line(text: &mut String, what: &str, said: Option<String>) {
    let said = said.map_or_else(|| "(still to be said)".to_owned(), |said| typed(&said));
    let _ = writeln!(text, "- {what}: {said}");
}

/// A way to sign in, as one would say it.
pub(super) fn in_words(way: &str) -> &str {
    match way {
        "oauth2" => "OAuth 2",
        "api-key" => "an API key",
        "basic" => "user name and password",
        "anonymous" => "not at all: the service is open to everyone",
        "other" => "in a way of its own",
        other => other,
    }
}

/// The address at which Microsoft writes, safe to print.
pub(super) fn mailbox(checked: &Checked) -> String {
    let mail = told(checked, "support.email");
    mail.map_or_else(
        || "the contact's e-mail, which is still missing".to_owned(),
        |mail| format!("`{}`", printable(&mail).replace('`', "'")),
    )
}
