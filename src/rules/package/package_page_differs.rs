//! A documentation page other than that of the connector.

use crate::connector::files::Role;
use crate::connector::package::Package;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static PACKAGE_PAGE_DIFFERS: Rule = Rule {
    id: "package-page-differs",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The documentation page in the package is not the one beside the connector's files.

Both are called `intro.md`; what was checked there is then not what is handed in.

Put the one you mean into both places.

```package bad
text intro.md Something else.
```

```text bad file=intro.md and
Sends and finds invoices of small companies.
```

```package good
text intro.md Sends and finds invoices of small companies.
```

```text good file=intro.md and
Sends and finds invoices of small companies.
```
",
};

fn check(cx: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let beside = cx.connector().and_then(|connector| connector.facts(Role::Intro).body);
    if let (Some((name, bytes)), Some(beside)) = (package.page(), beside)
        && lines(&String::from_utf8_lossy(bytes)) != lines(&beside.text())
    {
        let text = "This page is not the intro.md of the connector's folder. Hand in the one that \
                    you mean, and keep the same in both places.";
        out.say(Place::Packed(name.to_owned()), text);
    }
}

/// Lines without what editors add and take away.
fn lines(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').trim();
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}
