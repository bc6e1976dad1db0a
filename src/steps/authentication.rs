//! The step `authentication`: how people sign in to the service.

use super::Step;
use crate::answers::{Choice, Found, Kind, Question};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::source::pointer::Pointer;

static TYPES: [Choice; 5] = [
    Choice {
        value: "oauth2",
        label: "OAuth 2",
        help: "People sign in at the service itself. Register the redirect address of your \
               connector there. Real client ids and secrets never go into the files; the secret \
               is given in Partner Center. Not accepted from independent publishers at present.",
    },
    Choice {
        value: "api-key",
        label: "API key",
        help: "People paste a key, which is sent with each call in a header or in the query.",
    },
    Choice { value: "basic", label: "Basic", help: "People give a user name and a password." },
    Choice {
        value: "anonymous",
        label: "Anonymous",
        help: "Nobody signs in. The connector has no connection parameters.",
    },
    Choice {
        value: "other",
        label: "Something else",
        help: "No other way can be certified, by no publisher: signatures, client certificates \
               or fields of your own are refused. Offer one of the four as well.",
    },
];

/// The step.
pub static STEP: Step = Step {
    id: "authentication",
    title: "Authentication",
    intro: "How do people sign in? Microsoft certifies four ways: OAuth 2, an API key, basic, and \
            none at all. Choose carefully: the way of a published connector can never be changed \
            by an update.",
    questions: &[Question {
        key: "authentication.types",
        prompt: "How do people sign in?",
        help: "One, or several when people may choose. It has to agree with the security \
                   definitions and the connection parameters of your files.",
        example: "api-key",
        kind: Kind::Choices { options: &TYPES, open: false },
        asked: |_| true,
        required: |_| true,
        stands: None,
        prefill: Some(told),
    }],
};

fn told(connector: &Connector) -> Option<Found> {
    Some(Found {
        text: detect(connector)?.join(", "),
        role: Role::Properties,
        pointer: Pointer::root().child("properties").child("connectionParameters"),
    })
}

/// The ways to sign in that the files offer, in the order of the choices. None when the
/// properties cannot be read.
pub fn detect(connector: &Connector) -> Option<Vec<&'static str>> {
    let properties = connector.properties()?;
    properties.properties()?;
    let basic = connector
        .definition()
        .and_then(|definition| definition.security_definitions())
        .is_some_and(|definitions| {
            definitions
                .members()
                .any(|(_, node)| node.text("type").is_some_and(|kind| kind == "basic"))
        });
    let mut groups = properties.parameter_groups();
    if properties.has_parameter_sets() {
        // The plain parameters of a connector with several ways are only the shell of them.
        groups.retain(|group| !group.is_empty());
    }
    let mut found: Vec<&str> =
        groups.iter().map(|group| way(group, basic && !properties.has_parameter_sets())).collect();
    if found.is_empty() {
        found.push("anonymous");
    }
    Some(TYPES.iter().map(|kind| kind.value).filter(|kind| found.contains(kind)).collect())
}

/// The way of one group of connection parameters.
fn way(group: &[ConnectionParameter<'_>], basic: bool) -> &'static str {
    let named = |wanted: &str| group.iter().any(|one| one.name.eq_ignore_ascii_case(wanted));
    if group.iter().any(ConnectionParameter::is_oauth) {
        "oauth2"
    } else if group.is_empty() {
        "anonymous"
    } else if basic || named("username") && named("password") {
        "basic"
    } else if group.iter().any(|one| one.has_type("securestring")) {
        "api-key"
    } else {
        "other"
    }
}
