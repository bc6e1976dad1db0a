//! A verified publisher who neither owns the service nor holds rights to it.

use crate::answers::{Answers, Publisher};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static VERIFIED_WITHOUT_OWNERSHIP: Rule = Rule {
    id: "verified-without-ownership",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0"],
    fix: None,
    docs: "\
A verified publisher neither owns the service nor holds rights to it.

Only the owner of a service, or somebody with explicit rights and a fitting scenario, certifies as \
a verified publisher.

Choose the publisher type `independent`, which needs neither, or ask the owner for the rights.

```toml bad
[ownership]
claim = \"neither\"
```

```toml good
[ownership]
claim = \"own\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    if answers.confirmed("ownership.claim").is_some() && answers.is("ownership.claim", "neither") {
        out.say_with(
            Place::Answer("ownership.claim"),
            "A verified publisher owns the service or holds explicit rights to it; with neither, \
             this way is closed. Choose `independent` as the publisher type, or get the rights \
             from the owner first.",
            vec![Place::Answer("publisher.type")],
        );
    }
}
