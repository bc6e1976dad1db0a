//! What the parameters of a call mean (N15): the key names something of the operation that is
//! called, the value comes from the operation that calls.

use std::borrow::Cow;

use super::{Call, Party, is_in_body};
use crate::connector::schema::{Found, find, find_with, requires};
use crate::source::json::Node;

/// What a name leads to in an operation.
#[derive(Debug, Clone, Copy)]
pub enum Meaning<'a> {
    /// A parameter.
    Parameter(Node<'a>),
    /// A property of the body, after references.
    Property(Node<'a>),
    /// Nobody can know: the body is open there.
    Open,
    /// Nothing.
    Absent,
}

impl<'a> Meaning<'a> {
    /// The parameter or property.
    pub fn node(self) -> Option<Node<'a>> {
        match self {
            Self::Parameter(node) | Self::Property(node) => Some(node),
            Self::Open | Self::Absent => None,
        }
    }

    fn of(found: Found<'a>) -> Self {
        match found {
            Found::At(node) => Self::Property(node),
            Found::Open => Self::Open,
            Found::Absent => Self::Absent,
        }
    }
}

/// A reference from a call to the operation around it, for one such operation.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The call.
    pub call: Call<'a>,
    /// The name that is referred to.
    pub reference: Node<'a>,
    /// The operation around it.
    pub caller: Party<'a>,
    /// What the value is for in the target.
    pub target: Meaning<'a>,
    /// What the reference means in the caller.
    pub meaning: Meaning<'a>,
    /// It is required all the way; not asked of paths of the first version.
    pub is_required: Option<bool>,
    /// It, or something on the way, is hidden from makers.
    pub is_internal: bool,
}

impl<'a> Call<'a> {
    /// What a key of the parameters means in the target.
    pub fn meaning_of(self, target: Party<'a>, key: &str) -> Meaning<'a> {
        if let Some(parameter) = target.named(key).next() {
            return Meaning::Parameter(parameter);
        }
        let path = match target.body_name() {
            Some(name) if !self.kind().is_first_version() => below_body(key, &name).unwrap_or(key),
            _ => key,
        };
        target.in_body(path)
    }

    /// The constant that a parameter is given, where it is one.
    pub fn constant(self, value: Node<'a>) -> Option<Node<'a>> {
        if self.kind().is_first_version() && !value.is_object() {
            return Some(value);
        }
        if self.reference(value).is_some() {
            return None;
        }
        value.get("value")
    }

    /// The reference that a parameter is given, where it is one.
    pub fn reference(self, value: Node<'a>) -> Option<Node<'a>> {
        let name = if self.kind().is_first_version() { "parameter" } else { "parameterReference" };
        value.get(name).filter(|reference| reference.is_string())
    }

    /// What a reference means for an operation around the call.
    pub fn source(
        self,
        reference: Node<'a>,
        name: &str,
        target: Meaning<'a>,
        caller: Party<'a>,
    ) -> Source<'a> {
        let mut source = Source {
            call: self,
            reference,
            caller,
            target,
            meaning: Meaning::Absent,
            is_required: None,
            is_internal: false,
        };
        if let Some(parameter) = caller.named(name).next() {
            source.meaning = Meaning::Parameter(parameter);
            source.is_required = Some(is_required(parameter));
            source.is_internal = is_internal(parameter);
        } else if self.kind().is_first_version() {
            source.meaning = caller.read_loosely(name).0;
        } else if let Some(body) = caller.body()
            && let Some(path) = caller.body_name().and_then(|body| below_body(name, &body))
        {
            let (mut required, mut internal) = (is_required(body), false);
            source.meaning = match body.get("schema") {
                None => Meaning::Open,
                Some(schema) => Meaning::of(find_with(schema, path, |parent, part, property| {
                    required &= requires(parent, part);
                    internal |= is_internal(property);
                })),
            };
            if let Meaning::Property(_) = source.meaning {
                source.is_required = Some(required);
                source.is_internal = internal;
            }
        }
        source
    }
}

impl<'a> Party<'a> {
    /// The name of the body parameter.
    pub fn body_name(self) -> Option<Cow<'a, str>> {
        self.body()?.text("name")
    }

    /// What a path means in the body.
    pub fn in_body(self, path: &str) -> Meaning<'a> {
        match self.body() {
            None => Meaning::Absent,
            Some(body) => {
                body.get("schema").map_or(Meaning::Open, |schema| Meaning::of(find(schema, path)))
            }
        }
    }

    /// What a name of the first version means in the body, and the path that it stands for: the
    /// name as it is, with dots for slashes, or either without the name of the body. The first
    /// reading that exists counts, else the first open one.
    pub fn read_loosely(self, name: &str) -> (Meaning<'a>, Option<String>) {
        if self.body().is_none() {
            return (Meaning::Absent, None);
        }
        let dotted = name.contains('.').then(|| name.replace('.', "/"));
        let whole = [Some(name), dotted.as_deref()];
        let body = self.body_name();
        let inner = whole.map(|name| below_body(name?, body.as_deref()?));
        let mut best = (Meaning::Absent, None);
        for path in whole.into_iter().chain(inner).flatten() {
            let found = self.in_body(path);
            match found {
                Meaning::Property(_) | Meaning::Parameter(_) => {
                    return (found, Some(path.to_owned()));
                }
                Meaning::Open if best.1.is_none() => best = (found, Some(path.to_owned())),
                Meaning::Open | Meaning::Absent => {}
            }
        }
        best
    }

    /// How the newer extensions write a name of the first version: a parameter by its name, a
    /// property of the body with the name of the body in front.
    pub fn new_name(self, name: &str) -> Option<String> {
        if self.named(name).next().is_some() {
            return Some(name.to_owned());
        }
        let path = self.read_loosely(name).1?;
        Some(format!("{}/{path}", self.body_name()?))
    }

    /// Whether parameters in several places have this name.
    pub fn is_ambiguous(self, name: &str) -> bool {
        let place = |node: Node<'a>| node.text("in");
        let mut places = self.named(name).map(place);
        let first = places.next();
        places.any(|place| Some(place) != first)
    }
}

fn below_body<'n>(name: &'n str, body: &str) -> Option<&'n str> {
    name.strip_prefix(body)?.strip_prefix('/')
}

fn is_required(parameter: Node<'_>) -> bool {
    parameter.get("required").and_then(Node::as_bool) == Some(true)
}

fn is_internal(node: Node<'_>) -> bool {
    node.text("x-ms-visibility").is_some_and(|value| value == "internal")
}

/// Not in the body, required, and without a default: a call has to give it.
pub fn must_be_given(parameter: Node<'_>) -> bool {
    is_required(parameter) && !is_in_body(parameter) && parameter.get("default").is_none()
}
