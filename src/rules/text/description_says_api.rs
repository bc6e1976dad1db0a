//! A description that says "API".

use super::description;
use crate::connector::definition::Definition;
use crate::connector::terms::has_word;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_SAYS_API: Rule = Rule {
    id: "description-says-api",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S7"],
    fix: None,
    docs: r#"The description holds the word "API".

Makers do not call an API, they use a connector. The guide for texts asks to leave the word out;
more than a tenth of the published connectors have it nevertheless, so this is advice.

Name the service instead.

```json bad
{"info": {"description": "Connects to the Contoso API for invoices of small companies."}}
```

```json bad
{"info": {"description": "Uses an api-key to reach the invoices of small companies."}}
```

```json good
{"info": {"description": "Connects to the APIs of Contoso for invoices, rapidly."}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    if has_word(&description, "api") {
        out.say(
            Place::definition("/info/description"),
            "The description says “API”. Better name the service: makers use a connector, not an \
             API.",
        );
    }
}
