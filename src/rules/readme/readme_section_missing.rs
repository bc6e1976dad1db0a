//! A section that the read-me should have.

use crate::answers::Publisher;
use crate::connector::files::Role;
use crate::connector::readme::Readme;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static README_SECTION_MISSING: Rule = Rule {
    id: "readme-section-missing",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Readme(check)],
    quiet_when: &[],
    since: None,
    cites: &["S3"],
    docs: "\
The read-me lacks a section of Microsoft's template.

Reviewers look for Publisher, Prerequisites, Supported Operations, Obtaining Credentials and Known Issues and Limitations, and of verified publishers for Deployment Instructions as well. Many published read-mes call them otherwise, so this is a warning.

A heading counts when it contains the words, whatever their case.

```text bad file=readme.md
# Contoso Invoices
## Publisher: Contoso Ltd
## Prerequisites
## Supported Operations
## Obtaining Credentials
## Deployment Instructions
```

```text bad publisher=independent file=readme.md
# Contoso Invoices
## Publisher: Contoso Ltd
## Prerequisites
## Supported Operations
## Obtaining Credentials
~~~
## Known Issues and Limitations
~~~
```

```text good publisher=independent file=readme.md
#The PUBLISHER
## Prerequisites and more
   ## Supported Operations
###### obtaining credentials ##
## Known Issues and Limitations
```
",
};

const SECTIONS: [&str; 5] = [
    "publisher",
    "prerequisites",
    "supported operations",
    "obtaining credentials",
    "known issues and limitations",
];

fn check(cx: &Context<'_>, readme: &Readme, out: &mut Sink<'_>) {
    let deployment = (cx.publisher() == Publisher::Verified).then_some("deployment instructions");
    for section in SECTIONS.into_iter().chain(deployment) {
        if !readme.has_heading(section) {
            out.say(
                Place::Section(Role::Readme, section.replace(' ', "-")),
                format!("The read-me has no section “{section}”. Add a heading with these words."),
            );
        }
    }
}
