//! Sections of the template that a read-me lacks.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::readme::Readme;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};

pub(crate) static README_SECTION_MISSING: Rule = Rule {
    id: "readme-section-missing",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Readme(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3", "S6"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Add the section to be filled in",
        make: mend,
    }),
    docs: "\
The read-me lacks a section of Microsoft's template.

Reviewers look for the publisher, the prerequisites, the supported operations, how to obtain
credentials, and known issues and limitations; of verified publishers also for deployment
instructions. Many published connectors lack one of them, so this is a warning.

Add a heading with `#` in front that contains the words, and a few lines under it. Write “None”
where there is nothing to say.

```text bad file=readme.md
# Contoso Invoices
## Publisher: Contoso Ltd
## Supported Operations
## Obtaining Credentials
## Known Issues and Limitations
## Deployment Instructions
```

```text fixed file=readme.md
# Contoso Invoices
## Publisher: Contoso Ltd
## Prerequisites

- A licence that includes premium connectors

*Say here which account or plan of the service people need.*

## Supported Operations
## Obtaining Credentials
## Known Issues and Limitations
## Deployment Instructions
```

Underlined headings and those in a fenced example do not count:

```text bad file=readme.md
# Contoso Invoices
## Publisher: Contoso Ltd
Prerequisites
-------------
## Supported Operations
~~~
## Obtaining Credentials
~~~
## Known Issues and Limitations
## Deployment Instructions
```

Capitals, depth and further words do not matter:

```text good file=readme.md
#PUBLISHER
###### The prerequisites for use
# Supported operations (12)
   ## Obtaining credentials ##
# Known issues and limitations
# Deployment instructions
```

Independent publishers need no deployment instructions:

```text good file=readme.md publisher=independent
# Contoso Invoices
## Publisher: Contoso Ltd
## Prerequisites
## Supported Operations
## Obtaining Credentials
## Known Issues and Limitations
```
",
};

/// The sections of the template, in its order.
const SECTIONS: [&str; 5] = [
    "Publisher",
    "Prerequisites",
    "Supported Operations",
    "Obtaining Credentials",
    "Known Issues and Limitations",
];

/// Asked of verified publishers only.
const DEPLOYMENT: &str = "Deployment Instructions";

fn check(cx: &Context<'_>, readme: &Readme, out: &mut Sink<'_>) {
    for section in wanted(cx.publisher()) {
        let phrase = section.to_ascii_lowercase();
        if !readme.has_heading(&phrase) {
            out.say(
                Place::Section(Role::Readme, phrase.replace(' ', "-")),
                format!(
                    "The read-me has no section “{section}”. Add a heading `## {section}` \
                         with a few lines under it."
                ),
            );
        }
    }
}

fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let wanted: Vec<String> = wanted(cx.publisher()).map(str::to_ascii_lowercase).collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    fix::page::with_sections(cx, place.role()?, &wanted)
}

/// The sections asked of a publisher.
fn wanted(publisher: Publisher) -> impl Iterator<Item = &'static str> {
    let verified = (publisher == Publisher::Verified).then_some(DEPLOYMENT);
    SECTIONS.into_iter().chain(verified)
}
