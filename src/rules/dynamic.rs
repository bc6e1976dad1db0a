//! Rules about lists and schemas that are fetched while a flow is built.

mod alternative_properties_missing;
mod dynamic_parameter_name_ambiguous;
mod dynamic_parameter_source_optional;
mod dynamic_parameter_type_mismatch;
mod dynamic_parameter_unknown;
mod dynamic_properties_path_mismatch;
mod dynamic_required_parameter_missing;
mod dynamic_schema_ambiguous_reference;
mod dynamic_schema_nested_reference;
mod dynamic_schema_properties_path;
mod dynamic_source_internal;
mod dynamic_static_value_type_mismatch;
mod dynamic_target_not_array;
mod dynamic_target_property_missing;
mod dynamic_tree_missing;
mod dynamic_values_ambiguous_reference;
mod dynamic_values_nested_reference;
mod selected_item_path_misplaced;

use serde_json::{Map, Value, json};

use crate::connector::dynamic::source::{Meaning, Source};
use crate::connector::dynamic::{Call, Kind, Party};
use crate::connector::files::Role;
use crate::connector::schema::{Found, find};
use crate::rule::fix::set;
use crate::rule::{Context, Mend, Place, Rule};
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &alternative_properties_missing::ALTERNATIVE_PROPERTIES_MISSING,
    &dynamic_tree_missing::DYNAMIC_TREE_MISSING,
    &selected_item_path_misplaced::SELECTED_ITEM_PATH_MISPLACED,
    &dynamic_schema_properties_path::DYNAMIC_SCHEMA_PROPERTIES_PATH,
    &dynamic_properties_path_mismatch::DYNAMIC_PROPERTIES_PATH_MISMATCH,
    &dynamic_required_parameter_missing::DYNAMIC_REQUIRED_PARAMETER_MISSING,
    &dynamic_parameter_unknown::DYNAMIC_PARAMETER_UNKNOWN,
    &dynamic_parameter_name_ambiguous::DYNAMIC_PARAMETER_NAME_AMBIGUOUS,
    &dynamic_parameter_source_optional::DYNAMIC_PARAMETER_SOURCE_OPTIONAL,
    &dynamic_static_value_type_mismatch::DYNAMIC_STATIC_VALUE_TYPE_MISMATCH,
    &dynamic_parameter_type_mismatch::DYNAMIC_PARAMETER_TYPE_MISMATCH,
    &dynamic_source_internal::DYNAMIC_SOURCE_INTERNAL,
    &dynamic_target_not_array::DYNAMIC_TARGET_NOT_ARRAY,
    &dynamic_target_property_missing::DYNAMIC_TARGET_PROPERTY_MISSING,
    &dynamic_values_nested_reference::DYNAMIC_VALUES_NESTED_REFERENCE,
    &dynamic_values_ambiguous_reference::DYNAMIC_VALUES_AMBIGUOUS_REFERENCE,
    &dynamic_schema_nested_reference::DYNAMIC_SCHEMA_NESTED_REFERENCE,
    &dynamic_schema_ambiguous_reference::DYNAMIC_SCHEMA_AMBIGUOUS_REFERENCE,
];

/// Whether a call fetches a list rather than a schema.
fn lists(call: Call<'_>) -> bool {
    matches!(call.kind(), Kind::Values | Kind::List | Kind::Tree)
}

/// The member of a call that names the list in the answer.
fn collection_member(call: Call<'_>) -> &'static str {
    if call.kind().is_first_version() { "value-collection" } else { "itemsPath" }
}

/// What a call takes for the list; none where the target describes no answer.
fn collection<'a>(call: Call<'a>, target: Party<'a>) -> Option<Found<'a>> {
    let path = call.node().text(collection_member(call)).unwrap_or_default();
    Some(find(target.success()?, &path))
}

/// Whether a source belongs to an older extension without its newer twin.
fn is_lone(source: &Source<'_>, kind: Kind, twin: &str) -> bool {
    source.call.kind() == kind && !source.call.has_sibling(twin)
}

/// Whether a source is a parameter of two places, or a parameter and a property of the body.
fn is_ambiguous(source: &Source<'_>) -> bool {
    let name = source.reference.as_str().unwrap_or_default();
    let is_both = || {
        matches!(source.meaning, Meaning::Parameter(_))
            && matches!(source.caller.read_loosely(&name).0, Meaning::Property(_))
    };
    source.caller.is_ambiguous(&name) || is_both()
}

/// The path of a schema that an older extension finds by the path of its properties.
fn schema_path(path: &str) -> &str {
    if path == "properties" { "" } else { path.strip_suffix("/properties").unwrap_or(path) }
}

/// The newer form of an older extension, to stand beside it.
fn twin(cx: &Context<'_>, extension: Node<'_>) -> Option<Vec<Mend>> {
    let call = call(cx, extension)?;
    let caller = call.callers().next();
    let target = call.target();
    let mut parameters = Map::new();
    for (key, value) in call.arguments() {
        let given = if let Some(constant) = call.constant(value) {
            json!({"value": constant.to_value()})
        } else {
            let name = call.reference(value)?.as_str()?;
            let name = caller.and_then(|caller| caller.new_name(&name)).unwrap_or(name.into());
            json!({"parameterReference": name})
        };
        let key = match target {
            Some(target) if target.named(&key).next().is_none() => target.new_name(&key),
            _ => None,
        }
        .unwrap_or(key.into_owned());
        parameters.insert(key, given);
    }
    let mut made = Map::new();
    made.insert("operationId".to_owned(), extension.text("operationId")?.into());
    if !parameters.is_empty() {
        made.insert("parameters".to_owned(), Value::Object(parameters));
    }
    let (name, paths): (_, &[_]) = match call.kind() {
        Kind::Values => (
            "x-ms-dynamic-list",
            &[
                ("value-collection", "itemsPath"),
                ("value-path", "itemValuePath"),
                ("value-title", "itemTitlePath"),
            ],
        ),
        Kind::Schema => ("x-ms-dynamic-properties", &[("value-path", "itemValuePath")]),
        _ => return None,
    };
    for (old, new) in paths {
        if let Some(path) = extension.text(old) {
            let path = if name == "x-ms-dynamic-list" { &path } else { schema_path(&path) };
            made.insert((*new).to_owned(), path.into());
        }
    }
    set(&Place::member(Role::Definition, extension.parent()?, name), Value::Object(made))
}

/// The call that is this object.
fn call<'a>(cx: &Context<'a>, node: Node<'_>) -> Option<Call<'a>> {
    let definition = cx.definition()?;
    definition.dynamics().calls(definition).find(|call| call.node().id() == node.id())
}
