//! A dictionary editor for what is no dictionary.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;

pub(crate) static DICTIONARY_EDITOR_ON_CLOSED_SCHEMA: Rule = Rule {
    id: "dictionary-editor-on-closed-schema",
    official: &["InvalidCustomEditorExtensionDictionaryValue"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
`x-ms-editor` is `dictionary`, but the schema takes no free names.

The editor lets makers write names and values of their own. The schema must be of type `object`, and `additionalProperties` must not be `false`.

```json bad
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-editor\": \"dictionary\", \"additionalProperties\": false}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"x-ms-editor\": \"dictionary\", \"additionalProperties\": {\"type\": \"string\"}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-editor\": \"dictionary\", \"additionalProperties\": {\"type\": \"string\"}}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"object\", \"x-ms-editor\": \"dictionary\"}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"post\": {\"operationId\": \"AddInvoice\", \"summary\": \"Add an invoice\", \"description\": \"Adds an invoice.\", \"parameters\": [{\"name\": \"body\", \"in\": \"body\", \"schema\": {\"type\": \"string\", \"x-ms-editor\": \"html\"}}], \"responses\": {\"204\": {\"description\": \"Done.\"}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    if site.is_reference() || !site.is(Keyword::Editor, "dictionary") {
        return;
    }
    let additional = site.get(Keyword::AdditionalProperties).and_then(Node::as_bool);
    let message = if !site.is(Keyword::Type, "object") {
        "A dictionary must be of type `object`."
    } else if additional == Some(false) {
        "A dictionary takes any name: `additionalProperties` must not be false."
    } else {
        return;
    };
    out.say(Place::member(Role::Definition, site.node, "x-ms-editor"), message);
}
