//! A definition in a solution other than the one that was checked.

use std::collections::BTreeSet;

use crate::connector::definition::{Definition, Operation};
use crate::connector::package::Package;
use crate::connector::solution::Kind;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SOLUTION_DEFINITION_DIFFERS: Rule = Rule {
    id: "solution-definition-differs",
    official: &["5000.1.1.17"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"The definition in a solution is not the one in the connector's folder.

What was checked there, and lies in the pull request, must be what is handed in. Title, host, base
path and operations are compared; where no folder is named, the solutions among each other. The
portal orders and spells the rest as it likes.

Bring the definition of the folder into the connector (maker portal, or `paconn update`), publish all
customisations, and export both solutions again.

```package bad
replace package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_openapidefinition.json "host": "api.contoso.com" => "host": "test.contoso.com"
```

```package bad
replace package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_openapidefinition.json "/invoices" => "/bills"
```

```package good
replace package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_openapidefinition.json "version": "1.0" => "version": "1.1"
```
"#,
};

fn check(cx: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let plugin = package.plugin;
    let first = package.solutions().iter().find(|one| one.kind(plugin) == Some(Kind::Connector));
    let beside = first.and_then(|solution| {
        let (path, read) = solution.definitions.first()?;
        Some((solution.inside(path), read.as_ref().ok()?))
    });
    let submitted = cx.definition();
    for solution in package.solutions() {
        for (path, read) in &solution.definitions {
            let Ok(exported) = read else { continue };
            let place = solution.inside(path);
            let (wanted, whose) = match (submitted, &beside) {
                (Some(submitted), _) => (submitted, "the connector's folder"),
                (None, Some((other, beside))) if *other != place => (*beside, "the other solution"),
                _ => continue,
            };
            let differences = differences(exported, wanted);
            if !differences.is_empty() {
                let text = format!(
                    "This definition is not that of {whose}: {}. Update the connector in the maker \
                     portal, publish all customisations, and export both solutions again.",
                    differences.join("; ")
                );
                out.say(Place::Packed(place), text);
            }
        }
    }
}

/// Each difference as a clause: what is here, and what should be.
fn differences(here: &Definition, wanted: &Definition) -> Vec<String> {
    let text = |of: &Definition, pointer: &[&str]| {
        let mut node = Some(of.root());
        for name in pointer {
            node = node.and_then(|node| node.get(name));
        }
        node.and_then(Node::as_str).map(std::borrow::Cow::into_owned).unwrap_or_default()
    };
    let mut found = Vec::new();
    for (what, pointer) in
        [("title", &["info", "title"][..]), ("host", &["host"]), ("base path", &["basePath"])]
    {
        let (is, should) = (text(here, pointer), text(wanted, pointer));
        // An empty base path is the root.
        let same = match what {
            "base path" => is.trim_matches('/') == should.trim_matches('/'),
            "host" => is.eq_ignore_ascii_case(&should),
            _ => is == should,
        };
        if !same {
            found.push(format!("{what} {} instead of {}", shown(&is), shown(&should)));
        }
    }
    let operations =
        |of: &Definition| -> BTreeSet<String> { of.operations().map(Operation::name).collect() };
    let (is, should) = (operations(here), operations(wanted));
    for (what, these, those) in [("lacks", &should, &is), ("has besides", &is, &should)] {
        let only: Vec<&str> = these.difference(those).map(String::as_str).collect();
        if !only.is_empty() {
            let more = only.len().saturating_sub(SHOWN);
            let tail = if more > 0 { format!(" and {more} more") } else { String::new() };
            let listed = only.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
            found.push(format!("it {what} {listed}{tail}"));
        }
    }
    found
}

/// So many operations are named.
const SHOWN: usize = 6;

fn shown(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { format!("“{}”", quote(text)) }
}
