//! An entry of a zip that could harm where it is unpacked.

use super::say_flaws;
use crate::connector::archive::FlawKind;
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Publishers, Rule, Sink};

pub(crate) static PACKAGE_ENTRY_UNSAFE: Rule = Rule {
    id: "package-entry-unsafe",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"An entry of a zip is named or made so that unpacking it is not safe.

Paths that lead out of the zip, symbolic links and two entries of one name are marks of a broken
tool or of an attack. Programs refuse them, or one file silently takes the place of another.

Make the zip again from plain files and folders, with the tool of your system.

```package bad
text package.zip/PkgAssets/FlowSolution.zip/../up.txt x
```

```package bad
link package.zip/PkgAssets/shortcut.txt /somewhere/else.txt
```

```package bad also=package-root-wrong
text INTRO.md Another page.
```

```package good
text package.zip/PkgAssets/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    say_flaws(package, FlawKind::Unsafe, out);
}
