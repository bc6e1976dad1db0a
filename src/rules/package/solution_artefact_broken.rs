//! A file of a connector that is not what its name says.

use super::say_few;
use crate::connector::icon::Icon;
use crate::connector::package::Package;
use crate::connector::solution::{
    CONNECTOR_FOLDER, DEFINITION, ICON, PARAMETERS, POLICIES, SCRIPT, too_large,
};
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};
use crate::source::json::Json;

pub(crate) static SOLUTION_ARTEFACT_BROKEN: Rule = Rule {
    id: "solution-artefact-broken",
    official: &["5000.1.1.16", "5000.1.1.17"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"A file of the connector in a solution is empty or not of its kind.

Definition, connection parameters and policies are JSON, the icon blob is a PNG picture, custom code
is text. Microsoft reads all of them; an empty file of policies has had a package refused.

Save the connector in the maker portal once more, publish all customisations, and export the solution
again. Never edit the files of an exported solution.

```package bad
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_policytemplateinstances.json
```

```package bad
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_openapidefinition.json { "swagger": 
```

```package bad
text package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_iconblob.Png no picture
```

```package good
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_connectionparameters.json {}
```
"#,
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        for end in [DEFINITION, PARAMETERS, POLICIES, ICON, SCRIPT] {
            let broken = solution.artefacts(end).into_iter().filter_map(|(name, bytes)| {
                let reason = fault(end, bytes?)?;
                let text = format!(
                    "{reason} Save the connector in the maker portal, publish all customisations, \
                     and export the solution again."
                );
                Some((solution.inside(&format!("{CONNECTOR_FOLDER}/{name}")), text))
            });
            say_few(broken, &solution.inside(CONNECTOR_FOLDER), out);
        }
    }
}

/// What is wrong with a file, as a sentence.
fn fault(end: &str, bytes: &[u8]) -> Option<String> {
    if bytes.trim_ascii().is_empty() {
        return Some("The file is empty.".to_owned());
    }
    match end {
        ICON => Icon::read(bytes).is_none().then(|| "The icon is no PNG picture.".to_owned()),
        SCRIPT => None,
        _ => {
            if let Some(reason) = too_large(bytes) {
                return Some(format!("The file is not looked into: {reason}."));
            }
            match Json::parse_bytes(bytes) {
                Err(error) => Some(format!("The file is no JSON: {}.", error.reason)),
                Ok(json) if end == DEFINITION && !json.root().is_object() => {
                    Some("The definition is no object.".to_owned())
                }
                Ok(_) => None,
            }
        }
    }
}
