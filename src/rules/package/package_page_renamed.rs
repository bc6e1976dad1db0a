//! A documentation page under another name.

use crate::connector::package::{PAGE, Package};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static PACKAGE_PAGE_RENAMED: Rule = Rule {
    id: "package-page-renamed",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r"The documentation page of the package is not called `intro.md`.

The official script takes any Markdown file; the policy names `intro.md`, and those who publish the
page look for it.

Rename the file.

```package bad
rename intro.md readme.md
```

```package good
rename intro.md Intro.md
```
",
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    if let Some((name, _)) = package.page().filter(|(name, _)| !name.eq_ignore_ascii_case(PAGE)) {
        let text = format!("The documentation page is called {}. Call it `{PAGE}`.", quote(name));
        out.say(Place::Packed(name.to_owned()), text);
    }
}
