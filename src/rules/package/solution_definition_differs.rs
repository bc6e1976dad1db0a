//! A definition in a solution other than the one that was checked.

use std::collections::BTreeSet;

use crate::connector::definition::{Definition, Operation};
use crate::connector::package::Package;
use crate::connector::solution::{Kind, Solution, stem};
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
    // The connector that is handed in, where there is no doubt which one it is.
    let main = first.and_then(|solution| match solution.definitions.as_slice() {
        [(path, read)] => Some((solution.inside(path), stem(path)?, read.as_ref().ok()?)),
        _ => None,
    });
    let name = main.as_ref().map(|(_, name, _)| *name);
    let submitted = cx.definition();
    for solution in package.solutions() {
        let (wanted, whose) = match (submitted, &main) {
            (Some(submitted), _) => (submitted, "the connector's folder"),
            (None, Some((_, _, main))) => (*main, "the other solution"),
            _ => continue,
        };
        let Some((path, exported)) = meant(solution, name, wanted) else { continue };
        let place = solution.inside(path);
        if submitted.is_none() && main.as_ref().is_some_and(|(own, ..)| *own == place) {
            continue;
        }
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

/// Which definition of a solution is that of the connector handed in: the only one, else the one of
/// its name, else the first that is not what is wanted; none where one is. Flows may use further
/// connectors.
fn meant<'a>(
    solution: &'a Solution,
    name: Option<&str>,
    wanted: &Definition,
) -> Option<(&'a str, &'a Definition)> {
    let readable = solution.definitions.iter();
    let readable = readable.filter_map(|(path, read)| Some((path.as_str(), read.as_ref().ok()?)));
    let all: Vec<(&str, &Definition)> = readable.collect();
    if let [only] = all.as_slice() {
        return Some(*only);
    }
    let named = all.iter().find(|(path, _)| {
        stem(path).zip(name).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    });
    let is_there = all.iter().any(|(_, one)| differences(one, wanted).is_empty());
    named.or_else(|| all.first().filter(|_| !is_there)).copied()
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
            // The port of https says nothing.
            "host" => {
                let plain = |host: &str| host.trim_end_matches(":443").to_ascii_lowercase();
                plain(&is) == plain(&should)
            }
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
