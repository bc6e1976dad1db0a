//! A stand-in of conncert's own that waits for a person.

use crate::connector::files::Role;
use crate::rule::fix::page::STAND_IN;
use crate::rule::{Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::text::Span;

pub(crate) static PAGE_UNFINISHED: Rule = Rule {
    id: "page-unfinished",
    official: &[],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[
        Look::Text(Role::Readme, |_, text, out| check(Role::Readme, text, out)),
        Look::Text(Role::Intro, |_, text, out| check(Role::Intro, text, out)),
    ],
    quiet_when: &[],
    since: None,
    cites: &["S3", "S4"],
    fix: None,
    docs: "\
A page still holds a line that waits to be written.

When conncert makes a read-me, an intro or a section of one, it writes what your files tell. What
only you know is left as a line in italics that begins with “Say here”. Reviewers would read it as
it stands, and of the intro everyone would.

Write what the line asks for in its place.

This is a judgement by how the line begins and may be wrong where it is text of your own: it fires
on none of 216 published connectors. To be sure, read the line.

```text bad file=readme.md
# Contoso Invoices

## Publisher: Contoso Ltd

## Prerequisites

*Say here which account or plan of the service people need.*

## Supported Operations

### List invoices

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
```

```text good file=readme.md
# Contoso Invoices

## Publisher: Contoso Ltd

## Prerequisites

Say here and there what you like, *Say here* too.

## Supported Operations

### List invoices

## Obtaining Credentials

## Known Issues and Limitations

## Deployment Instructions
```
",
};

fn check(role: Role, text: &str, out: &mut Sink<'_>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim_end();
        if said.starts_with(STAND_IN) && said.ends_with('*') {
            let span = Span { start, end: start + said.len() };
            let what = said.trim_matches('*').trim_start_matches("Say here ");
            out.say(
                Place::Bytes(role, span),
                format!("This line waits to be written: {}", crate::rules::quote(what)),
            );
        }
        start += line.len();
    }
}
