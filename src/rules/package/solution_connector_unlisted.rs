//! A connector that is not among the components of its solution.

use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_COMPONENT, Kind, ROOT_FILES};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_CONNECTOR_UNLISTED: Rule = Rule {
    id: "solution-connector-unlisted",
    official: &["5000.1.1.8"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"The solution of the connector does not list it among its root components.

solution.xml lists every component with a type; that of a connector is 372. Where it is missing the
connector was not added to the solution, only something that depends on it.

Open the solution in the maker portal, choose “Add existing, Automation, Custom connector”, publish,
and export again.

```package bad
replace package.zip/PkgAssets/ConnectorSolution.zip/solution.xml type="372" => type="380"
```

```package good
replace package.zip/PkgAssets/ConnectorSolution.zip/solution.xml behavior="0" => behavior="1"
```
"#,
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    // In the other kinds the connector may only be there as something that a flow needs.
    let connectors = package.solutions().iter();
    for solution in connectors.filter(|one| one.kind(package.plugin) == Some(Kind::Connector)) {
        let Some(manifest) = solution.manifest() else { continue };
        if manifest.components.iter().any(|(kind, _)| kind == CONNECTOR_COMPONENT) {
            continue;
        }
        let listed: Vec<String> =
            manifest.components.iter().map(|(kind, _)| quote(kind)).take(10).collect();
        let text = format!(
            "The connector is not among the root components: none has the type \
             {CONNECTOR_COMPONENT} ({}). Add the custom connector itself to the solution in the \
             maker portal, and export again.",
            if listed.is_empty() {
                "there are none".to_owned()
            } else {
                format!("there is {}", listed.join(", "))
            }
        );
        out.say(Place::Packed(solution.inside(ROOT_FILES[2])), text);
    }
}
