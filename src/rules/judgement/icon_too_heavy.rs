//! An icon of more than a megabyte.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_TOO_HEAVY: Rule = Rule {
    id: "icon-too-heavy",
    official: &["5000.2.1.2"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S13"],
    fix: None,
    docs: r"The icon file has 1 MB or more.

It is loaded wherever the connector is listed. A square of 230 pixels needs a few kilobytes.

Export it anew, without layers and metadata.

This is a judgement on where a megabyte begins (1,048,576 bytes here) and may be wrong: it fires on 0 of 216
published connectors, one of which has an icon in the corpus. To be sure, stay below 1,000,000.

```files bad
icon icon.png 230x230
pad icon.png 1048576
```

```files good
icon icon.png 230x230
pad icon.png 1048575
```
",
};

/// Bytes.
const LIMIT: u64 = 1024 * 1024;

fn check(cx: &Context<'_>, _: Icon, out: &mut Sink<'_>) {
    let size = cx.connector().map_or(0, |connector| connector.facts(Role::Icon).size);
    if size >= LIMIT {
        out.say(
            Place::File(Role::Icon),
            format!("The icon has {size} bytes; it must stay below 1 MB. Export it anew."),
        );
    }
}
