//! The step `authentication`: how people sign in to the service.

use super::Step;
use crate::answers::{Choice, Found, Kind, Question};
use crate::connector::Connector;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::properties::ConnectionParameter;
use crate::source::json::Node;
use crate::source::pointer::Pointer;

static TYPES: [Choice; 5] = [
    Choice {
        value: "oauth2",
        label: "OAuth 2",
        help: "People sign in at the service itself. Register the redirect address of your \
               connector there, and set the redirect mode `GlobalPerConnector`. Real client ids \
               and secrets never go into the files, but into the offer in Partner Center. Not \
               accepted from independent publishers at present.",
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
        help: "No publisher can certify with anything else, such as signatures, client \
               certificates, or fields of your own without a secret. Offer one of the four \
               instead.",
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
        told_by: None,
    })
}

/// The ways to sign in that the files offer, in the order of the choices. None when the
/// properties cannot be read.
pub fn detect(connector: &Connector) -> Option<Vec<&'static str>> {
    let properties = connector.properties()?.properties()?;
    let sets: Vec<Node<'_>> = properties
        .get("connectionParameterSets")
        .and_then(|sets| sets.get("values"))
        .into_iter()
        .flat_map(Node::items)
        .filter(|set| set.is_object())
        .collect();
    let found: Vec<&str> = if sets.is_empty() {
        vec![way(&parameters(properties.get("connectionParameters")), has_basic(connector))]
    } else {
        // The definition does not say which of the sets it means by `basic`; their fields do. The
        // plain parameters beside them repeat one of the sets for older clients.
        sets.iter().map(|set| way(&parameters(set.get("parameters")), false)).collect()
    };
    Some(TYPES.iter().map(|kind| kind.value).filter(|kind| found.contains(kind)).collect())
}

fn parameters(group: Option<Node<'_>>) -> Vec<ConnectionParameter<'_>> {
    group
        .into_iter()
        .flat_map(Node::members)
        .filter(|(_, node)| node.is_object())
        .map(|(name, node)| ConnectionParameter { name, node })
        .collect()
}

/// Whether the definition speaks of basic authentication.
fn has_basic(connector: &Connector) -> bool {
    connector
        .definition()
        .and_then(Definition::security_definitions)
        .into_iter()
        .flat_map(Node::members)
        .any(|(_, scheme)| scheme.text("type").is_some_and(|kind| kind == "basic"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connector::files::{RawContent, RawFile};

    fn found(properties: &str, definition: &str) -> Option<Vec<&'static str>> {
        let file = |role: Role, text: String| RawFile {
            role,
            name: role.canonical().to_owned(),
            content: RawContent::Bytes(text.into_bytes()),
        };
        let properties = format!(r#"{{"properties": {properties}}}"#);
        let files =
            vec![file(Role::Properties, properties), file(Role::Definition, definition.to_owned())];
        detect(&Connector::new("x", None, files))
    }

    fn plain(parameters: &str) -> Option<Vec<&'static str>> {
        found(&format!(r#"{{"connectionParameters": {parameters}}}"#), "{}")
    }

    #[test]
    fn each_way_is_known_by_its_parameters() {
        let key = r#"{"api_key": {"type": "securestring"}, "site": {"type": "string"}}"#;
        assert_eq!(plain(key), Some(vec!["api-key"]));
        let oauth = r#"{"token": {"type": "OAuthSetting"}, "key": {"type": "securestring"}}"#;
        assert_eq!(plain(oauth), Some(vec!["oauth2"]));
        let names = r#"{"userName": {"type": "string"}, "password": {"type": "securestring"}}"#;
        assert_eq!(plain(names), Some(vec!["basic"]));
        assert_eq!(plain(r#"{"site": {"type": "string"}}"#), Some(vec!["other"]));
        assert_eq!(plain("{}"), Some(vec!["anonymous"]));
        assert_eq!(found("{}", "{}"), Some(vec!["anonymous"]));
        assert_eq!(found("7", "{}"), None);
    }

    #[test]
    fn basic_in_the_definition_needs_a_parameter() {
        let basic = r#"{"securityDefinitions": {"b": {"type": "basic"}}}"#;
        let key = r#"{"connectionParameters": {"key": {"type": "securestring"}}}"#;
        assert_eq!(found(key, basic), Some(vec!["basic"]));
        assert_eq!(found("{}", basic), Some(vec!["anonymous"]));
    }

    #[test]
    fn sets_are_joined_and_outrank_the_plain_parameters() {
        let several = r#"{"connectionParameters": {"site": {"type": "string"}},
            "connectionParameterSets": {"values": [
                {"name": "key", "parameters": {"key": {"type": "securestring"}}},
                {"name": "nobody", "parameters": {}},
                {"name": "sign-in", "parameters": {"token": {"type": "oauthSetting"}}}]}}"#;
        let basic = r#"{"securityDefinitions": {"b": {"type": "basic"}}}"#;
        assert_eq!(found(several, basic), Some(vec!["oauth2", "api-key", "anonymous"]));
    }
}
