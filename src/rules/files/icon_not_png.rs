//! An icon that is no PNG picture.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static ICON_NOT_PNG: Rule = Rule {
    id: "icon-not-png",
    official: &["5000.2.1.3"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S9", "S13"],
    fix: None,
    docs: r"The icon is not a PNG picture.

Only PNG is accepted. A JPEG, SVG or WebP picture does not become one by a new name.

Export the logo as PNG, from a picture editor or with your designer's tool, and save it as
`icon.png`.

```text bad file=icon.png
GIF89a, although the name says otherwise
```

```text bad file=ICON.png
```

```files good
icon icon.png 230x230
```

```text good file=icon.gif
GIF89a, which is nobody's icon
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    let facts = connector.facts(Role::Icon);
    if let Some(broken) = facts.broken {
        out.say(
            Place::File(Role::Icon),
            format!(
                "{} is not a PNG picture: {}. Save the logo as PNG.",
                quote(facts.name),
                broken.reason
            ),
        );
    }
}
