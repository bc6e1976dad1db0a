//! Two connectors in one change.

use super::branch_holds_foreign_files::others;
use crate::connector::branch::Branch;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static BRANCH_HOLDS_TWO_CONNECTORS: Rule = Rule {
    id: "branch-holds-two-connectors",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Branch(check)],
    quiet_when: &[],
    since: None,
    cites: &["S2", "S3"],
    fix: None,
    docs: "\
The branch brings files of more than one connector.

A pull request is one submission: one connector, one title, one review. Two of them wait for each \
other, and a remark on one holds up both.

Give each connector a branch that begins at `dev`: `git switch -c add-the-other --no-track \
upstream/dev`, then `git checkout THIS-BRANCH -- FOLDER` brings its folder over. On this branch \
take the folder out again.

```branch bad
changed independent-publisher-connectors/Fabrikam Orders/apiDefinition.swagger.json
```

```branch good
changed certified-connectors/Contoso Invoices/script.csx
```
",
};

fn check(_: &Context<'_>, branch: &Branch, out: &mut Sink<'_>) {
    let others = others(branch);
    let Some(first) = others.first() else { return };
    let which = match others.len() {
        1 => quote(first),
        number => format!("{} and {} more folders", quote(first), number - 1),
    };
    let text = format!(
        "This branch also brings files of {which}, and a pull request holds one connector. Give \
         each a branch of its own."
    );
    out.say(Place::File(Role::Definition), text);
}
