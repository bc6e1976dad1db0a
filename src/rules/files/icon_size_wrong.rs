//! An icon that is no square of 100 to 230 pixels.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::connector::picture::colour;
use crate::connector::redraw::square;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink};

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
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Draw the icon anew as a square of the nearest size, filled up with its background",
        make: mend,
    }),
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
icon icon.png 231x231 #0a5c8f 0
```

```files fixed
icon icon.png 230x230 #0a5c8f 0
```

```files bad
icon icon.png 230x229 #0a5c8f 0
```

```files fixed
icon icon.png 230x230 #0a5c8f 0
```

```files bad
icon icon.png 99x40 #0a5c8f 0
```

```files fixed
icon icon.png 100x100 #0a5c8f 0
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

/// The picture as it is, in the nearest size that is accepted.
fn mend(cx: &Context<'_>, _: &Place) -> Option<Vec<Mend>> {
    let connector = cx.connector()?;
    let Icon { width, height } = *connector.icon.ready()?;
    let side = width.max(height).clamp(*SIDE.start(), *SIDE.end());
    let brand = cx.properties().and_then(|properties| properties.text("iconBrandColor"));
    let brand = brand.and_then(|brand| colour(&brand));
    let bytes = square(connector.facts(Role::Icon).body?.bytes(), side, brand)?;
    Some(vec![Mend::Redraw(Role::Icon, bytes)])
}
