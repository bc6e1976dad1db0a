//! An answer that cannot be understood.

use crate::answers::Answers;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
use crate::source::text::printable;
use crate::steps;

pub(crate) static ANSWER_MALFORMED: Rule = Rule {
    id: "answer-malformed",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0"],
    fix: None,
    docs: "\
An answer cannot be understood.

Some answers have a shape: a choice, a percentage, a day. What was typed is kept, but nothing can \
follow from it until it has that shape.

Choose one of the values given, or type it in the form of the example. A comma is as good as a point \
in numbers.

```toml bad
[uptime]
percent = \"nearly always\"
```

```toml bad
[uptime]
percent = \"100.1\"
```

```toml bad
[attestations]
att-new = \"yesterday\"
```

```toml bad
[publisher]
type = \"certified\"
```

```toml good
[uptime]
percent = \"99,95\"
```

```toml good
[uptime]
percent = \"100\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    for question in steps::questions() {
        let Some(text) = answers.confirmed(question.key).filter(|_| (question.asked)(answers))
        else {
            continue;
        };
        if let Err(expected) = question.parse(text) {
            out.say(
                Place::Answer(question.key),
                format!("“{}” is not understood. {}", quote(text.trim()), printable(&expected)),
            );
        }
    }
}
