//! Something in a file that looks like a key or password.

use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::terms::length;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static SECRET_IN_FILE: Rule = Rule {
    id: "secret-in-file",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    fix: None,
    docs: r#"A file holds something that looks like a key, a token or a password.

The files become public, and whoever finds a key uses it. Looked for are the shapes of well-known
keys, private keys, signed tokens, random letters right behind a word such as “password”, and words
with digits or signs that stand under such a name. The value itself is never printed, and the files
only leave with `--incomplete`.

Take it out, and make a new one wherever it was valid: what was shared once counts as known.

This is a judgement by appearance and may be wrong, with samples for example: it fires on 0 of 216
published connectors. To be sure, try whether the service accepts it.

```json bad
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "status", "in": "query", "type": "string",
  "x-ms-summary": "Status", "description": "Such as api_key=q7Zt3vXk9LmB2cRw8HsN4dJf6Gyp."
}]}}}}
```

```json bad
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "api-key", "in": "query", "type": "string", "default": "sunshin7",
  "x-ms-summary": "Key", "description": "Opens the door."
}]}}}}
```

Too short, nothing near it, or a stand-in:

```json good
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "api-key", "in": "query", "type": "string", "default": "sunshi7",
  "x-ms-summary": "Key", "description": "Opens the door."
}]}}}}
```

```json good
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "status", "in": "query", "type": "string",
  "x-ms-summary": "Status", "description": "Such as api_key=q7Zt3vXk9LmB2cRw8Hs."
}]}}}}
```

```json good
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "status", "in": "query", "type": "string",
  "x-ms-summary": "Status", "description": "Such as number=q7Zt3vXk9LmB2cRw8HsN4dJf6Gyp."
}]}}}}
```

```json good
{"paths": {"/invoices": {"get": {"parameters": [{
  "name": "status", "in": "query", "type": "string",
  "x-ms-summary": "Status", "description": "Such as api_key=YOUR7Zt3vXk9LmB2cRw8HsN4dJf6."
}]}}}}
```
"#,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    for role in Role::ALL {
        for suspect in connector.suspects(role) {
            let place = match connector.json(role) {
                Some(json) => Place::node(role, json.node_at(suspect.span.start)),
                None => Place::Bytes(role, suspect.span),
            };
            // Never the value itself: reports end up in logs and pull requests.
            out.say(
                place,
                format!(
                    "Here stand {} characters that look like {}, and this file becomes public. \
                     Take them out, and make a new one if they were ever valid.",
                    length(&suspect.text),
                    suspect.kind
                ),
            );
        }
    }
}
