//! The publisher says one thing, the file another.

use crate::answers::Answers;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;
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
    fix: None,
    docs: "\
An answer and the connector's file say different things.

Microsoft sees the file, not the answer: what you meant to change would not be handed in.

Let conncert write the answers into the files (`conncert apply`, or from the review page), or change \
the answer. Blanks around a text and the order of categories make no difference.

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
        if question.agrees(answer, &found.text) {
            continue;
        }
        out.say_with(
            Place::Answer(question.key),
            format!(
                "You answered “{}”, but {} has “{}”. Write the answers into the files (`conncert \
                 apply`), or change this one.",
                quote(answer.trim()),
                printable(connector.name(found.role)),
                quote(found.text.trim())
            ),
            vec![Place::Member(found.role, found.pointer)],
        );
    }
}
