//! A zip, or something in it, that cannot be read.

use super::say_flaws;
use crate::connector::archive::FlawKind;
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static PACKAGE_UNREADABLE: Rule = Rule {
    id: "package-unreadable",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"A zip of the package, or a file in one, cannot be unpacked.

Microsoft unpacks every zip in the package. What is damaged, encrypted, packed by an unusual method
or far too large ends the check there.

Make the zip again with the tool of your system, without a password, or export the solution once
more from the maker portal. Do not rename archives of other kinds.

```package bad also=package-solution-missing
unzip package.zip/PkgAssets/FlowSolution.zip
```

```package bad
text package.zip/PkgAssets/ConnectorSolution.zip/secret.txt x
lock package.zip/PkgAssets/ConnectorSolution.zip/secret.txt
```

```package good
text package.zip/PkgAssets/ConnectorSolution.zip/more.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    say_flaws(package, FlawKind::Unreadable, out);
}
