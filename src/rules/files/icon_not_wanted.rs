//! An icon in the folder of an independent publisher.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};
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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Take the icon out of the folder; it is kept in the trash",
        make: |_, _| Some(vec![Mend::Discard(Role::Icon)]),
    }),
    docs: r"An independent publisher hands in an icon.

Connectors of independent publishers all bear the same generic picture, so an icon in the folder
is refused.

Take `icon.png` out of the folder. If the service is yours and the connector should bear its logo,
certify as a verified publisher.

```files bad
icon icon.png 230x230
```

```files fixed
text notes.txt Only files without a role are left.
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
