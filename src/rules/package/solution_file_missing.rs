//! A solution without the files of its root.

use crate::connector::package::Package;
use crate::connector::solution::ROOT_FILES;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_FILE_MISSING: Rule = Rule {
    id: "solution-file-missing",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"A solution lacks one of the three files that every exported solution has.

They are `[Content_Types].xml`, `customizations.xml` and `solution.xml`, directly in the zip. Where
they are missing the zip was packed again by hand, often with a folder around everything.

Export the solution again and do not unpack it.

```package bad
remove package.zip/PkgAssets/ConnectorSolution.zip/[Content_Types].xml
```

```package bad also=package-solution-missing
rename package.zip/PkgAssets/FlowSolution.zip package.zip/PkgAssets/FlowSolution.zip/inside
```

```package good
rename package.zip/PkgAssets/FlowSolution.zip/solution.xml package.zip/PkgAssets/FlowSolution.zip/Solution.XML
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions().iter().filter(|solution| solution.archive.is_readable()) {
        let is_missing = |name: &&str| solution.archive.file(name).is_none();
        let missing: Vec<&str> = ROOT_FILES.into_iter().filter(is_missing).collect();
        if missing.is_empty() {
            continue;
        }
        let folders = solution.archive.folders("");
        let hint = match folders.as_slice() {
            [only] if missing.len() == ROOT_FILES.len() => {
                format!(" Everything lies in a folder {} instead.", quote(only))
            }
            _ => String::new(),
        };
        let text = format!(
            "The solution lacks {} at its root.{hint} Export it again from the maker portal and \
             put the zip here as it comes.",
            missing.join(", ")
        );
        out.say(Place::Packed(solution.path.clone()), text);
    }
}
