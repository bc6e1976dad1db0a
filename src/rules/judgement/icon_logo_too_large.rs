//! A logo that leaves no border.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_LOGO_TOO_LARGE: Rule = Rule {
    id: "icon-logo-too-large",
    official: &["5000.2.1.4"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S13"],
    fix: None,
    docs: r"The logo fills 70 % of the icon's width or height, or more.

The platform may round off the corners, and the logo needs air around it. What differs visibly from
the background counts as logo.

Make the logo smaller within its square.

This is a judgement by colours and may be wrong, with shadows for example: it fires on 0 of 216
published connectors, one of which has an icon in the corpus. To be sure, measure the logo.

```files bad
icon icon.png 100x100 #0a5c8f 70
```

```files good
icon icon.png 100x100 #0a5c8f 69
```
",
};

/// Percent of width and height below which a logo stays.
const SHARE: u32 = 70;

fn check(cx: &Context<'_>, _: Icon, out: &mut Sink<'_>) {
    let percent = cx.connector().and_then(|connector| connector.picture()?.logo_percent());
    if let Some(percent) = percent.filter(|percent| *percent >= SHARE) {
        out.say(
            Place::File(Role::Icon),
            format!("The logo fills {percent} % of the icon. Keep it below {SHARE} %."),
        );
    }
}
