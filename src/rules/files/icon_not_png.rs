//! The icon is no PNG.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: "\
The icon is not a PNG picture.

A picture of another kind stays one when only its name is changed. Save it as PNG.

```files bad
text icon.png GIF89a, which is another kind of picture altogether
```

```files good
icon icon.png 230x230
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if let Some(broken) = connector.facts(Role::Icon).broken {
        out.say(
            Place::File(Role::Icon),
            format!("The icon is no PNG picture: {}. Save it as PNG.", broken.reason),
        );
    }
}
