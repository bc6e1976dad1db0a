//! A managed solution.

use crate::connector::package::Package;
use crate::connector::solution::ROOT_FILES;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_MANAGED: Rule = Rule {
    id: "solution-managed",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"A solution was exported as managed.

Microsoft imports the solutions and changes them, which only unmanaged ones allow. solution.xml
tells by `<Managed>0</Managed>`.

In the maker portal choose the solution, “Export solution”, and “Unmanaged”.

```package bad
replace package.zip/PkgAssets/FlowSolution.zip/solution.xml <Managed>0 => <Managed>1
```

```package good
replace package.zip/PkgAssets/FlowSolution.zip/solution.xml 1.0.0.1 => 2.0.0.0
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let Some(manifest) = solution.manifest() else { continue };
        let text = match manifest.managed.as_str() {
            "0" => continue,
            "" => "solution.xml does not tell whether the solution is managed.".to_owned(),
            "1" => "The solution is managed.".to_owned(),
            other => format!("The solution says {} of being managed.", quote(other)),
        };
        let text = format!("{text} Export it again from the maker portal as “Unmanaged”.");
        out.say(Place::Packed(solution.inside(ROOT_FILES[2])), text);
    }
}
