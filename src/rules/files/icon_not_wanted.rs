//! An independent publisher with an icon.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_NOT_WANTED: Rule = Rule {
    id: "icon-not-wanted",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Independent),
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S6"],
    docs: "\
An independent publisher hands in an icon.

All independent connectors bear a generic one; the file only leads to questions. conncert leaves it out of the package.

```files bad
icon icon.png 160x160
```

```files bad
text ICON.PNG not a picture
```

```files good
icon logo.png 160x160
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    if connector.facts(Role::Icon).found {
        out.say(
            Place::File(Role::Icon),
            "Independent connectors bear the generic icon. Take this file away.",
        );
    }
}
