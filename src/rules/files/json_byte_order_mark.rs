//! A byte order mark at the start of a file.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Json;

pub(crate) static JSON_BYTE_ORDER_MARK: Rule = Rule {
    id: "json-byte-order-mark",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S10"],
    docs: "\
A file begins with a byte order mark.

Some editors on Windows write it, and some readers stumble over it. Save the file as UTF-8 without it.

```text bad file=apiProperties.json
﻿{\"properties\": {\"iconBrandColor\": \"#0a5c8f\", \"publisher\": \"Contoso Ltd\", \"stackOwner\": \"Contoso Ltd\", \"connectionParameters\": {\"x\": {\"type\": \"string\", \"uiDefinition\": {\"displayName\": \"X\", \"description\": \"X.\"}}}}}
```

```text good file=readme.md
﻿# Publisher, Prerequisites
## Supported Operations
## Obtaining Credentials
## Known Issues and Limitations
## Deployment Instructions
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in [Role::Definition, Role::Properties] {
        if connector.json(role).is_some_and(Json::had_bom) {
            out.say(
                Place::File(role),
                "The file begins with a byte order mark. Save it as UTF-8 without one.",
            );
        }
    }
}
