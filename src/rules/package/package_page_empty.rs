//! A documentation page without text.

use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PACKAGE_PAGE_EMPTY: Rule = Rule {
    id: "package-page-empty",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The documentation page of the package is empty.

It becomes the public page about the connector.

Write it: what the connector is good for, what one needs, how to get credentials, what is known not
to work. `conncert explain intro-section-missing` lists the headings.

```package bad
text intro.md
```

```files bad and
remove intro.md
```

```package good
text intro.md Sends and finds invoices of small companies.
```

```files good and
remove intro.md
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    if let Some((name, bytes)) = package.page()
        && String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').trim().is_empty()
    {
        let text = "The documentation page is empty. It becomes the public page of the connector.";
        out.say(Place::Packed(name.to_owned()), text);
    }
}
