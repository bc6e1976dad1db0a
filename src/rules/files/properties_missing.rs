//! A folder without an API properties file.

use super::missing;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::{Context, Fix, Level, Levels, Look, Mend, Publishers, Rule, Safety, Sink, fix};

pub(crate) static PROPERTIES_MISSING: Rule = Rule {
    id: "properties-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Files(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S6"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Make the file from your answers",
        make: |cx, _| Some(vec![Mend::Create(Role::Properties, fix::template::properties(cx)?)]),
    }),
    docs: r##"The folder holds no API properties file.

It says what people fill in to connect, which policies change the requests, who publishes the
connector and in which colour it appears. Microsoft takes no connector without it.

Put it into the folder under the name `apiProperties.json`. The maker portal does not offer it for
download; `paconn download` does.

```files bad
remove apiProperties.json
```

```files bad
rename apiProperties.json properties.json
```

```files bad publisher=independent
remove apiProperties.json
```

```toml bad and
[publisher]
name = "Contoso Fans"
```

```text fixed file=apiProperties.json publisher=independent
{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "securestring",
        "uiDefinition": {
          "displayName": "API key",
          "description": "The API key of your account.",
          "tooltip": "The API key of your account.",
          "constraints": {
            "required": "true",
            "clearText": false,
            "tabIndex": 2
          }
        }
      }
    },
    "iconBrandColor": "#da3b01",
    "capabilities": [],
    "publisher": "Contoso Fans",
    "stackOwner": "Contoso Ltd"
  }
}
```

```toml fixed and
[publisher]
name = "Contoso Fans"
```

```json good file=apiProperties.json
{"properties": {"capabilities": ["actions"]}}
```
"##,
};

fn check(_: &Context<'_>, connector: &Connector, out: &mut Sink<'_>) {
    missing(&connector.properties, Role::Properties, out, |name| {
        format!("The API properties file is missing. Put it into this folder as {name}.")
    });
}
