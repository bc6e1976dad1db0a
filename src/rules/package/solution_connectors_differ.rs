//! Solutions that do not hold one and the same connector.

use super::names;
use crate::connector::package::Package;
use crate::connector::solution::Kind;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_CONNECTORS_DIFFER: Rule = Rule {
    id: "solution-connectors-differ",
    official: &["5000.1.1.7", "5000.1.1.8"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The solutions do not hold one and the same connector.

The connector solution brings the connector that is handed in, and no other, not even a copy of it.
The flow has to use that connector, so its solution holds it under the same name; it may hold others
besides.

In the maker portal take out of the connector solution what is not handed in. For the flow, add the
very connector to its solution, let the flow use it, publish all customisations, and export again.

```package bad
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_orders_openapidefinition.json {}
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_orders_connectionparameters.json {}
```

```package bad
rename package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_openapidefinition.json package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_openapidefinition.json
replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml cts_invoices_openapidefinition => cts_orders_openapidefinition
```

```package good
text package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_openapidefinition.json {}
text package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_connectionparameters.json {}
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let is_first = |kind: Option<Kind>| kind == Some(Kind::Connector);
    let mut solutions = package.solutions().iter();
    let Some(first) = solutions.find(|one| is_first(one.kind(package.plugin))) else { return };
    let held: Vec<&str> = first.connector_names().collect();
    let own = match held.as_slice() {
        [] => return,
        [own] => *own,
        several => {
            let text = format!(
                "The connector solution holds {} connectors ({}), where only the one that is handed \
                 in belongs. Take the others out in the maker portal, and export it again.",
                several.len(),
                names(several.iter().copied())
            );
            return out.say(Place::Packed(first.path.clone()), text);
        }
    };
    for solution in package.solutions().iter().filter(|one| one.path != first.path) {
        let held: Vec<&str> = solution.connector_names().collect();
        if !held.is_empty() && !held.iter().any(|name| name.eq_ignore_ascii_case(own)) {
            let text = format!(
                "This solution holds {}, and the connector solution holds {}: what is shown here is \
                 another connector than the one that is handed in. Use that one, and export again.",
                names(held),
                quote(own)
            );
            out.say(Place::Packed(solution.path.clone()), text);
        }
    }
}
