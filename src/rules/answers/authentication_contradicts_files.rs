//! The answer and the files speak of different ways to sign in.

use std::collections::BTreeSet;

use crate::answers::{Answers, items};
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::authentication::detect;

const KNOWN: [&str; 4] = ["oauth2", "api-key", "basic", "anonymous"];

pub(crate) static AUTHENTICATION_CONTRADICTS_FILES: Rule = Rule {
    id: "authentication-contradicts-files",
    official: &[],
    // What the files mean is read by a heuristic, so this never blocks.
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0"],
    fix: None,
    docs: "\
The answer and the connection parameters speak of different ways to sign in.

What people fill in comes from the connection parameters in apiProperties.json; the answer only \
goes on your checklist. One of them is wrong.

Change the answer, or the connection parameters and the security definitions.

```toml bad
[authentication]
types = \"basic\"
```

```toml bad
[authentication]
types = \"api-key, anonymous\"
```

```toml good
[authentication]
types = \"API-KEY\"
```
",
};

fn check(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(said) = answers.confirmed("authentication.types") else { return };
    let Some(found) = cx.connector().and_then(detect) else { return };
    let said: BTreeSet<String> = items(said).map(str::to_ascii_lowercase).collect();
    // Other rules speak of words that are not known, and of `other`.
    if !said.iter().all(|word| KNOWN.contains(&word.as_str())) {
        return;
    }
    if said.iter().map(String::as_str).eq(found.iter().copied().collect::<BTreeSet<_>>()) {
        return;
    }
    let place = cx.properties().and_then(|properties| {
        let node = properties.properties()?;
        ["connectionParameters", "connectionParameterSets"]
            .into_iter()
            .find_map(|name| node.get(name))
    });
    let related = match place {
        Some(node) => Place::node(Role::Properties, node),
        None => Place::File(Role::Properties),
    };
    out.say_with(
        Place::Answer("authentication.types"),
        format!(
            "You answered {}, but the connection parameters look like {}. Change the answer, or \
             the files if people are to sign in as you say.",
            said.into_iter().collect::<Vec<_>>().join(", "),
            found.join(", ")
        ),
        vec![related],
    );
}
