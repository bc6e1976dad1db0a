//! A file that is sent elsewhere than in a form.

use super::name;
use crate::connector::definition::ParameterSite;
use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static FILE_PARAMETER_OUTSIDE_FORM_DATA: Rule = Rule {
    id: "file-parameter-outside-form-data",
    official: &["FileParameterMustBeInFormData"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Parameter(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"A parameter of type `file` is not in the form data.

Files are uploaded as form fields: `"in": "formData"`, with `multipart/form-data` among the `consumes`. A file that is the whole body is a schema of type `string` with format `binary`.

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "query", "type": "file", "x-ms-summary": "More", "description": "More of it."}]}}}}
```

```json good
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "more", "in": "formData", "type": "file", "x-ms-summary": "More", "description": "More of it."}], "consumes": ["multipart/form-data"]}}}}
```
"#,
};

fn check(_: &Context<'_>, site: ParameterSite<'_>, out: &mut Sink<'_>) {
    let elsewhere =
        site.node.text("in").is_some_and(|place| place != "formData" && place != "body");
    if elsewhere && site.node.text("type").is_some_and(|kind| kind == "file") {
        out.say(
            Place::member(Role::Definition, site.node, "type"),
            format!("{} is a file, and files travel in the form data only.", name(site)),
        );
    }
}
