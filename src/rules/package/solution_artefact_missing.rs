//! A file of a connector that is not in its solution.

use super::MOST_SAID;
use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_FOLDER, DEFINITION, PARAMETERS};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static SOLUTION_ARTEFACT_MISSING: Rule = Rule {
    id: "solution-artefact-missing",
    official: &["5000.1.1.10", "5000.1.1.17"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"A solution lacks a file of its connector.

The folder `Connector` holds the definition (`…_openapidefinition.json`), the connection parameters
(`…_connectionparameters.json`), and whatever else customizations.xml names there: policies, icon,
custom code.

Open the connector in the maker portal, save it, publish all customisations, and export the solution
again.

```package bad
remove package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_policytemplateinstances.json
```

```package bad
remove package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_openapidefinition.json
```

```package good
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let Some(found) = solution.customizations().filter(|found| found.has_connector) else {
            continue;
        };
        let named = found.connectors.iter().flat_map(|connector| &connector.files);
        let mut missing: Vec<String> = named
            .filter(|(_, path)| solution.archive.file(path).is_none())
            .map(|(_, path)| quote(path))
            .collect();
        let more = missing.len().saturating_sub(MOST_SAID);
        missing.truncate(MOST_SAID);
        for end in [DEFINITION, PARAMETERS] {
            let is_told = missing.iter().any(|path| path.to_lowercase().ends_with(end));
            if !is_told && solution.artefacts(end).is_empty() {
                missing.push(format!("{CONNECTOR_FOLDER}/…{end}"));
            }
        }
        if more > 0 {
            missing.push(format!("and {more} more"));
        }
        if !missing.is_empty() {
            let text = format!(
                "The solution lacks {} of its connector. Save the connector in the maker portal, \
                 publish all customisations, and export the solution again.",
                missing.join(", ")
            );
            out.say(Place::Packed(solution.path.clone()), text);
        }
    }
}
