//! A pattern that is no regular expression.

use crate::connector::files::Role;
use crate::connector::sites::{Keyword, Site};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::pattern::fault;

pub(crate) static PATTERN_MALFORMED: Rule = Rule {
    id: "pattern-malformed",
    official: &["PatternShouldBeValidRegularExpression"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Type(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A `pattern` is not a regular expression.

Dialects differ, so only faults that none of them forgives are reported: a bracket or parenthesis that is never closed, a repetition of nothing, a range that runs backwards, a backslash at the end. Put a backslash before a character that is meant literally.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"pattern\": \"^[A-Z{3}$\"}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"pattern\": \"*.pdf\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"pattern\": \"^[A-Z]{3}$\"}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"pattern\": \".*\\\\.pdf\"}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    let Some(written) = site.get(Keyword::Pattern) else { return };
    if let Some(fault) = written.as_str().and_then(|pattern| fault(&pattern)) {
        out.say(
            Place::node(Role::Definition, written),
            format!("{} is no regular expression: {fault}.", quote(written.raw())),
        );
    }
}
