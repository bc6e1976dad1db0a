//! The read-me is missing.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::files::State;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static README_MISSING: Rule = Rule {
    id: "readme-missing",
    official: &["5000.1.1.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S6"],
    docs: "\
The read-me is missing.

People read it on GitHub, and reviewers ask for it.

```files bad
remove readme.md
```

```files bad
rename readme.md read-me.md
```

```files good
pad readme.md 0
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if let State::Missing { note } = connector.readme.state {
        let note = note.map(|note| format!(" In its place {note}.")).unwrap_or_default();
        out.say(
            Place::File(Role::Readme),
            format!("There is no readme.md.{note} Write it by the headings of the template: what it does, who publishes it, how to sign in."),
        );
    }
}
