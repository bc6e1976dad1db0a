//! A connector in production for a service in beta.

use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::has_word;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Node;
use std::borrow::Cow;

pub(crate) static PRODUCTION_STATUS_ON_BETA: Rule = Rule {
    id: "production-status-on-beta",
    official: &["ProductionStatusOnBetaService"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: r#"The status is `Production`, while something says that the service is still in beta.

A connector cannot be further than what it connects to. Whether your service is still in beta is not in the files, only you know; this advice comes where host, base path or title say beta or preview, or the description beta. No published connector shows it. If the service is in production, pass it over; else call the connector a `Preview`.

```json bad
{"paths": {}, "info": {"x-ms-api-annotation": {"status": "Production"}}, "host": "beta.contoso.com"}
```

```json bad
{"paths": {"/more": {"post": {"operationId": "More", "summary": "More", "description": "Does more.", "responses": {"204": {"description": "Done."}}, "x-ms-api-annotation": {"status": "Production"}}}}, "basePath": "/v2-preview"}
```

```json good
{"paths": {}, "info": {"x-ms-api-annotation": {"status": "Preview"}}, "host": "beta.contoso.com"}
```

```json good
{"paths": {}, "info": {"x-ms-api-annotation": {"status": "Production"}}, "host": "alphabeta.contoso.com"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let own = definition.info().and_then(status);
    let Some(status) = own.or_else(|| definition.operations().find_map(|one| status(one.node)))
    else {
        return;
    };
    let says = |text: Option<Cow<'_, str>>, words: &[&str]| {
        text.is_some_and(|text| words.iter().any(|word| has_word(&text, word)))
    };
    let root = definition.root();
    let description = definition.info().and_then(|info| info.text("description"));
    if says(root.text("host"), &["beta", "preview"])
        || says(root.text("basePath"), &["beta", "preview"])
        || says(definition.title(), &["beta", "preview"])
        || says(description, &["beta"])
    {
        out.say(
            Place::node(Role::Definition, status),
            "Something here says that the service is in beta or preview. If it is, the status \
             cannot be `Production` yet.",
        );
    }
}

/// The status of an operation or of the connector, where it is `Production`.
fn status(holder: Node<'_>) -> Option<Node<'_>> {
    let status = holder.get("x-ms-api-annotation")?.get("status")?;
    status.as_str().filter(|text| text == "Production").map(|_| status)
}
