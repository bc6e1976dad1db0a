//! A description of less than 30 or more than 500 characters.

use super::description;
use crate::connector::definition::Definition;
use crate::connector::terms::length;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static DESCRIPTION_LENGTH_OUT_OF_RANGE: Rule = Rule {
    id: "description-length-out-of-range",
    official: &["FieldLengthNotInRange", "5000.2.3.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S5"],
    fix: None,
    docs: r#"The description has fewer than 30 or more than 500 characters.

Less than a sentence tells makers nothing, more than a paragraph nobody reads, and the validator
refuses both. Blanks count, at both ends too.

Say what the service does and what the connector is good for; leave details to the read-me.

```json bad
{"info": {"description": "Contoso Invoices keeps the in"}}
```

```json good
{"info": {"description": "Contoso Invoices keeps the inv"}}
```

```json good
{"info": {"description": "Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small compani"}}
```

```json bad
{"info": {"description": "Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companies. Contoso Invoices keeps the invoices of small companie"}}
```

```json bad
{"info": {"description": "Größe, Maß und Überschuß, ää."}}
```
"#,
};

/// Unicode scalar values.
const SHORTEST: usize = 30;
const LONGEST: usize = 500;

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let Some(description) = description(definition) else { return };
    let length = length(&description);
    let advice = match length {
        0..SHORTEST => format!("Add {} or more.", SHORTEST - length),
        SHORTEST..=LONGEST => return,
        _ => format!("Shorten it by {}.", length - LONGEST),
    };
    out.say(
        Place::definition("/info/description"),
        format!(
            "The description has {length} characters; it needs {SHORTEST} to {LONGEST}. {advice}"
        ),
    );
}
