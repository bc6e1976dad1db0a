//! `apiProperties.json` as connection parameters, policies and brand. A view; judges nothing.

use std::borrow::Cow;

use super::terms::is_blank;
use crate::source::json::{Json, Node};

/// A properties file whose root is an object.
#[derive(Debug)]
pub struct Properties {
    json: Json,
}

impl Properties {
    pub(super) fn new(json: Json) -> Self {
        Self { json }
    }

    /// The tree.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// The root object.
    pub fn root(&self) -> Node<'_> {
        self.json.root()
    }

    /// The object `/properties`, under which everything stands.
    pub fn properties(&self) -> Option<Node<'_>> {
        self.root().get("properties").filter(|node| node.is_object())
    }

    /// A text directly under `/properties`.
    pub fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.properties()?.text(name)
    }

    /// Groups of connection parameters: the plain one, then each set of a multi-auth connector.
    pub fn parameter_groups(&self) -> Vec<Vec<ConnectionParameter<'_>>> {
        let Some(properties) = self.properties() else { return Vec::new() };
        let plain = properties.get("connectionParameters");
        let sets = properties
            .get("connectionParameterSets")
            .and_then(|sets| sets.get("values"))
            .into_iter()
            .flat_map(Node::items)
            .filter_map(|set| set.get("parameters"));
        plain
            .into_iter()
            .chain(sets)
            .filter(|group| group.is_object())
            .map(|group| {
                group
                    .members()
                    .filter(|(_, node)| node.is_object())
                    .map(|(name, node)| ConnectionParameter { name, node })
                    .collect()
            })
            .collect()
    }

    /// Every connection parameter (D21).
    pub fn connection_parameters(&self) -> Vec<ConnectionParameter<'_>> {
        self.parameter_groups().into_iter().flatten().collect()
    }

    /// Texts of the file, as written between their quotes, that look like real client secrets.
    /// Whatever shows the file covers them.
    pub fn secrets(&self) -> Vec<&str> {
        self.connection_parameters()
            .iter()
            .flat_map(ConnectionParameter::secrets)
            .map(|node| node.raw().trim_matches('"'))
            .collect()
    }

    /// Whether the connector offers several ways to sign in.
    pub fn has_parameter_sets(&self) -> bool {
        self.properties().is_some_and(|node| node.get("connectionParameterSets").is_some())
    }
}

/// A field that a maker fills in to connect (D21).
#[derive(Debug, Clone)]
pub struct ConnectionParameter<'a> {
    /// Its key.
    pub name: Cow<'a, str>,
    /// The object.
    pub node: Node<'a>,
}

impl<'a> ConnectionParameter<'a> {
    /// `type` is `oauthSetting`, ignoring ASCII case (D21).
    pub fn is_oauth(&self) -> bool {
        self.has_type("oauthSetting")
    }

    /// Whether `type` is this text, ignoring ASCII case.
    pub fn has_type(&self, wanted: &str) -> bool {
        self.node.text("type").is_some_and(|found| found.eq_ignore_ascii_case(wanted))
    }

    /// The object `oAuthSettings`.
    pub fn oauth_settings(&self) -> Option<Node<'a>> {
        self.node.get("oAuthSettings").filter(|node| node.is_object())
    }

    /// Members `clientSecret` of the OAuth settings, in any case, that hold no stand-in.
    pub fn secrets(&self) -> Vec<Node<'a>> {
        let settings = self.oauth_settings().filter(|_| self.is_oauth());
        settings
            .into_iter()
            .flat_map(Node::members)
            .filter(|(name, _)| name.eq_ignore_ascii_case("clientSecret"))
            .map(|(_, member)| member)
            .filter(|member| member.as_str().is_some_and(|text| is_secret(&text)))
            .collect()
    }
}

/// What tells a stand-in from a secret, in lower case (D22).
const MARKS: [&str; 18] = [
    "dummy",
    "placeholder",
    "replace",
    "your",
    "enter",
    "example",
    "sample",
    "insert",
    "secret",
    "test",
    "fake",
    "todo",
    "tbd",
    "xxx",
    "***",
    "<",
    "[",
    "{",
];

fn is_secret(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !is_blank(Some(text)) && !MARKS.iter().any(|mark| lower.contains(mark))
}
