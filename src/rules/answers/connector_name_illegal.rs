//! A folder name that the repository or Windows does not take.

use crate::answers::Answers;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::steps::connector::{fault, is_update, published_fault};

pub(crate) static CONNECTOR_NAME_ILLEGAL: Rule = Rule {
    id: "connector-name-illegal",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3"],
    fix: None,
    docs: "\
The folder name cannot be used in the repository.

The name becomes a folder of Microsoft's repository and of the package, and has to be legal on \
Windows, too: no sign that paths give a meaning to, no dot at either end, no name of a device.

Folders of connectors that are published may hold `'` and `&` besides, and keep their names.

Take letters, digits, blanks and `- _ . ( )`, 64 of them at most; the connector's title is a good start.

```toml bad
[connector]
name = \"Contoso/Invoices\"
```

```toml bad
[connector]
name = \"Contoso Invoices.\"
```

```toml bad
[connector]
name = \"com1\"
```

```toml good
[connector]
name = \"Contoso Invoices (v2)_a-b.c\"
```

```toml bad
[connector]
name = \"Contoso's & Sons\"
submission = \"new\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(name) = answers.confirmed("connector.name") else { return };
    // Blanks around an answer are never part of it.
    let wrong = if is_update(answers) { published_fault } else { fault };
    if let Some(fault) = wrong(name.trim()) {
        out.say(
            Place::Answer("connector.name"),
            format!("The folder name “{}” {fault}. Choose another.", quote(name.trim())),
        );
    }
}
