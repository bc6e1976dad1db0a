//! The publisher says one thing, the file another.

use crate::answers::{Answers, Kind, items};
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::text::printable;
use crate::steps;

pub(crate) static ANSWER_CONTRADICTS_FILE: Rule = Rule {
    id: "answer-contradicts-file",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S1"],
    docs: "\
An answer and the connector's file say different things.

Microsoft sees the file, not the answer: what you meant to change would not be handed in.

Write the answers into the files (`conncert apply`, or `w` on the review page), or change the answer.

```toml bad
[publisher]
name = \"Fabrikam Inc\"
```

```toml bad
[support]
categories = \"Finance\"
```

```toml good
[support]
categories = \"Productivity, Finance\"
```

```toml good
[publisher]
name = \" Contoso Ltd \"
```
",
};

fn check(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let Some(connector) = cx.connector() else { return };
    for question in steps::questions() {
        let Some(answer) = answers.confirmed(question.key).filter(|_| (question.asked)(answers))
        else {
            continue;
        };
        let Some(found) = question.stands.and_then(|stand| stand.read(connector)) else { continue };
        let same = match question.kind {
            Kind::Choices { .. } => sorted(items(answer)) == sorted(terms::categories(&found.text)),
            _ => answer.trim() == found.text.trim(),
        };
        if same {
            continue;
        }
        out.say_with(
            Place::Answer(question.key),
            format!(
                "You answered “{}”, but {} has “{}”. Write the answer into the file, or change \
                 the answer.",
                short(answer),
                printable(connector.name(found.role)),
                short(&found.text)
            ),
            vec![Place::Member(found.role, found.pointer)],
        );
    }
}

fn sorted<'a>(list: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut list: Vec<&str> = list.collect();
    list.sort_unstable();
    list
}

fn short(text: &str) -> String {
    let start: String = text.trim().chars().take(60).collect();
    printable(&start).into_owned()
}
