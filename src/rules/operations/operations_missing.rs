//! A connector without operations.

use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static OPERATIONS_MISSING: Rule = Rule {
    id: "operations-missing",
    official: &["5000.2.4.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: "\
The connector has no operation.

Without one there is nothing to use. Operations stand under `paths`, by path and method.

```json bad also=path-slash-missing
{\"paths\": {\"/invoices\": null, \"more\": {}}}
```

```json bad also=required-property-missing
{\"paths\": null}
```

```json good
{\"paths\": {\"/more\": {}}}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if definition.index().operations().is_empty() {
        out.say(
            Place::definition("/paths"),
            "The connector has no operation. Describe at least one under `paths`.",
        );
    }
}
