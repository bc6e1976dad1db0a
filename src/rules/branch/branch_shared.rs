//! Work on a branch of the repository itself.

use super::target;
use crate::connector::branch::Branch;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRANCH_SHARED: Rule = Rule {
    id: "branch-shared",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Branch(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3"],
    fix: None,
    docs: "\
The connector is worked at on `dev`, `master` or `main` itself.

A pull request shows whatever is on its branch. On a branch that you also bring up to date from \
Microsoft's repository, work and updates mix, and a second connector has no place of its own. \
Reviewers ask for a branch that holds one connector and nothing else.

Make one where you are; what you changed comes along: `git switch -c add-my-connector`. Where you \
committed to `master`, begin at `dev` instead: `git switch -c add-my-connector --no-track \
upstream/dev`, then copy the folder of the connector into it.

```branch bad
name dev
```

```branch good
name add-contoso-invoices
```
",
};

fn check(_: &Context<'_>, branch: &Branch, out: &mut Sink<'_>) {
    let Some(name) = branch.name.as_deref().filter(|_| branch.is_shared()) else { return };
    let begin = match (name, &branch.origin) {
        ("dev", _) | (_, None) => "`git switch -c NAME`, which takes your work along".to_owned(),
        _ => format!(
            "`git switch -c NAME --no-track {}`, and copy the connector's folder into it",
            target(branch)
        ),
    };
    let text = format!(
        "You are working on {} itself, and a pull request needs a branch of its own. Make one with \
         {begin}.",
        quote(name)
    );
    out.say(Place::File(Role::Definition), text);
}
