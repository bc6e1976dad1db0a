//! Custom code that is not in the solution.

use crate::connector::files::Role;
use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_FOLDER, Kind, SCRIPT};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SOLUTION_SCRIPT_MISSING: Rule = Rule {
    id: "solution-script-missing",
    official: &["5000.1.1.17"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The connector has custom code, and its solution has none.

The code lies in the folder `Connector` as `…_customcodeblobcontent.csx`. Without it the operations
that it serves behave otherwise than those that were tested.

Upload the code on the page “Code” of the connector in the maker portal, switch it on, publish all
customisations, and export the solution again.

```package bad
text package.zip/PkgAssets/notes.txt x
```

```text bad file=script.csx and
public class Script : ScriptBase { }
```

```package good
text package.zip/PkgAssets/notes.txt x
```
",
};

fn check(cx: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    if !cx.connector().is_some_and(|connector| connector.facts(Role::Script).found) {
        return;
    }
    let connectors = package.solutions().iter();
    for solution in connectors.filter(|one| one.kind(package.plugin) == Some(Kind::Connector)) {
        if solution.artefacts(SCRIPT).is_empty() {
            let text = format!(
                "The connector's folder has script.csx, and the solution has no code \
                 ({CONNECTOR_FOLDER}/…{SCRIPT}). Upload it in the maker portal, publish all \
                 customisations, and export the solution again."
            );
            out.say(Place::Packed(solution.path.clone()), text);
        }
    }
}
