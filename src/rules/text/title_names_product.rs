//! A title that names a product of the Power Platform.

use super::{names, title};
use crate::connector::definition::Definition;
use crate::connector::terms::products;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static TITLE_NAMES_PRODUCT: Rule = Rule {
    id: "title-names-product",
    official: &["5000.2.2.2"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S8"],
    fix: None,
    docs: r#"The title names a product of the Power Platform.

Microsoft keeps the names of its own products for itself: Power Apps, Power Automate, Power BI,
Power Pages, Power Platform, Power Virtual Agents, Copilot Studio, Logic Apps and Microsoft Flow.

Leave the name out; the connector works with these products anyway.

```json bad
{"info": {"title": "Contoso for Power Automate"}}
```

```json bad
{"info": {"title": "PowerApps-Contoso"}}
```

```json good
{"info": {"title": "Power  Apps of Contoso"}}
```

```json good
{"info": {"title": "Contoso SuperPower BI"}}
```

```json good
{"info": {"title": "Contoso PowerAppsX"}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(title) = title(definition) else { return };
    let found = products(&title);
    if !found.is_empty() {
        out.say(
            Place::definition("/info/title"),
            format!(
                "The title “{}” names {}, a product of Microsoft. Leave the name out.",
                quote(&title),
                names(&found)
            ),
        );
    }
}
