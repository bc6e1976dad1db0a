//! Exceptions and entries of the baseline that stand for nothing.

use crate::connector::files::Role;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::settings::Unused;

pub(crate) static EXCEPTION_UNUSED: Rule = Rule {
    id: "exception-unused",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Unused(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: None,
    docs: r#"An exception or an entry of the baseline stands for no finding any more.

This is conncert's own rule. An entry in conncert.toml that outlives its finding would quietly hide
the next fault at the same place. So it is told as soon as the fault is mended, has moved, or the
last day of the exception has passed.

Take the entry out. If the fault only moved, write its new pointer into the exception; for the
baseline `conncert check --write-baseline` does that by itself.

```text bad file=conncert.toml
[[exception]]
rule = "title-too-long"
reason = "The title is a brand name that cannot be shortened."
```

```text bad file=conncert.toml
[[baseline]]
rule = "title-too-long"
file = "apiDefinition.swagger.json"
pointer = "/info/title"
fingerprint = "0123456789abcdef"
```

Here the day has passed, and the fault is still there:

```text bad file=conncert.toml also=category-unknown
[[exception]]
rule = "category-unknown"
reason = "Microsoft has promised to add this category."
until = 2024-12-31
```

```json bad and
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Gardening" }
] }
```

```text good file=conncert.toml
[[exception]]
rule = "category-unknown"
reason = "Microsoft has promised to add this category."
```

```json good and
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Gardening" }
] }
```
"#,
};

fn check(_: &Context<'_>, unused: Unused<'_>, out: &mut Sink<'_>) {
    let (rule, message) = match unused {
        Unused::Exception(exception) => (
            &exception.rule,
            format!(
                "`{}` finds nothing that this exception is about. Take the exception out, or \
                 correct its place.",
                exception.rule.text
            ),
        ),
        Unused::Ended(exception, day) => (
            &exception.rule,
            format!(
                "This exception ended on {day}, so what `{}` finds counts again. Mend that, or \
                 give the exception another day.",
                exception.rule.text
            ),
        ),
        Unused::Known(known) => (
            &known.rule,
            format!(
                "What `{}` found here is gone, so the baseline no longer needs this entry. \
                 `conncert check --write-baseline` takes it out.",
                known.rule.text
            ),
        ),
    };
    out.say(Place::Bytes(Role::Settings, rule.span), message);
}
