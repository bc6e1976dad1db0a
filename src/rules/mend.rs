//! The mends that rules propose most often.

use serde_json::Value;

use crate::rule::{Context, Mend, Place};
use crate::source::json::Node;
use crate::source::pointer::resolve;

/// What stands at a place, when it is a pointer that leads somewhere.
pub(crate) fn node<'a>(cx: &Context<'a>, place: &Place) -> Option<Node<'a>> {
    let (Place::Member(role, pointer) | Place::Key(role, pointer)) = place else { return None };
    resolve(cx.connector()?.json(*role)?.root(), pointer)
}

/// Puts a value at a place.
pub(crate) fn set(place: &Place, value: impl Into<Value>) -> Option<Vec<Mend>> {
    let (Place::Member(role, pointer) | Place::Key(role, pointer)) = place else { return None };
    Some(vec![Mend::Set(*role, pointer.clone(), value.into())])
}

/// Takes away what stands at a place.
pub(crate) fn remove(place: &Place) -> Option<Vec<Mend>> {
    let (Place::Member(role, pointer) | Place::Key(role, pointer)) = place else { return None };
    Some(vec![Mend::Remove(*role, pointer.clone())])
}
