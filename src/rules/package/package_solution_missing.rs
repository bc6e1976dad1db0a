//! A kind of solution that is not there.

use super::{contents, name};
use crate::connector::package::Package;
use crate::connector::solution::Kind;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_SOLUTION_MISSING: Rule = Rule {
    id: "package-solution-missing",
    official: &["5000.1.1.6", "5000.1.1.8"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The package has no solution of the connector, of a sample flow, or of the plugin it is to hold.

What a solution is, its customizations.xml tells: a connector alone is a connector solution, a
connector with flows a flow solution, a connector with a plugin a plugin solution. A flow without
the connector beside it counts for nothing.

Make the missing solution in the maker portal. For the flow: a new solution, the connector added to
it, then a flow that uses the connector. Publish all customisations and export it unmanaged.

```package bad
replace package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml </Connectors> => </Connectors><Workflows><Workflow/></Workflows>
text package.zip/PkgAssets/ConnectorSolution.zip/Workflows/x.txt x
```

```package bad also=solution-workflow-mismatch
replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml <Workflows><Workflow><JsonFileName>/Workflows/Remind-1.json</JsonFileName></Workflow></Workflows> => <Workflows/>
```

```package good
replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml </Connectors> => </Connectors><Languages/>
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let Some(inner) = &package.inner else { return };
    let solutions = package.solutions();
    // How many there must be, another rule says.
    let wanted = if package.plugin { 3 } else { 2 };
    if solutions.is_empty() || solutions.len() < wanted && !package.plugin {
        return;
    }
    for kind in Kind::ALL {
        let is_wanted = kind != Kind::Plugin || package.plugin;
        if !is_wanted || solutions.iter().any(|one| one.kind(package.plugin) == Some(kind)) {
            continue;
        }
        let found: Vec<String> = solutions
            .iter()
            .map(|solution| format!("{} holds {}", quote(name(&solution.path)), contents(solution)))
            .collect();
        let what = match kind {
            Kind::Connector => "the connector and neither flow nor plugin",
            Kind::Flow => "a flow and the connector that it uses",
            Kind::Plugin => "the plugin and its connector, and no flow",
        };
        let text = format!(
            "No {} is there: {}. Export a solution with {what} from the maker portal.",
            kind.word(),
            found.join("; ")
        );
        let folder = inner.folder.as_deref().unwrap_or_default();
        out.say(Place::Packed(format!("{}/{folder}", inner.path)), text);
    }
}
