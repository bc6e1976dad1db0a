//! A connector without its icon in the solution.

use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_FOLDER, ICON, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SOLUTION_ICON_MISSING: Rule = Rule {
    id: "solution-icon-missing",
    official: &["5000.1.1.1"],
    level: Levels { verified: Level::Warning, independent: Level::Advice },
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The solution of a connector holds no icon.

The icon lies in the folder `Connector` as `…_iconblob.Png`. The connector of a verified publisher is
shown with it. Independent publishers have the common one, and may go without.

Upload the icon on the first page of the connector in the maker portal, save it, publish all
customisations, and export the solution again.

```package bad
remove package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_iconblob.Png
replace package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml <iconblob>/Connector/cts_invoices_iconblob.Png</iconblob> => ``
```

```package good
rename package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_iconblob.Png package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_iconblob.png
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let connectors = package.solutions().iter();
    for solution in connectors.filter(|one| one.kind(package.plugin) == Some(Kind::Connector)) {
        if solution.artefacts(ICON).is_empty() {
            let text = format!(
                "The connector has no icon ({CONNECTOR_FOLDER}/…{ICON}). Upload it in the maker \
                 portal, publish all customisations, and export the solution again."
            );
            out.say(Place::Packed(solution.path.clone()), text);
        }
    }
}
