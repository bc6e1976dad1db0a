//! An icon with a background that is refused.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::connector::picture::Colour;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_BACKGROUND_UNFIT: Rule = Rule {
    id: "icon-background-unfit",
    official: &["5000.2.1.5"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S13"],
    fix: None,
    docs: r"The icon's background is see-through, white, the default blue, or not one colour.

The platform puts the icon on tiles of its own, so the background has to be whole: one colour from
corner to corner, not white and not `#007ee5`, the colour of connectors without one.

Fill the background with the brand colour.

This is a judgement by four corners and may be wrong: it fires on 0 of 216 published connectors,
one of which has an icon in the corpus. To be sure, look at the icon on a dark and on a light page.

```files bad
icon icon.png 230x230 transparent
```

```files bad also=icon-background-not-brand-colour
icon icon.png 230x230 #ffffff
```

```files bad also=icon-background-not-brand-colour
icon icon.png 230x230 #007ee5
```

```files bad
icon icon.png 230x230 uneven
```

```files good
icon icon.png 230x230 #0a5c8f
```
",
};

/// Colours that are refused.
const REFUSED: [(Colour, &str); 2] =
    [([0xff, 0xff, 0xff], "white"), ([0x00, 0x7e, 0xe5], "the default blue")];

fn check(cx: &Context<'_>, _: Icon, out: &mut Sink<'_>) {
    let Some(picture) = cx.connector().and_then(Connector::picture) else { return };
    let first = picture.corners[0];
    let refused = REFUSED.into_iter().find(|(colour, _)| *colour == first);
    let fault = if !picture.is_opaque {
        "lets things shine through"
    } else if !picture.is_even() {
        "has corners of different colours"
    } else if let Some((_, name)) = refused {
        name
    } else {
        return;
    };
    let verb = if refused.is_some() && picture.is_opaque { "is " } else { "" };
    out.say(
        Place::File(Role::Icon),
        format!(
            "The background of the icon {verb}{fault}. Fill it with the brand colour, from corner \
             to corner."
        ),
    );
}
