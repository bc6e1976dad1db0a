//! Sections of the template that a read-me lacks.

use crate::answers::Publisher;
use crate::connector::files::{Body, Role};
use crate::connector::readme::Readme;
use crate::rule::{
    Context, Fix, Level, Levels, Look, Mend, Place, Publishers, Rule, Safety, Sink, fix,
};
use crate::source::edit::{Edit, apply};
use crate::source::text::Span;

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

*Say here what people need before they can use the connector.*

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

/// All missing sections at once, each before the next one of the template that is there, so that
/// they stand in order. Every finding of the read-me has the same mends.
fn mend(cx: &Context<'_>, place: &Place) -> Option<Vec<Mend>> {
    let role = place.role()?;
    let Body::Text(text) = cx.connector()?.facts(role).body? else { return None };
    let readme = Readme::new(text);
    let mut inserts: Vec<(usize, String)> = Vec::new();
    let mut before = text.len();
    for section in wanted(cx.publisher()).rev() {
        let phrase = section.to_ascii_lowercase();
        let there = readme.headings.iter().find(|found| found.says(&phrase));
        if let Some(heading) = there {
            before = heading.span.start.min(before);
            continue;
        }
        let section = fix::template::section(cx, &phrase)?;
        match inserts.last_mut().filter(|(at, _)| *at == before) {
            Some((_, later)) => later.insert_str(0, &format!("{section}\n")),
            None => inserts.push((before, section)),
        }
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let edits: Vec<Edit> = inserts
        .into_iter()
        .map(|(at, sections)| {
            let is_open = !text[..at].ends_with(['\n', '\r']);
            let (gap, end) = match (at == text.len(), is_open) {
                (true, true) => ("\n\n", ""),
                (true, false) => ("\n", ""),
                (false, _) => ("", "\n"),
            };
            let text = format!("{gap}{sections}{end}").replace('\n', newline);
            Edit { span: Span::at(at), text }
        })
        .collect();
    // In a fence that is never closed nothing is a heading.
    let after = Readme::new(&apply(text, &edits).ok()?);
    if !wanted(cx.publisher()).all(|section| after.has_heading(&section.to_ascii_lowercase())) {
        return None;
    }
    Some(edits.into_iter().map(|edit| Mend::Replace(role, edit.span, edit.text)).collect())
}

/// The sections asked of a publisher.
fn wanted(publisher: Publisher) -> impl DoubleEndedIterator<Item = &'static str> {
    let verified = (publisher == Publisher::Verified).then_some(DEPLOYMENT);
    SECTIONS.into_iter().chain(verified)
}
