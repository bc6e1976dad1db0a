//! An icon whose pixels cannot be read.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_DAMAGED: Rule = Rule {
    id: "icon-damaged",
    official: &["5000.2.1.3"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S13"],
    fix: None,
    docs: r"The icon begins as a PNG picture does, but its pixels cannot be read.

The file was probably cut off on its way, or it claims more than 1,024 pixels a side, which is more
than is looked at. The rules about background and logo cannot judge it.

Export the icon anew.

This is a judgement by one decoder and may be wrong: it fires on 0 of 216 published connectors,
one of which has an icon in the corpus. To be sure, open the file in a picture viewer.

```files bad also=icon-size-wrong
icon icon.png 0x0
```

```files good
icon icon.png 230x230
```
",
};

fn check(cx: &Context<'_>, icon: Icon, out: &mut Sink<'_>) {
    if cx.connector().is_some_and(|connector| connector.picture().is_none()) {
        out.say(
            Place::File(Role::Icon),
            format!(
                "The pixels of the icon ({} x {}) cannot be read: the file is damaged or too \
                 large. Export it anew.",
                icon.width, icon.height
            ),
        );
    }
}
