//! A trigger and its hook that disagree about a parameter.

use super::{called, notification};
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::rule::fix::node;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static NOTIFICATION_PARAMETER_MISMATCH: Rule = Rule {
    id: "notification-parameter-mismatch",
    official: &["ParamtersWithSameNameMustHaveSameTypeAndVisibility"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Operation(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take `type` and `x-ms-visibility` over from the operation that sets the hook",
        make: copy,
    }),
    docs: "\
A trigger and the operation that sets its hook disagree about a parameter.

The maker fills in the parameters once, and both operations get them. Parameters of the same name must have the same `type` and the same `x-ms-visibility`.

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json fixed
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json bad
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\", \"x-ms-visibility\": \"advanced\"}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```

```json good
{\"paths\": {\"/hooks\": {\"x-ms-notification-content\": {\"schema\": {\"type\": \"string\"}}, \"post\": {\"operationId\": \"Subscribe\", \"summary\": \"Hook\", \"description\": \"Sets a hook.\", \"parameters\": [{\"name\": \"since\", \"in\": \"query\", \"type\": \"string\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}, {\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"required\": [\"url\"], \"properties\": {\"url\": {\"type\": \"string\", \"x-ms-visibility\": \"internal\", \"x-ms-notification-url\": true}}}}], \"responses\": {\"201\": {\"description\": \"The hook is set.\"}}, \"x-ms-trigger\": \"single\"}}, \"/changes\": {\"get\": {\"operationId\": \"WhenPaid\", \"summary\": \"When paid\", \"description\": \"Payments of your company.\", \"parameters\": [{\"name\": \"Since\", \"in\": \"query\", \"type\": \"integer\", \"x-ms-summary\": \"Since\", \"description\": \"Only changes after this day.\"}], \"responses\": {\"200\": {\"description\": \"The result.\", \"schema\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}, \"x-ms-trigger\": \"batch\", \"x-ms-notification\": {\"operationId\": \"Subscribe\"}}}}}
```
",
};

fn check(cx: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    let Some(definition) = cx.definition() else { return };
    let Some(target) = hook(definition, operation) else { return };
    let others = definition.effective_parameters(target);
    for parameter in definition.effective_parameters(operation) {
        let Some(name) = parameter.node.text("name") else { continue };
        let same = |other: &Node<'_>| other.text("name").is_some_and(|found| found == name);
        let mut alike = others.iter().map(|other| other.node).filter(same);
        if alike.any(|other| !agree(parameter.node, other)) {
            out.say(
                Place::node(Role::Definition, parameter.listed),
                format!(
                    "{} has another “{}”: give both the same `type` and `x-ms-visibility`.",
                    target.name(),
                    quote(&name)
                ),
            );
        }
    }
}

/// The operation that sets the hook for a trigger.
fn hook<'a>(definition: &'a Definition, operation: Operation<'a>) -> Option<Operation<'a>> {
    let id = notification(operation).filter(|_| operation.node.get("x-ms-trigger").is_some())?;
    called(definition, id).filter(|target| definition.takes_notification_url(*target))
}

/// What two parameters of one name must have in common.
const SHARED: [&str; 2] = ["type", "x-ms-visibility"];

fn agree(one: Node<'_>, other: Node<'_>) -> bool {
    let value = |node: Node<'_>, name| node.get(name).map(Node::to_value);
    SHARED.iter().all(|name| value(one, name) == value(other, name))
}

/// Takes both over from the operation that sets the hook, where its parameter is the only one of
/// that name.
fn copy(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let definition = cx.definition()?;
    let own = node(cx, place)?;
    let name = own.text("name")?;
    let list = own.parent()?.id();
    let lists = |node: Node<'_>| node.get("parameters").is_some_and(|found| found.id() == list);
    let mut operations = definition.operations();
    let holder = operations.find(|found| lists(found.node) || lists(found.path_item))?;
    let others = definition.effective_parameters(hook(definition, holder)?);
    let mut alike = others
        .iter()
        .map(|other| other.node)
        .filter(|other| other.text("name").is_some_and(|found| found == name));
    let (Some(other), None) = (alike.next(), alike.next()) else { return None };
    let mut mends = Vec::new();
    for member in SHARED {
        let at = own.pointer().child(member);
        let value = other.get(member).map(Node::to_value);
        match value {
            Some(value) if own.get(member).map(Node::to_value).as_ref() != Some(&value) => {
                mends.push(Mend::Set(Role::Definition, at, value));
            }
            None if own.get(member).is_some() => mends.push(Mend::Remove(Role::Definition, at)),
            _ => {}
        }
    }
    (!mends.is_empty()).then_some(mends)
}
