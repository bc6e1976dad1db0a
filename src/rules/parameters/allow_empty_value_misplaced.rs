//! A parameter that could not be empty may be.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};

pub(crate) static ALLOW_EMPTY_VALUE_MISPLACED: Rule = Rule {
    id: "allow-empty-value-misplaced",
    official: &["AllowEmptyValueOnlyValidForQueryFormData"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Safe,
        says: "Take `allowEmptyValue` out",
        make: |_, place| fix::remove(place),
    }),
    docs: r#"A parameter outside query and form may be empty.

`allowEmptyValue` has a meaning in the query and in forms only. Take it out.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it.", "allowEmptyValue": true}]}}}}
```

```json fixed
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "header", "type": "string", "x-ms-summary": "More", "description": "More of it.", "allowEmptyValue": false}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "string", "x-ms-summary": "More", "description": "More of it.", "allowEmptyValue": true}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "string", "x-ms-summary": "More", "description": "More of it.", "allowEmptyValue": true}], "consumes": ["multipart/form-data"]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let elsewhere =
        site.node.text("in").is_some_and(|place| !["query", "formData", "body"].contains(&&*place));
    if elsewhere && site.node.get("allowEmptyValue").is_some() {
        out.say(
            Place::member(Role::Definition, site.node, "allowEmptyValue"),
            format!(
                "Only parameters in query and form may be empty, and {} is neither.",
                name(site)
            ),
        );
    }
}
