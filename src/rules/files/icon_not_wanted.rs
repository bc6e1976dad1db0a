//! An icon in the folder of an independent publisher.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

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
    fix: None,
    docs: r"An independent publisher hands in an icon.

Connectors of independent publishers all bear the same generic picture, so an icon in the folder
is refused.

Take `icon.png` out of the folder. If the service is yours and the connector should bear its logo,
certify as a verified publisher.

```files bad
icon icon.png 230x230
```

```text bad file=Icon.PNG
Not even a picture.
```

```files good
icon logo.png 230x230
```
",
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    let facts = connector.facts(Role::Icon);
    if facts.found {
        out.say(
            Place::File(Role::Icon),
            format!(
                "Connectors of independent publishers get a generic icon. Remove {}.",
                quote(facts.name)
            ),
        );
    }
}
