//! A question that has to be answered is not.

use crate::answers::{Answers, Kind};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps;

pub(crate) static ANSWER_MISSING: Rule = Rule {
    id: "answer-missing",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0", "S1", "S2"],
    fix: None,
    docs: "\
A question that has to be answered is not.

Microsoft asks for the publisher type, the ownership, the way to sign in and the support contact of \
everyone. Where the connector's own file has the place for an answer, the rule about that file \
speaks instead.

Answer the question in the wizard, or with `--set step.key=value`.

```toml bad
[publisher]
type = \"\"
```

```toml bad
[ownership]
claim = \"rights\"
```

```toml bad also=definition-missing
[support]
email = \"\"
```
```files bad and
remove apiDefinition.swagger.json
```

```toml good
[ownership]
claim = \"rights\"
scenario = \"Shops that sell through Fabrikam create invoices in their flows.\"
```

```toml good
[uptime]
evidence = \"\"
```
",
};

fn check(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    for question in steps::questions() {
        let due = (question.asked)(answers) && (question.required)(answers);
        if !due || !answers.is_blank(question.key) {
            continue;
        }
        let file_speaks = question.stands.is_some_and(|stand| {
            cx.connector().is_some_and(|connector| connector.json(stand.role()).is_some())
        });
        if file_speaks {
            continue;
        }
        let way = match question.kind {
            Kind::Choice(options) | Kind::Choices { options, open: false } => {
                let values: Vec<_> = options.iter().map(|choice| choice.value).collect();
                format!("Choose from: {}.", values.join(", "))
            }
            _ => format!("For example: {}", question.example),
        };
        out.say(
            Place::Answer(question.key),
            format!(
                "{} This has to be answered. {} {way}",
                sentence(question.prompt),
                question.help,
            ),
        );
    }
}

/// A prompt as a sentence.
fn sentence(prompt: &str) -> String {
    if prompt.ends_with(['?', '.']) { prompt.to_owned() } else { format!("{prompt}.") }
}
