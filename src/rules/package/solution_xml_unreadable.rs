//! A solution whose XML cannot be read.

use crate::connector::package::Package;
use crate::connector::solution::ROOT_FILES;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SOLUTION_XML_UNREADABLE: Rule = Rule {
    id: "solution-xml-unreadable",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"An XML file at the root of a solution cannot be read.

The portal writes all three. Broken ones come from edits by hand; then the solution cannot be imported
either.

Undo the edit, or export the solution again from the maker portal.

```package bad also=package-solution-missing
text package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml <ImportExportXml><Connectors>
```

```package bad
text package.zip/PkgAssets/FlowSolution.zip/solution.xml <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>
```

```package good
text package.zip/PkgAssets/FlowSolution.zip/other.xml <a>
```
"#,
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        let manifest = solution.manifest.as_ref().and_then(|read| read.as_ref().err());
        let custom = solution.customizations.as_ref().and_then(|read| read.as_ref().err());
        let types = solution.types.as_ref();
        for (name, broken) in
            [(ROOT_FILES[0], types), (ROOT_FILES[1], custom), (ROOT_FILES[2], manifest)]
        {
            let Some(broken) = broken else { continue };
            let text = format!(
                "The file cannot be read: {}. Export the solution again from the maker portal.",
                broken.reason
            );
            out.say(Place::Packed(solution.inside(name)), text);
        }
    }
}
