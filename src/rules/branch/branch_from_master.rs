//! A branch that did not begin at `dev`.

use super::target;
use crate::connector::branch::Branch;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRANCH_FROM_MASTER: Rule = Rule {
    id: "branch-from-master",
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
The branch began at `master` rather than at `dev`.

Pull requests go to `dev`. `master` holds commits that `dev` lacks, and a pull request would carry \
them along, under your name and with files of others.

Move your own commits over: `git rebase --onto upstream/dev upstream/master`, with the names that \
the two have with you.

```branch bad
origin upstream/master
```

```branch good
target upstream/dev
```
",
};

fn check(_: &Context<'_>, branch: &Branch, out: &mut Sink<'_>) {
    // On a shared branch another rule has said where to begin.
    let Some(origin) = branch.origin.as_deref().filter(|_| !branch.is_shared()) else { return };
    let target = target(branch);
    let text = format!(
        "This branch holds commits of {} that {} lacks, and pull requests go to `dev`: yours would \
         carry them. Move your own commits with `git rebase --onto {target} {origin}`.",
        quote(origin),
        quote(target)
    );
    out.say(Place::File(Role::Definition), text);
}
