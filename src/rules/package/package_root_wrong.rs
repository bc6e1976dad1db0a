//! The root of the package.

use super::{MOST_SAID, names};
use crate::connector::package::{ASSETS, INNER, PAGE, Package};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_ROOT_WRONG: Rule = Rule {
    id: "package-root-wrong",
    official: &["5000.1.1.5", "5000.1.1.11"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The root of the package is not one Markdown page beside one zip.

Microsoft expects the documentation page `intro.md` and the zip of the solutions, both directly in
the package and in no folder. The official script counts folders, `*.md` and `*.zip` there; where
there are too many it fails without a word.

Put `intro.md` and `package.zip` into a new zip by selecting the two files, not the folder that
holds them. On a Mac use `zip -X`, since the Finder adds a folder `__MACOSX`.

```package bad
rename intro.md docs/intro.md
```

```package bad
text other.zip x
```

```package bad
remove package.zip
```

```package good
text notes.txt This is not looked at.
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let root = &package.outer;
    if !root.is_readable() {
        return;
    }
    let mut say = |text: String| out.say(Place::Packed(String::new()), text);
    let folders = root.folders("");
    let count = |folder: &str, end: &str| root.files_ending(folder, end).len();
    let is_solution =
        root.file("solution.xml").is_some() && (count("", ".md") == 0 || count("", ".zip") == 0);
    if is_solution {
        return say(format!(
            "This is a solution as the maker portal exports it, not a package. A package holds \
             `{PAGE}` and `{INNER}`; in that lies a folder `{ASSETS}`, and in it the zips of the \
             solutions."
        ));
    }
    let only = if let [only] = folders.as_slice() { Some(*only) } else { None };
    if let Some(folder) = only
        && count(folder, ".zip") > 0
        && count(folder, ".md") > 0
        && count("", ".md") + count("", ".zip") == 0
    {
        return say(format!(
            "Everything lies in a folder {}. Zip the files in it, not the folder itself.",
            quote(folder)
        ));
    }
    if let Some(folder) =
        only.filter(|folder| count(folder, ".zip") > 0 && count(folder, ".md") == 0)
    {
        return say(format!(
            "This looks like the inner zip, which holds the folder {} with the solutions. Call it \
             `{INNER}` and put it beside `{PAGE}` into another zip.",
            quote(folder)
        ));
    }
    for folder in folders.iter().take(MOST_SAID) {
        let remedy = if *folder == "__MACOSX" {
            "The Finder adds it. Make the zip with `zip -X` in a terminal.".to_owned()
        } else {
            format!("Zip the files `{PAGE}` and `{INNER}` themselves, not the folder they are in.")
        };
        say(format!("The folder {} stands at the root of the package. {remedy}", quote(folder)));
    }
    if folders.len() > MOST_SAID {
        let more = folders.len() - MOST_SAID;
        say(format!("{more} more folders stand at the root of the package."));
    }
    for (end, what) in [(".md", "page of documentation"), (".zip", "zip with the solutions")] {
        let files = root.files_ending("", end);
        let wanted = if end == ".md" { PAGE } else { INNER };
        match files.as_slice() {
            [_] => {}
            [] => say(format!("There is no {what} at the root. Add `{wanted}` there.")),
            several => say(format!(
                "{} files end in `{end}` at the root ({}), where only one may. Leave `{wanted}` \
                 alone there.",
                several.len(),
                names(several.iter().map(|one| one.0))
            )),
        }
    }
}
