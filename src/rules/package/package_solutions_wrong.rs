//! The wrong number of solutions.

use super::{names, say_few};
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_SOLUTIONS_WRONG: Rule = Rule {
    id: "package-solutions-wrong",
    official: &["5000.1.1.13", "5000.1.1.6"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The folder of the solutions does not hold the right number of zips, or holds a folder.

There are two: the solution of the connector and the one of a sample flow. A package with a plugin
has three. The official script looks at nothing else there, but stops at a folder.

Export the solutions from the maker portal and put their zips, unopened, into the folder.

```package bad
remove package.zip/PkgAssets/FlowSolution.zip
```

```package bad
text package.zip/PkgAssets/old/x.txt x
```

```package bad also=package-solution-missing
plugin
```

```package good
text package.zip/PkgAssets/notes.txt x
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let Some(inner) = &package.inner else { return };
    let Some(folder) = inner.folder.as_deref() else { return };
    let place = || Place::Packed(format!("{}/{folder}", inner.path));
    let folders = inner.archive.folders(folder);
    if let [only] = folders.as_slice()
        && inner.archive.files_ending(folder, ".zip").is_empty()
        && !inner.archive.files_ending(&format!("{folder}/{only}"), ".zip").is_empty()
    {
        let text = format!(
            "The zips of the solutions lie one folder too deep, in {0}/{1}. Zip the folder {1} \
             itself, so that it stands at the root of {2}.",
            quote(folder),
            quote(only),
            quote(&inner.path)
        );
        return out.say(place(), text);
    }
    let among = folders.into_iter().map(|below| {
        let text = format!(
            "The folder {} stands among the solutions. Take it out; a solution stays zipped as it \
             was exported.",
            quote(below)
        );
        (format!("{}/{folder}", inner.path), text)
    });
    say_few(among, &format!("{}/{folder}", inner.path), out);
    let wanted = if package.plugin { 3 } else { 2 };
    let found = inner.archive.files_ending(folder, ".zip");
    if found.len() != wanted {
        let which = if package.plugin {
            "connector, flow and plugin"
        } else {
            "connector and flow; with a plugin there are three, which `--plugin` tells"
        };
        let there = match found.as_slice() {
            [] => "no zip of a solution".to_owned(),
            [one] => format!("one zip ({})", quote(one.0)),
            several => {
                format!("{} zips ({})", several.len(), names(several.iter().map(|one| one.0)))
            }
        };
        let verb = if found.len() > 1 { "are" } else { "is" };
        let text = format!(
            "There {verb} {there}, where {wanted} must be: {which}. Export what is missing from the \
             maker portal, and take out what is too much."
        );
        out.say(place(), text);
    }
}
