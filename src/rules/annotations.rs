//! Rules about versions of operations: families, revisions, status and replacements.

mod family_duplicate_revision;
mod family_revision_missing;
mod family_several_empty_revisions;
mod family_several_production_operations;
mod family_too_many_active_operations;
mod operation_id_without_revision_suffix;
mod operation_status_ahead_of_connector;
mod production_status_on_beta;
mod replacement_on_active_operation;
mod replacement_without_api;
mod replacement_without_operation_id;

use crate::connector::definition::{Definition, Operation};
use crate::connector::terms::is_blank;
use crate::rule::Rule;
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &replacement_on_active_operation::REPLACEMENT_ON_ACTIVE_OPERATION,
    &replacement_without_api::REPLACEMENT_WITHOUT_API,
    &replacement_without_operation_id::REPLACEMENT_WITHOUT_OPERATION_ID,
    &operation_status_ahead_of_connector::OPERATION_STATUS_AHEAD_OF_CONNECTOR,
    &operation_id_without_revision_suffix::OPERATION_ID_WITHOUT_REVISION_SUFFIX,
    &family_revision_missing::FAMILY_REVISION_MISSING,
    &family_duplicate_revision::FAMILY_DUPLICATE_REVISION,
    &family_too_many_active_operations::FAMILY_TOO_MANY_ACTIVE_OPERATIONS,
    &family_several_production_operations::FAMILY_SEVERAL_PRODUCTION_OPERATIONS,
    &family_several_empty_revisions::FAMILY_SEVERAL_EMPTY_REVISIONS,
    &production_status_on_beta::PRODUCTION_STATUS_ON_BETA,
];

/// The annotation of an operation.
fn annotation(operation: Operation<'_>) -> Option<Node<'_>> {
    operation.node.get("x-ms-api-annotation").filter(|node| node.is_object())
}

/// Whether an operation is given up.
fn is_deprecated(operation: Operation<'_>) -> bool {
    operation.node.get("deprecated").and_then(Node::as_bool) == Some(true)
}

/// Every operation that belongs to a family, with the family and its annotation.
fn families(definition: &Definition) -> impl Iterator<Item = (String, Node<'_>, Operation<'_>)> {
    definition.operations().filter_map(|operation| {
        let own = annotation(operation)?;
        let family = own.text("family").filter(|family| !is_blank(Some(family)))?;
        Some((family.into_owned(), own, operation))
    })
}
