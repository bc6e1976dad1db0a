//! A connector whose name lacks the prefix of its publisher.

use crate::connector::package::Package;
use crate::connector::solution::ROOT_FILES;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_PREFIX_DIFFERS: Rule = Rule {
    id: "solution-prefix-differs",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The name of a connector does not begin with the prefix of the solution's publisher.

Every component is named after the publisher of the solution in which it was made, such as
`cts_invoices` for the prefix `cts`. Another one tells that the connector was made elsewhere, often
with the default publisher (`new_`, `cr123_`), and added later.

It does no harm to the review. For a clean name make the connector anew, within a solution of your
own publisher.

```package bad
replace package.zip/PkgAssets/ConnectorSolution.zip/solution.xml <CustomizationPrefix>cts => <CustomizationPrefix>new
```

```package good
replace package.zip/PkgAssets/FlowSolution.zip/solution.xml <CustomizationPrefix>cts => <CustomizationPrefix>CTS
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let (Some(manifest), Some(found)) = (solution.manifest(), solution.customizations()) else {
            continue;
        };
        let prefix = manifest.prefix.to_lowercase();
        if prefix.is_empty() {
            continue;
        }
        for connector in found.connectors.iter().filter(|connector| !connector.name.is_empty()) {
            let name = connector.name.to_lowercase();
            if !name.strip_prefix(&prefix).is_some_and(|rest| rest.starts_with('_')) {
                let text = format!(
                    "The connector is called {}, and the publisher's prefix is {}. It was made \
                     outside a solution of this publisher.",
                    quote(&connector.name),
                    quote(&manifest.prefix)
                );
                out.say(Place::Packed(solution.inside(ROOT_FILES[1])), text);
            }
        }
    }
}
