//! Rules about references: how they are written, where they lead, and what stands beside them.

mod json_pointer_malformed;
mod parameter_definition_is_reference;
mod parameter_reference_malformed;
mod parameter_reference_unknown;
mod reference_siblings;
mod response_definition_is_reference;
mod response_reference_malformed;
mod response_reference_unknown;
mod schema_definition_is_reference;
mod schema_reference_malformed;
mod schema_reference_unknown;

use super::quote;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::referrers::{Part, Referrer};
use crate::rule::fix;
use crate::rule::{Context, Mend, Place, Rule, Sink};
use crate::source::json::Node;
use crate::source::pointer::resolve_reference;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &json_pointer_malformed::JSON_POINTER_MALFORMED,
    &schema_reference_malformed::SCHEMA_REFERENCE_MALFORMED,
    &schema_reference_unknown::SCHEMA_REFERENCE_UNKNOWN,
    &parameter_reference_malformed::PARAMETER_REFERENCE_MALFORMED,
    &parameter_reference_unknown::PARAMETER_REFERENCE_UNKNOWN,
    &response_reference_malformed::RESPONSE_REFERENCE_MALFORMED,
    &response_reference_unknown::RESPONSE_REFERENCE_UNKNOWN,
    &schema_definition_is_reference::SCHEMA_DEFINITION_IS_REFERENCE,
    &parameter_definition_is_reference::PARAMETER_DEFINITION_IS_REFERENCE,
    &response_definition_is_reference::RESPONSE_DEFINITION_IS_REFERENCE,
    &reference_siblings::REFERENCE_SIBLINGS,
];

/// Says that a reference names no part of its kind.
fn malformed(referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    if referrer.is_pointer() && !referrer.names_part() {
        out.say(
            Place::node(Role::Definition, referrer.reference),
            format!(
                "“{}” does not begin with {} and a name. Move what it means there.",
                quote(&referrer.text),
                referrer.part.prefix()
            ),
        );
    }
}

/// Says that a reference names a part that is not there.
fn unknown(cx: &Context<'_>, referrer: &Referrer<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    if referrer.is_pointer() && referrer.names_part() && !referrer.resolves(definition) {
        out.say(
            Place::node(Role::Definition, referrer.reference),
            format!(
                "“{}” leads nowhere: `{}` has no such member. Names count to the letter.",
                quote(&referrer.text),
                referrer.part.shelf()
            ),
        );
    }
}

/// Says that shared parts are references themselves.
fn shared_reference(definition: &Definition, part: Part, out: &mut Sink<'_>) {
    let shelf = definition.root().get(part.shelf());
    for (name, node) in shelf.into_iter().flat_map(Node::members) {
        if let Some(reference) = node.text("$ref") {
            out.say(
                Place::node(Role::Definition, node),
                format!(
                    "“{}” is itself a reference, to {}. Write out here what that says, or refer \
                     to it directly.",
                    quote(&name),
                    quote(&reference)
                ),
            );
        }
    }
}

/// So many references in a row are followed; nobody writes more by hand.
const FURTHEST: usize = 64;

/// Puts in place of a shared reference what it leads to in the end, if it does. A definition that
/// nothing else refers to moves.
fn inline(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let root = cx.definition()?.root();
    let mut node = fix::node(cx, place)?;
    let mut seen = Vec::new();
    while let Some(reference) = node.text("$ref") {
        if seen.contains(&node.id()) || seen.len() == FURTHEST {
            return None;
        }
        seen.push(node.id());
        node = resolve_reference(root, &reference)?;
    }
    let mut mends = fix::set(place, node.to_value())?;
    let references = cx.definition()?.index().references();
    let uses = || references.iter().filter(|reference| reference.target == Some(node.id()));
    let is_definition = node.parent().is_some_and(|shelf| shelf.key_is("definitions"));
    if is_definition && seen.len() == 1 && uses().count() == 1 {
        mends.push(Mend::Remove(Role::Definition, node.pointer()));
    }
    Some(mends)
}
