//! A host that is more than a host name.

use super::{host, text};
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static HOST_MALFORMED: Rule = Rule {
    id: "host-malformed",
    official: &["HostNameNotValid", "5000.2.6.4"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5", "S10"],
    fix: None,
    docs: r#"The host is not a bare host name.

`host` takes a name and at most a port. The scheme belongs to `schemes`, the path to `basePath`,
and braces, blanks and backslashes to neither.

Cut the rest off. Where each customer has a host of their own, a policy with the template
`dynamichosturl` sets it.

```json bad
{"host": "https://api.contoso.com"}
```

```json bad
{"host": "api.contoso.com/v1"}
```

```json bad
{"host": "{tenant}.contoso.com"}
```

```json bad
{"host": "api.contoso.com:"}
```

```json bad
{"host": "api.contoso.com:443:443"}
```

```json bad
{"host": "dev.api.contoso.com "}
```

```json good
{"host": "api.contoso.com:443"}
```

```json good
{"host": "intranet"}
```
"#,
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    if let Some(text) = text(definition)
        && host(definition).is_none()
    {
        out.say(
            Place::definition("/host"),
            format!(
                "The host “{}” is more than a host name. Leave only the name, such as \
                 api.contoso.com: no scheme, no path, no braces, no blanks.",
                quote(&text)
            ),
        );
    }
}
