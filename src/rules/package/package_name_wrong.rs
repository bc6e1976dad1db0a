//! A package whose name is not that of a zip.

use super::say_few;
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_NAME_WRONG: Rule = Rule {
    id: "package-name-wrong",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The name of the package does not end in `.zip`, or a name in it has square brackets.

Microsoft's validator and the submission form take files by their ending, and refuse any other
before they look inside. The validator also takes the brackets in `FlowSolution[1].zip`, as a browser
calls what it downloads once more, for a pattern, and does not find the file.

Rename the file. If it is no zip, make one: on Windows by “Send to, Compressed folder”, elsewhere
with `zip -r`.

```package bad
call contoso.pkg
```

```package bad
call Contoso[1].zip
```

```package good
call Contoso Invoices.ZIP
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    if !package.name.to_lowercase().ends_with(".zip") {
        let name = quote(&package.name);
        let text = format!("The package is called {name}, and only `*.zip` is taken. Rename it.");
        out.say(Place::Packed(String::new()), text);
    }
    let inner = package.inner.as_ref();
    let folder = inner.and_then(|inner| Some((inner, inner.folder.as_deref()?)));
    let solutions = folder.iter().flat_map(|(inner, folder)| {
        let zips = inner.archive.files_ending(folder, ".zip").into_iter();
        zips.map(move |(name, _)| (format!("{}/{folder}/{name}", inner.path), name))
    });
    let names = std::iter::once((String::new(), package.name.as_str()))
        .chain(inner.map(|inner| (inner.path.clone(), inner.path.as_str())))
        .chain(folder.map(|(inner, folder)| (format!("{}/{folder}", inner.path), folder)))
        .chain(solutions);
    let bracketed = names.filter(|(_, name)| name.contains(['[', ']'])).map(|(place, name)| {
        let text = format!(
            "The name {} has square brackets in it, which Microsoft's validator takes for a pattern, \
             and then finds nothing. Rename it.",
            quote(name)
        );
        (place, text)
    });
    say_few(bracketed, "", out);
}
