//! An address for people, or for signing in, that is no absolute web address.

use super::{answered, contact_text};
use crate::answers::Answers;
use crate::connector::definition::{Definition, Operation};
use crate::connector::files::Role;
use crate::connector::terms::{is_address, is_blank};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static URL_MALFORMED: Rule = Rule {
    id: "url-malformed",
    official: &["UrlNotValid"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[
        Look::Definition(check),
        Look::Operation(check_operation),
        Look::Answers(check_answer),
    ],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Put `https://` before the address, or take blanks off",
        make: |cx, place| fix::rewrite(cx, place, fix::text::as_address),
    }),
    docs: r#"An address in the definition is not an absolute web address.

That is the support page, the licence, further documentation of the connector or an operation, and
where people sign in. It begins with `https://` (or `http://`), goes on with a host that
has a dot, and has no blanks, not even around it.

Copy the address from your browser's address bar.

```json bad
{ "info": { "contact": { "url": "www.contoso.com/help" } } }
```

```json fixed
{ "info": { "contact": { "url": "https://www.contoso.com/help" } } }
```

```json bad
{ "info": { "contact": { "url": "https://contoso.com/our help" } } }
```

```json bad
{ "info": { "contact": { "url": "https://https://contoso.com" } } }
```

```json bad
{ "info": { "contact": { "url": "https://localhost" } } }
```

```json bad
{ "info": { "license": { "name": "MIT", "url": "contoso.com/license" } } }
```

```json bad
{ "externalDocs": { "url": "/docs" } }
```

```json bad
{ "paths": { "/invoices": { "get": { "externalDocs": { "url": "docs.contoso.com" } } } } }
```

```json bad also=oauth-disagreement
{ "securityDefinitions": { "api_key": { "type": "oauth2", "name": null, "in": null, "flow": "application", "tokenUrl": "/token" } } }
```

An answer of yours is judged in the same way:

```toml bad also=answer-contradicts-file
[support]
url = "contoso.com/help"
```

```json good
{ "info": { "contact": { "url": "HTTPS://contoso.com" } } }
```

```json good
{ "externalDocs": { "url": "https://docs.contoso.com" }, "info": { "license": { "name": "MIT" } } }
```

```json good
{ "info": { "contact": { "url": "https://contoso.com:8443?topic=help" } } }
```
"#,
};

/// The answer that stands for the same member.
const KEY: &str = "support.url";

fn is_wrong(text: &str) -> bool {
    !is_blank(Some(text)) && !is_address(text)
}

fn message(text: &str) -> String {
    format!(
        "“{}” is not an absolute web address. Write it in full, such as https://contoso.com/help, \
         without blanks.",
        quote(text)
    )
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if let Some(found) = contact_text(definition, "url").filter(|found| is_wrong(found)) {
        let place = Place::definition("/info/contact/url");
        out.say_with(place, message(&found), answered(cx, KEY));
    }
    let license = definition.info().and_then(|info| info.get("license"));
    for holder in [license, definition.root().get("externalDocs")].into_iter().flatten() {
        member(holder, "url", out);
    }
    let definitions = definition.security_definitions().into_iter().flat_map(Node::members);
    for (_, node) in definitions {
        if node.text("type").is_some_and(|found| found == "oauth2") {
            member(node, "authorizationUrl", out);
            member(node, "tokenUrl", out);
        }
    }
}

fn check_operation(_: &Context<'_>, operation: Operation<'_>, out: &mut Sink<'_>) {
    if let Some(docs) = operation.node.get("externalDocs") {
        member(docs, "url", out);
    }
}

fn member(holder: Node<'_>, name: &str, out: &mut Sink<'_>) {
    if let Some(found) = holder.text(name).filter(|found| is_wrong(found)) {
        out.say(Place::member(Role::Definition, holder, name), message(&found));
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(answer) = answers.confirmed(KEY).map(str::trim) else { return };
    // Where the file shows the fault as well, the finding stands there.
    let in_file = cx.definition().and_then(|definition| contact_text(definition, "url"));
    if is_wrong(answer) && !in_file.is_some_and(|found| is_wrong(&found)) {
        out.say(Place::Answer(KEY), message(answer));
    }
}
