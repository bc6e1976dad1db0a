//! The icon has the wrong size.

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
    docs: "\
The icon is not a square of 100 to 230 pixels.

Smaller ones look blurred, and others are cut. Papers of 2022 speak of about 230 pixels, which is still fine.

```files bad
icon icon.png 99x99
```

```files bad
icon icon.png 231x231
```

```files bad
icon icon.png 160x161
```

```files good
icon icon.png 100x100
```

```files good
icon Icon.PNG 230x230
```
",
};

fn check(_: &Context<'_>, icon: Icon, out: &mut Sink<'_>) {
    let Icon { width, height } = icon;
    if width != height || !(100..=230).contains(&width) {
        out.say(
            Place::File(Role::Icon),
            format!("The icon is {width} x {height} pixels; it has to be a square of 100 to 230."),
        );
    }
}
