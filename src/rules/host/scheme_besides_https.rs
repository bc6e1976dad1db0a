//! The schemes name more than https.

use super::schemes;
use crate::connector::definition::Definition;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::json::Node;

pub(crate) static SCHEME_BESIDES_HTTPS: Rule = Rule {
    id: "scheme-besides-https",
    official: &["5000.3.1.6"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    docs: "\
The schemes name more than https.

Calls may then go unencrypted. Leave https alone in the list.

```json bad
{\"schemes\": [\"https\", \"http\"]}
```

```json bad
{\"schemes\": [\"https\", 1]}
```

```json good
{\"schemes\": [\"https\", \"https\"]}
```
",
};

fn check(_: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    let is_https = |scheme: &Node<'_>| scheme.as_str().is_some_and(|text| text == "https");
    let (https, others): (Vec<_>, Vec<_>) = schemes(definition).partition(is_https);
    if let (Some(_), Some(other)) = (https.first(), others.first()) {
        out.say(
            Place::definition("/schemes"),
            format!("Take {} out, and leave https alone.", quote(other.raw())),
        );
    }
}
