//! A folder name that the repository or Windows does not take.

use crate::answers::Answers;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::text::printable;
use crate::steps::connector::fault;

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
    docs: "\
The folder name cannot be used in the repository.

The name becomes a folder that people check out on Windows, too. A blank at its end alone has cost \
others a round.

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
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(name) = answers.confirmed("connector.name") else { return };
    if let Some(fault) = fault(name) {
        let start: String = name.chars().take(60).collect();
        out.say(
            Place::Answer("connector.name"),
            format!("The folder name “{}” {fault}.", printable(&start)),
        );
    }
}
