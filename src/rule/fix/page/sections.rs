//! The sections of both pages, in the order of Microsoft's templates, and what the files tell for
//! each.

use std::fmt::Write as _;

use super::written;
use crate::answers::items;
use crate::connector::definition::{Definition, Operation};
use crate::connector::properties::Properties;
use crate::rule::Context;
use crate::source::json::Node;
use crate::source::markdown::running;
use crate::steps::authentication::detect;

/// A section of a page.
pub(super) struct Section {
    /// What its heading has to contain, in lower case.
    pub(super) phrase: &'static str,
    /// Its heading where we write it.
    pub(super) title: &'static str,
    /// What stands below it, without blank lines around.
    body: fn(&Context<'_>) -> String,
}

const fn section(
    phrase: &'static str,
    title: &'static str,
    body: fn(&Context<'_>) -> String,
) -> Section {
    Section { phrase, title, body }
}

pub(super) static README: [Section; 6] = [
    section("publisher", "Publisher", |_| stand_in("who publishes the connector.")),
    section("prerequisites", "Prerequisites", prerequisites),
    section("supported operations", "Supported Operations", operations),
    section("obtaining credentials", "Obtaining Credentials", credentials),
    section("known issues and limitations", "Known Issues and Limitations", issues),
    section("deployment instructions", "Deployment Instructions", deployment),
];

pub(super) static INTRO: [Section; 6] = [
    section("prerequisites", "Prerequisites", prerequisites),
    section("credentials", "How to get credentials", credentials),
    section("get started", "Get started with your connector", start),
    section("known issues", "Known issues and limitations", issues),
    section("common errors", "Common errors and remedies", errors),
    section("faq", "FAQ", |_| stand_in("what people ask most, each with its answer.")),
];

impl Section {
    /// The heading, and what stands below it.
    pub(super) fn text(&self, cx: &Context<'_>) -> String {
        let publisher = cx.properties().and_then(|properties| properties.text("publisher"));
        let publisher = publisher.map(|name| running(&name)).filter(|name| !name.is_empty());
        match publisher.filter(|_| self.phrase == "publisher") {
            Some(name) => format!("## {}: {name}\n", self.title),
            None => format!("## {}\n\n{}\n", self.title, (self.body)(cx).trim_end()),
        }
    }
}

/// A line that waits for a person.
fn stand_in(what: &str) -> String {
    format!("{}{what}*", super::STAND_IN)
}

fn prerequisites(_: &Context<'_>) -> String {
    format!(
        "- A licence that includes premium connectors\n\n{}",
        stand_in("which account or plan of the service people need.")
    )
}

/// The operations that makers see, each under its summary with its description.
fn operations(cx: &Context<'_>) -> String {
    let operations = cx.definition().into_iter().flat_map(Definition::operations);
    let seen = operations.filter(|operation| !operation.is_internal());
    let sections: Vec<String> =
        seen.filter_map(|operation| listed(operation.node, "###")).collect();
    if sections.is_empty() {
        return stand_in("which operations there are, each with what it does.");
    }
    sections.join("\n")
}

/// An operation under a heading; none without a summary.
pub(in crate::rule::fix) fn listed(operation: Node<'_>, marks: &str) -> Option<String> {
    let summary = written(operation, "summary")?;
    let description = written(operation, "description");
    let description = description.map(|text| format!("\n{text}\n")).unwrap_or_default();
    Some(format!("{marks} {summary}\n{description}"))
}

/// The ways to sign in: as answered, else as the files have them.
pub(super) fn ways(cx: &Context<'_>) -> Vec<String> {
    let answered = cx.answer("authentication.types").map(items);
    let answered: Vec<String> =
        answered.into_iter().flatten().map(str::to_ascii_lowercase).collect();
    if !answered.is_empty() {
        return answered;
    }
    let found = cx.connector().and_then(detect).unwrap_or_default();
    found.into_iter().map(str::to_owned).collect()
}

fn credentials(cx: &Context<'_>) -> String {
    let ways = ways(cx);
    let fields = fields(cx);
    let parts: Vec<String> = ways
        .iter()
        .filter_map(|way| match way.as_str() {
            "oauth2" => Some(oauth(cx)),
            "api-key" => Some(format!(
                "The connector signs in with an API key. Give it when the connection is \
                 made{}.\n\n{}",
                fields.as_deref().map(|fields| format!(", as {fields}")).unwrap_or_default(),
                stand_in("where in the service people make such a key, step by step.")
            )),
            "basic" => Some(format!(
                "The connector signs in with a user name and a password. Give them when the \
                 connection is made{}.\n\n{}",
                fields.as_deref().map(|fields| format!(", as {fields}")).unwrap_or_default(),
                stand_in("where people get an account of the service.")
            )),
            "anonymous" => Some("None are needed: the service is open to everyone.".to_owned()),
            _ => None,
        })
        .collect();
    if parts.is_empty() {
        return stand_in("how people get what they sign in with.");
    }
    parts.join("\n\n")
}

fn oauth(cx: &Context<'_>) -> String {
    let settings = cx.properties().and_then(|properties| {
        let parameters = properties.connection_parameters();
        parameters.into_iter().find_map(|parameter| parameter.oauth_settings())
    });
    let scopes = settings.and_then(|settings| settings.get("scopes"));
    let scopes: Vec<String> = scopes
        .into_iter()
        .flat_map(Node::items)
        .filter_map(Node::as_str)
        .map(|scope| crate::source::markdown::code(scope.trim()))
        .filter(|scope| !scope.is_empty())
        .collect();
    let mut text =
        "People sign in at the service when the connection is made. Whoever deploys the \
                    connector registers an app there first:\n\n\
                    1. Create an app in the developer settings of the service.\n\
                    2. Register `https://global.consent.azure-apim.net/redirect/`, followed by the \
                    id of the connector, as its redirect address. The maker portal shows the whole \
                    address after the connector is saved.\n"
            .to_owned();
    let mut number = 3;
    if !scopes.is_empty() {
        let _ = writeln!(text, "{number}. Allow it these scopes: {}.", scopes.join(", "));
        number += 1;
    }
    let _ = write!(
        text,
        "{number}. Give its client id and secret on the page Security of the connector, and \
         nowhere else.\n\n{}",
        stand_in("where in the service that is, step by step.")
    );
    text
}

/// The names of what a connection asks for, joined.
fn fields(cx: &Context<'_>) -> Option<String> {
    let parameters = cx.properties().map(Properties::connection_parameters).unwrap_or_default();
    let names: Vec<String> = parameters
        .iter()
        .filter(|parameter| !parameter.is_oauth())
        .filter_map(|parameter| written(parameter.node.get("uiDefinition")?, "displayName"))
        .map(|name| format!("“{name}”"))
        .collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// What the definition itself says is limited.
fn issues(cx: &Context<'_>) -> String {
    let operations = cx.definition().into_iter().flat_map(Definition::operations);
    let seen: Vec<Operation<'_>> = operations.filter(|one| !one.is_internal()).collect();
    let named = |wanted: fn(&Operation<'_>) -> bool| -> Vec<String> {
        let found = seen.iter().filter(|operation| wanted(operation));
        found.filter_map(|operation| written(operation.node, "summary")).collect()
    };
    let old =
        named(|operation| operation.node.get("deprecated").and_then(Node::as_bool) == Some(true));
    let polling = named(|operation| {
        operation.node.text("x-ms-trigger").is_some()
            && operation.path_item.get("x-ms-notification-content").is_none()
    });
    let mut text = String::new();
    // In one line each: the public page lists the operations by itself.
    for (names, is, are) in [
        (
            old,
            "is deprecated, and kept for existing flows",
            "are deprecated, and kept for existing flows",
        ),
        (
            polling,
            "asks the service for news at intervals",
            "ask the service for news at intervals",
        ),
    ] {
        let _ = match names.as_slice() {
            [] => Ok(()),
            [one] => writeln!(text, "- {one} {is}."),
            several => writeln!(text, "- These {are}: {}.", several.join(", ")),
        };
    }
    let gap = stand_in(if text.is_empty() {
        "what does not work, or that nothing is known."
    } else {
        "what else does not work, or take this line out."
    });
    if text.is_empty() { gap } else { format!("{text}\n{gap}") }
}

fn deployment(cx: &Context<'_>) -> String {
    let has_script = cx.connector().is_some_and(|connector| {
        connector.facts(crate::connector::files::Role::Script).body.is_some()
    });
    let script = if has_script { " --script script.csx" } else { "" };
    format!(
        "Import `apiDefinition.swagger.json` as a custom connector in the maker portal, or use \
         Microsoft's command line tool:\n\n~~~\npaconn create --api-prop apiProperties.json \
         --api-def apiDefinition.swagger.json{script}\n~~~"
    )
}

fn start(cx: &Context<'_>) -> String {
    let operations = cx.definition().into_iter().flat_map(Definition::operations);
    let mut seen = operations.filter(|operation| !operation.is_internal());
    let first = seen.find_map(|operation| {
        let is_trigger = operation.node.get("x-ms-trigger").is_some();
        written(operation.node, "summary").filter(|_| !is_trigger)
    });
    let first = first.map_or_else(|| "an operation".to_owned(), |name| format!("“{name}”"));
    format!(
        "1. Create a flow, and add {first} of this connector to it.\n\
         2. Make a connection when it is asked for.\n\
         3. Fill in the fields, save, and test the flow.\n\n{}",
        stand_in("what a good first flow is for.")
    )
}

/// The errors that the definition documents.
fn errors(cx: &Context<'_>) -> String {
    let mut known: Vec<(String, String)> = Vec::new();
    let definition = cx.definition();
    for operation in definition.into_iter().flat_map(Definition::operations) {
        for response in definition.into_iter().flat_map(|found| found.responses(operation)) {
            let is_error = response.code.len() == 3 && response.code.starts_with(['4', '5']);
            let is_new = !known.iter().any(|(code, _)| *code == response.code);
            let said = response.node.and_then(|node| written(node, "description"));
            if let Some(said) = said.filter(|_| is_error && is_new) {
                known.push((response.code.into_owned(), said));
            }
        }
    }
    known.sort();
    let lines: Vec<String> =
        known.iter().map(|(code, said)| format!("- {code}: {said}\n")).collect();
    let lines = lines.concat();
    let gap = stand_in("which errors people meet, and what helps with each.");
    if lines.is_empty() { gap } else { format!("{lines}\n{gap}") }
}
