//! Backslashes between the folders of a name in a zip.

use super::say_flaws;
use crate::connector::archive::FlawKind;
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static PACKAGE_ENTRY_BACKSLASH: Rule = Rule {
    id: "package-entry-backslash",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"Backslashes separate the folders in the name of an entry.

A zip has forward slashes. Some old Windows tools write backslashes; Windows takes them for folders,
other systems for a part of the name, so that the folder is missing there.

Make the zip again: in the Explorer by “Send to, Compressed folder”, or with a newer tool.

```package bad
rename package.zip/PkgAssets/FlowSolution.zip/Workflows/Remind-1.json package.zip/PkgAssets/FlowSolution.zip/Workflows\Remind-1.json
```

```package good
text package.zip/PkgAssets/FlowSolution.zip/Other/Remind-1.json x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    say_flaws(package, FlawKind::Backslash, out);
}
