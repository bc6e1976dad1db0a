//! An icon that is no square of 100 to 230 pixels.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_SIZE_WRONG: Rule = Rule {
    id: "icon-size-wrong",
    official: &["5000.2.1.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9", "S13"],
    fix: None,
    docs: r"The icon is not a square of 100 to 230 pixels.

The platform shows the icon in a square tile. Smaller pictures blur there, larger ones are refused,
and other shapes are cut off.

Export the logo anew in a square of 100 to 230 pixels a side; 230 is a good choice. The logo itself
should fill at most 70 % of height and width.

```files bad
icon icon.png 99x99
```

```files good
icon icon.png 100x100
```

```files good
icon icon.png 230x230
```

```files bad
icon icon.png 231x231
```

```files bad
icon icon.png 230x229
```

```files bad
icon icon.png 0x0
```
",
};

/// Pixels a side.
const SIDE: std::ops::RangeInclusive<u32> = 100..=230;

fn check(_: &Context<'_>, icon: Icon, out: &mut Sink<'_>) {
    let Icon { width, height } = icon;
    if width == height && SIDE.contains(&width) {
        return;
    }
    out.say(
        Place::File(Role::Icon),
        format!(
            "The icon is {width} x {height} pixels. Make it a square of {} to {} pixels a side.",
            SIDE.start(),
            SIDE.end()
        ),
    );
}
