//! A package whose name is not that of a zip.

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
    docs: r"The name of the package does not end in `.zip`.

Microsoft's validator and the submission form take files by their ending, and refuse any other
before they look inside.

Rename the file. If it is no zip, make one: on Windows by “Send to, Compressed folder”, elsewhere
with `zip -r`.

```package bad
call contoso.pkg
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
}
