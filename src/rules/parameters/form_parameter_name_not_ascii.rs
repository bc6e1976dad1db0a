//! A form field with letters beyond ASCII in its name.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static FORM_PARAMETER_NAME_NOT_ASCII: Rule = Rule {
    id: "form-parameter-name-not-ascii",
    official: &["InvalidFormDataParameterName"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The name of a form field has characters beyond ASCII.

Names of form fields travel in headers, which know English letters only. Rename the field as your service calls it; the display name may have any letters.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "größe", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["multipart/form-data"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "groesse", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["multipart/form-data"]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "größe", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let foreign = site.node.text("name").is_some_and(|name| !name.is_ascii());
    if foreign && site.is_in("formData") {
        out.say(
            Place::member(Role::Definition, site.node, "name"),
            format!(
                "{} has characters beyond ASCII. Names of form fields cannot have any.",
                name(site)
            ),
        );
    }
}
