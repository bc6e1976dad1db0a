//! A variable of a path with a default.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::rules::operations::paths;
use crate::rules::parameters::variables;
use crate::rules::quote;

pub(crate) static PATH_VARIABLE_DEFAULT: Rule = Rule {
    id: "path-variable-default",
    official: &["OperationPathVariablesContainDefaults"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix { safety: Safety::Suggested, says: "Cut the default off the name", make: mend }),
    docs: r#"A variable of a path has a default written into it.

Between the braces stands only the name. A default belongs to the parameter, as `default`.

```json bad also=path-variable-undeclared,path-parameter-unused
{"paths": {"/more/{id=1}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "id", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```

```json fixed
{"paths": {"/more/{id}": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": [{"name": "id", "in": "path", "type": "string", "x-ms-summary": "More", "description": "More of it.", "required": true, "x-ms-url-encoding": "single"}]}}}}
```

```json good
{"paths": {"/more/a=b": {"get": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "parameters": []}}}}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for path in paths(definition) {
        let key = path.key().unwrap_or_default();
        if variables(&key).any(|variable| variable.contains('=')) {
            out.say(
                Place::Key(Role::Definition, path.pointer()),
                format!(
                    "A variable of “{}” has a default. Leave the name alone between the braces, \
                     and give the parameter a `default`.",
                    quote(&key)
                ),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let key = fix::node(cx, place)?.key()?.into_owned();
    let mut better = key.clone();
    for variable in variables(&key) {
        if let Some((name, _)) = variable.split_once('=') {
            better = better.replace(&format!("{{{variable}}}"), &format!("{{{}}}", name.trim()));
        }
    }
    // Another path may have the name already.
    let taken = fix::parent(cx, place)?.get(&better).is_some();
    if taken { None } else { fix::rename(place, better) }
}
