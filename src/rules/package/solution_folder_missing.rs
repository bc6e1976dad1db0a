//! A solution without the folder of what it lists.

use super::contents;
use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_FOLDER, PLUGIN_FOLDERS, WORKFLOWS_FOLDER};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SOLUTION_FOLDER_MISSING: Rule = Rule {
    id: "solution-folder-missing",
    official: &["5000.1.1.10", "5000.1.1.14"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"A solution lists a connector, flows or a plugin, and the folder that should hold them is missing.

A connector has its files in `Connector`, flows have theirs in `Workflows`, a plugin in `aiplugins`
and `aipluginoperations`. A solution that was exported without publishing, or unpacked and packed
again, may have lost them.

Publish all customisations in the maker portal and export the solution again.

```package bad also=solution-artefact-missing,solution-icon-missing
remove package.zip/PkgAssets/ConnectorSolution.zip/Connector
```

```package bad also=solution-workflow-mismatch
remove package.zip/PkgAssets/FlowSolution.zip/Workflows
```

```package good
rename package.zip/PkgAssets/FlowSolution.zip/Workflows package.zip/PkgAssets/FlowSolution.zip/workflows
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let Some(found) = solution.customizations() else { continue };
        let mut wanted: Vec<&str> = Vec::new();
        let has_plugin = package.plugin && found.has_plugin;
        if found.has_connector || found.has_workflows || has_plugin {
            wanted.push(CONNECTOR_FOLDER);
        }
        if found.has_workflows {
            wanted.push(WORKFLOWS_FOLDER);
        }
        if has_plugin {
            wanted.extend(PLUGIN_FOLDERS);
        }
        let there = solution.archive.folders("");
        wanted.retain(|name| !there.iter().any(|folder| folder.eq_ignore_ascii_case(name)));
        if !wanted.is_empty() {
            let text = format!(
                "customizations.xml lists {}, and the solution has no folder {}. Publish all \
                 customisations in the maker portal and export the solution again{}.",
                contents(solution),
                wanted.join(", no folder "),
                if found.has_connector { "" } else { ", with the connector that it uses" }
            );
            out.say(Place::Packed(solution.path.clone()), text);
        }
    }
}
