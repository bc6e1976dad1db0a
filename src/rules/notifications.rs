//! Rules about webhooks: the callback address, and triggers that a hook wakes.

mod notification_on_action;
mod notification_on_webhook_operation;
mod notification_parameter_mismatch;
mod notification_target_not_webhook;
mod notification_url_misplaced;
mod notification_url_not_internal;
mod notification_url_not_required;
mod notification_url_not_string;

use crate::connector::callback::Mark;
use crate::connector::definition::{Definition, Operation};
use crate::rule::{Context, Mend, Place, Rule};
use crate::source::json::Node;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &notification_url_misplaced::NOTIFICATION_URL_MISPLACED,
    &notification_url_not_string::NOTIFICATION_URL_NOT_STRING,
    &notification_url_not_required::NOTIFICATION_URL_NOT_REQUIRED,
    &notification_url_not_internal::NOTIFICATION_URL_NOT_INTERNAL,
    &notification_on_webhook_operation::NOTIFICATION_ON_WEBHOOK_OPERATION,
    &notification_on_action::NOTIFICATION_ON_ACTION,
    &notification_target_not_webhook::NOTIFICATION_TARGET_NOT_WEBHOOK,
    &notification_parameter_mismatch::NOTIFICATION_PARAMETER_MISMATCH,
];

/// The `operationId` of an operation's `x-ms-notification`, where it is text.
fn notification(operation: Operation<'_>) -> Option<Node<'_>> {
    operation.node.get("x-ms-notification")?.get("operationId").filter(|id| id.is_string())
}

/// The operation with an id, the first where there are several; a blank id is none.
fn called<'a>(definition: &'a Definition, id: Node<'_>) -> Option<Operation<'a>> {
    let id = id.as_str().filter(|id| !id.trim().is_empty())?;
    let node = *definition.index().operations_with_id(&id).first()?;
    definition.operations().find(|operation| operation.node.id() == node)
}

/// The mark that an object carries.
fn mark<'a>(cx: &Context<'a>, holder: Node<'_>) -> Option<Mark<'a>> {
    let definition = cx.definition()?;
    definition.callbacks().marks(definition).find(|mark| mark.holder.id() == holder.id())
}

fn set_member(place: &Place, name: &str, value: &str) -> Option<Vec<Mend>> {
    match place {
        Place::Member(role, pointer) => {
            Some(vec![Mend::Set(*role, pointer.child(name), value.into())])
        }
        _ => None,
    }
}
