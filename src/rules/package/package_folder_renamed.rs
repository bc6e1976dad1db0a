//! The folder of solutions under another name.

use crate::connector::package::{ASSETS, Package};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_FOLDER_RENAMED: Rule = Rule {
    id: "package-folder-renamed",
    official: &["5000.1.1.12"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The folder of the solutions is not called `PkgAssets`.

The official script takes any name. The policy speaks of the assets folder, and every example calls
it `PkgAssets`.

Call the folder `PkgAssets`.

```package bad
rename package.zip/PkgAssets package.zip/Assets
```

```package good
text package.zip/PkgAssets/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let Some(inner) = &package.inner else { return };
    let holds = |folder: &&str| !inner.archive.files_ending(folder, ".zip").is_empty();
    let other = inner.folder.as_deref().filter(|folder| *folder != ASSETS);
    if let Some(folder) = other.filter(holds) {
        let text = format!(
            "The folder of the solutions is called {}. Call it `{ASSETS}` as the documentation does.",
            quote(folder)
        );
        out.say(Place::Packed(format!("{}/{folder}", inner.path)), text);
    }
}
