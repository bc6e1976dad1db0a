//! The zip of solutions without its one folder.

use crate::connector::package::{ASSETS, Package};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_FOLDER_WRONG: Rule = Rule {
    id: "package-folder-wrong",
    official: &["5000.1.1.12", "5000.1.1.13"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The inner zip does not hold exactly one folder.

All solutions lie in one folder, `PkgAssets`, and the official script looks nowhere else. Files
beside that folder are not looked at; a second folder makes it fail without a word.

Make a folder `PkgAssets`, put the zips of the solutions into it, and zip that folder. On a Mac use
`zip -X`, since the Finder adds a folder `__MACOSX`.

```package bad
rename package.zip/PkgAssets/ConnectorSolution.zip package.zip/ConnectorSolution.zip
rename package.zip/PkgAssets/FlowSolution.zip package.zip/FlowSolution.zip
```

```package bad
text package.zip/__MACOSX/x x
```

```package good
text package.zip/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let Some(inner) = package.inner.as_ref().filter(|inner| inner.archive.is_readable()) else {
        return;
    };
    let folders = inner.archive.folders("");
    let text = match folders.as_slice() {
        [_] => return,
        [] if !inner.archive.files_ending("", ".zip").is_empty() => format!(
            "The zips of the solutions lie at the root of {}. Put them into a folder `{ASSETS}`, \
             and zip that folder.",
            quote(&inner.path)
        ),
        [] => {
            format!("There is no folder in {}. Add `{ASSETS}` with the zips.", quote(&inner.path))
        }
        several => format!(
            "There are {} folders in {} ({}), where only `{ASSETS}` may be.{}",
            several.len(),
            quote(&inner.path),
            several.iter().take(5).map(|name| quote(name)).collect::<Vec<_>>().join(", "),
            if several.contains(&"__MACOSX") {
                " The Finder adds __MACOSX; make the zip with `zip -X` in a terminal."
            } else {
                ""
            }
        ),
    };
    out.say(Place::Packed(inner.path.clone()), text);
}
