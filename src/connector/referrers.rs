//! The three places where a definition may refer to a shared part of itself: schemas, elements of
//! parameter lists, and responses of operations.

use std::borrow::Cow;

use super::definition::Definition;
use crate::source::json::Node;
use crate::source::pointer::{Pointer, resolve_reference};

/// What a reference stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A schema site (N9).
    Schema,
    /// An element of a list of parameters.
    Parameter,
    /// A response of an operation.
    Response,
}

impl Part {
    /// How a reference to such a part begins.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Schema => "#/definitions/",
            Self::Parameter => "#/parameters/",
            Self::Response => "#/responses/",
        }
    }

    /// The member of the root that holds such parts.
    pub const fn shelf(self) -> &'static str {
        match self {
            Self::Schema => "definitions",
            Self::Parameter => "parameters",
            Self::Response => "responses",
        }
    }
}

/// An object with a string `$ref`.
#[derive(Debug, Clone)]
pub struct Referrer<'a> {
    /// The object.
    pub node: Node<'a>,
    /// What it stands for.
    pub part: Part,
    /// The value of its `$ref`.
    pub reference: Node<'a>,
    /// The same as text.
    pub text: Cow<'a, str>,
}

impl<'a> Referrer<'a> {
    fn new(node: Node<'a>, part: Part) -> Option<Self> {
        let reference = node.get("$ref")?;
        Some(Self { node, part, reference, text: reference.as_str()? })
    }

    /// Whether it is written as a pointer: only what begins with `#` claims to be one.
    pub fn is_pointer(&self) -> bool {
        self.text.strip_prefix('#').is_none_or(|pointer| Pointer::parse(pointer).is_some())
    }

    /// Whether it names a part of its kind, there or not.
    pub fn names_part(&self) -> bool {
        self.text.strip_prefix(self.part.prefix()).is_some_and(|name| !name.is_empty())
    }

    /// Whether it leads somewhere (D18).
    pub fn resolves(&self, definition: &Definition) -> bool {
        match definition.index().target(self.reference.id()) {
            Some(target) => target.is_some(),
            // Not on the walk of D17, as below a definition that is called `example`.
            None => resolve_reference(definition.root(), &self.text).is_some(),
        }
    }
}

/// Every reference at one of the three places.
pub fn referrers(definition: &Definition) -> impl Iterator<Item = Referrer<'_>> {
    let schemas = definition
        .schema_sites()
        .filter(super::sites::Site::is_reference)
        .filter_map(|site| Referrer::new(site.node, Part::Schema));
    let operations = || definition.operations().map(|operation| operation.node);
    let parameters = operations()
        .chain(super::index::path_items(definition.root()))
        .flat_map(|holder| holder.get("parameters").into_iter().flat_map(Node::items))
        .filter_map(|node| Referrer::new(node, Part::Parameter));
    let responses = operations()
        .flat_map(|operation| operation.get("responses").into_iter().flat_map(Node::members))
        .filter(|(code, _)| !code.starts_with("x-"))
        .filter_map(|(_, node)| Referrer::new(node, Part::Response));
    schemas.chain(parameters).chain(responses)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::source::json::Json;

    #[test]
    fn references_stand_in_three_places() {
        let text = r##"{
            "paths": {"/p": {
                "parameters": [{"$ref": "#/parameters/a"}, {"$ref": 1}],
                "get": {
                    "parameters": [{"$ref": "#/parameters/"}],
                    "responses": {
                        "200": {"schema": {"items": {"$ref": "#/definitions/example"}}},
                        "404": {"$ref": "#/responses/R~2"},
                        "x-none": {"$ref": "#/responses/R"}
                    },
                    "x-ms-dynamic-values": {"$ref": "#/definitions/no"}
                }
            }},
            "parameters": {"a": {"name": "a", "in": "query"}},
            "responses": {"R": {"$ref": "#/responses/R"}},
            "definitions": {"example": {"allOf": [{"$ref": "#/definitions/example"}]}}
        }"##;
        let definition = Definition::new(Json::parse(text).expect("the sample is JSON"));
        let found: Vec<_> = referrers(&definition)
            .map(|found| {
                let judged = (found.is_pointer(), found.names_part(), found.resolves(&definition));
                (found.part, found.text.clone().into_owned(), judged)
            })
            .collect();
        let expected = [
            (Part::Schema, "#/definitions/example", (true, true, true)),
            (Part::Schema, "#/definitions/example", (true, true, true)),
            (Part::Parameter, "#/parameters/", (true, false, false)),
            (Part::Parameter, "#/parameters/a", (true, true, true)),
            (Part::Response, "#/responses/R~2", (false, true, false)),
        ];
        let expected = expected.map(|(part, text, judged)| (part, text.to_owned(), judged));
        assert_eq!(found, expected);
    }
}
