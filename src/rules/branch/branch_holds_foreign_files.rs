//! Files in the change that are not the connector's.

use std::collections::BTreeSet;

use super::target;
use crate::connector::branch::{Branch, Touched, home};
use crate::connector::files::{Role, choose};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRANCH_HOLDS_FOREIGN_FILES: Rule = Rule {
    id: "branch-holds-foreign-files",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Branch(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3", "S8"],
    fix: None,
    docs: "\
The branch changes files that do not belong to the connector.

A pull request takes along all that was committed on its branch. Schemas, templates and folders \
of others stop it until they are out again. In the connector's own folder only the connector's \
files belong, its pages and the package: `settings.json` of paconn names your environment, \
`conncert.toml` is for you alone, a `.env` may hold a key, and some systems leave files of their own.

Bring back what was there before with `git restore --source upstream/dev --staged --worktree` and \
the path, take out what was not there with `git rm --cached` and the path, and commit. Where \
`upstream/dev` was fetched long ago, fetch it first: the work of others may be in it by now.

```branch bad
changed schemas/paconn-apiProperties.schema.json
```

```branch bad
changed certified-connectors/Contoso Invoices/settings.json
```

```branch bad
changed certified-connectors/Contoso Invoices/.env
```

```branch good
changed certified-connectors/Contoso Invoices/script.csx
```
",
};

/// Whether a file belongs into a connector's folder of the repository (section 5.1): what has a role
/// there, and the package.
fn belongs(file: &str) -> bool {
    let has_role = |role: &Role| choose(*role, [file]).is_some();
    !file.contains('/')
        && (Role::ALL.iter().filter(|role| **role != Role::Settings).any(has_role)
            || file.to_lowercase().ends_with(".zip"))
}

/// So many files are named.
const NAMED: usize = 5;

fn check(_: &Context<'_>, branch: &Branch, out: &mut Sink<'_>) {
    let private = branch.inside().filter(|file| !belongs(file));
    let private = private.map(|file| quote(&format!("{}/{file}", branch.folder)));
    let others = others(branch);
    let is_foreign =
        |touched: &&Touched| home(&touched.path).is_none_or(|(folder, _)| !others.contains(folder));
    let outside = branch.outside().filter(is_foreign).map(|touched| {
        let note = if touched.is_removed { " (taken away)" } else { "" };
        format!("{}{note}", quote(&touched.path))
    });
    let mut foreign: Vec<String> = private.chain(outside).collect();
    if foreign.is_empty() {
        return;
    }
    let more = foreign.len().saturating_sub(NAMED);
    foreign.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let text = format!(
        "What is on this branch goes into the pull request, and this is no part of the connector: \
         {}{more}. Take it out; `git diff --stat {}...` lists what is committed.",
        foreign.join(", "),
        target(branch)
    );
    out.say(Place::File(Role::Definition), text);
}

/// The folders of other connectors to which the branch brings something.
pub(super) fn others(branch: &Branch) -> BTreeSet<&str> {
    let brought = branch.outside().filter(|touched| !touched.is_removed);
    brought.filter_map(|touched| Some(home(&touched.path)?.0)).collect()
}
