//! What the reviewers need to sign in and to see the connector work.

use std::fmt::Write as _;

use crate::connector::Connector;
use crate::export::covered;
use crate::export::markdown::plain;
use crate::export::told::{operations, quickest, title, ways};
use crate::rule::Checked;

/// The section about the account of the reviewers.
pub(super) fn section(checked: &Checked) -> String {
    let ways = ways(checked);
    let mut text = String::from(
        "Reviewers sign in as your customers do. Make an account for them alone, with data made up \
         for the purpose, and leave it open until the connector is live: it must not ask for a \
         second factor, and its password must not end meanwhile. Give it in the form, or when \
         Microsoft asks for it there. Instructions, ready to paste; the brackets are for the form \
         alone:\n\n````markdown\n",
    );
    let called = title(checked).unwrap_or_else(|| "the connector".to_owned());
    let _ = writeln!(text, "To connect, choose {}, then Create a connection.\n", plain(&called));
    let lead = if ways.len() > 1 {
        text.push_str(
            "Choose the way to sign in from the list at the top; any of these works:\n\n",
        );
        "- "
    } else {
        ""
    };
    for way in &ways {
        let _ = writeln!(
            text,
            "{lead}{}",
            match way.as_str() {
                "oauth2" =>
                    "Sign in with the account [user name] and the password [password], and agree \
                     to what is asked. No second factor is asked for.",
                "api-key" => "Paste the key [key]. It is for this review alone.",
                "basic" => "Give the user name [user name] and the password [password].",
                "anonymous" => "Without an account: nothing is asked for.",
                _ => "Sign in by [say how].",
            }
        );
    }
    text.push('\n');
    let fields = fields(checked);
    if !fields.is_empty() {
        text.push_str("The connection asks for:\n\n");
        for field in fields {
            let _ = writeln!(text, "- {}: [value]", plain(&field));
        }
        text.push('\n');
    }
    let first = quickest(operations(checked));
    if !first.is_empty() {
        text.push_str("Try these first:\n\n");
        for operation in first {
            let needs = match operation.required {
                0 => "nothing has to be filled in".to_owned(),
                1 => "one thing to fill in: [name and value]".to_owned(),
                count => format!("{count} things to fill in: [names and values]"),
            };
            let _ = writeln!(text, "- {}: {needs}. [What comes back.]", plain(&operation.told()));
        }
        text.push('\n');
    }
    text.push_str("Limits of this account: [calls a minute, or none]\n````\n\n");
    text
}

/// What a connection asks for, by the names that people see.
fn fields(checked: &Checked) -> Vec<String> {
    let connector = checked.submission.connector.as_deref();
    let Some(properties) = connector.and_then(Connector::properties) else { return Vec::new() };
    let mut fields: Vec<String> = Vec::new();
    for parameter in properties.parameter_groups().iter().flatten() {
        if parameter.is_oauth() {
            continue;
        }
        let shown = parameter.node.get("uiDefinition").and_then(|ui| ui.text("displayName"));
        let name = covered(checked, &shown.unwrap_or_else(|| parameter.name.clone()));
        if !fields.contains(&name) {
            fields.push(name);
        }
    }
    fields
}
