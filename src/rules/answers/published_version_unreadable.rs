//! The published version that an update is compared with cannot be read.

use crate::answers::Answers;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PUBLISHED_VERSION_UNREADABLE: Rule = Rule {
    id: "published-version-unreadable",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S4"],
    fix: None,
    docs: "\
The published version that an update is compared with cannot be read.

Without it nobody can tell whether the update breaks the flows of those who use the connector, and
Microsoft's own comparison would be the first to say so.

Name a folder with the files as they were published, their definition file, or `git:` and a tag or
commit of the repository that holds your connector. Microsoft's repository on GitHub keeps the
published files of open-sourced connectors.

```toml bad
[connector]
submission = \"update\"
previous = \"unreadable\"
```

```toml good
[connector]
submission = \"update\"
previous = \"../published\"
```
",
};

fn check(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    if let Some(Err(reason)) = &cx.submission.previous {
        out.say(Place::Answer("connector.previous"), format!("It cannot be read: {reason}"));
    }
}
