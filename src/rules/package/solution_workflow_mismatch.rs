//! Flows that are listed and those that have a file.

use super::say_few;
use crate::connector::package::Package;
use crate::connector::solution::{ROOT_FILES, WORKFLOWS_FOLDER};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::hash::HashSet;

pub(crate) static SOLUTION_WORKFLOW_MISMATCH: Rule = Rule {
    id: "solution-workflow-mismatch",
    official: &["5000.1.1.15"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The flows that a solution lists are not those whose files it holds.

customizations.xml names the file of each flow, `<JsonFileName>/Workflows/….json`. Microsoft compares
that list with the folder `Workflows`, and refuses either one that is longer.

Publish all customisations in the maker portal and export the solution again; do not add or remove
files by hand.

```package bad
rename package.zip/PkgAssets/FlowSolution.zip/Workflows/Remind-1.json package.zip/PkgAssets/FlowSolution.zip/Workflows/Remind-2.json
```

```package bad
text package.zip/PkgAssets/FlowSolution.zip/Workflows/Another.json {}
```

```package good
text package.zip/PkgAssets/FlowSolution.zip/Workflows/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let Some(found) = solution.customizations() else { continue };
        let gone = found.workflow_files.iter().filter(|path| solution.archive.file(path).is_none());
        let gone = gone.map(|path| {
            let text = format!(
                "customizations.xml lists the flow file {}, which is not in the solution. Publish \
                 all customisations in the maker portal and export it again.",
                quote(path)
            );
            (solution.inside(ROOT_FILES[1]), text)
        });
        say_few(gone, &solution.inside(ROOT_FILES[1]), out);
        let listed: HashSet<String> =
            found.workflow_files.iter().map(|path| path.to_lowercase()).collect();
        let files = solution.archive.files_ending(WORKFLOWS_FOLDER, ".json").into_iter();
        let unlisted = files
            .map(|(name, _)| format!("{WORKFLOWS_FOLDER}/{name}"))
            .filter(|path| !listed.contains(&path.to_lowercase()))
            .map(|path| {
                let text = "customizations.xml does not list this flow. Publish all customisations \
                            in the maker portal and export the solution again.";
                (solution.inside(&path), text.to_owned())
            });
        say_few(unlisted, &solution.inside(WORKFLOWS_FOLDER), out);
    }
}
