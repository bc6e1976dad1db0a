//! An icon whose background is not the brand colour.

use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::connector::picture::{colour, is_near};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static ICON_BACKGROUND_NOT_BRAND_COLOUR: Rule = Rule {
    id: "icon-background-not-brand-colour",
    official: &["5000.2.1.5"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Only(Publisher::Verified),
    needs: &[],
    looks: &[Look::Icon(check)],
    quiet_when: &[],
    since: None,
    cites: &["S13"],
    fix: None,
    docs: r"The icon's background differs from `iconBrandColor`.

The platform paints `iconBrandColor` around the icon; another background shows as a box.

Fill the background with the brand colour, or give `iconBrandColor` the background's. A background
that is see-through or uneven has a rule of its own.

This is a judgement by the corners and may be wrong: it fires on 0 of 216 published connectors,
one of which has an icon in the corpus. To be sure, lay the icon on a page of the brand colour.

```files bad
icon icon.png 230x230 #0a5ca0
```

```files good
icon icon.png 230x230 #0a5c9f
```

```files good
icon icon.png 230x230 #0a5c8f
```
",
};

fn check(cx: &Context<'_>, _: Icon, out: &mut Sink<'_>) {
    let Some(picture) = cx.connector().and_then(Connector::picture) else { return };
    let first = picture.corners[0];
    let is_even = picture.is_opaque && picture.is_even();
    let brand = cx.properties().and_then(|properties| properties.text("iconBrandColor"));
    let Some(colour) = brand.as_deref().and_then(colour).filter(|_| is_even) else { return };
    if !is_near(first, colour) {
        let [red, green, blue] = first;
        out.say_with(
            Place::File(Role::Icon),
            format!(
                "The icon's background is #{red:02x}{green:02x}{blue:02x}, the brand colour {}. \
                 Make them the same.",
                brand.as_deref().unwrap_or_default()
            ),
            vec![Place::properties("/properties/iconBrandColor")],
        );
    }
}
