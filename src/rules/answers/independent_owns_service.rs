//! An independent publisher who seems to own the service.

use crate::answers::{Answers, Publisher};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

pub(crate) static INDEPENDENT_OWNS_SERVICE: Rule = Rule {
    id: "independent-owns-service",
    official: &[],
    // Three of 390 published independent connectors name the same publisher and owner.
    level: Levels::both(Level::Warning),
    publishers: Publishers::Only(Publisher::Independent),
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0"],
    docs: "\
An independent publisher seems to own the service.

Independent is for those who do not own the service behind the connector. Who owns it, or holds \
rights to it, certifies as a verified publisher and gets OAuth 2, an own icon and usage figures.

Choose the publisher type `verified`, or name the real owner as stack owner.

```toml bad publisher=independent
[publisher]
type = \"independent\"
[ownership]
claim = \"own\"
```

```toml bad publisher=independent also=answer-contradicts-file
[publisher]
type = \"independent\"
name = \"Contoso Fans\"
[ownership]
stack_owner = \"contoso fans\"
```

```toml good publisher=independent
[publisher]
type = \"independent\"
[ownership]
claim = \"neither\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let claimed = answers.confirmed("ownership.claim").is_some()
        && (answers.is("ownership.claim", "own") || answers.is("ownership.claim", "rights"));
    if claimed {
        out.say_with(
            Place::Answer("publisher.type"),
            "You said that you own the service or hold rights to it. Then certify as a verified \
             publisher: choose that type.",
            vec![Place::Answer("ownership.claim")],
        );
        return;
    }
    let (name, owner) =
        (answers.confirmed("publisher.name"), answers.confirmed("ownership.stack_owner"));
    if let (Some(name), Some(owner)) = (name, owner)
        && name.trim().eq_ignore_ascii_case(owner.trim())
    {
        out.say_with(
            Place::Answer("ownership.stack_owner"),
            "Publisher and owner of the service are the same. If it is your service, certify as \
             a verified publisher; if not, name its owner here.",
            vec![Place::Answer("publisher.name")],
        );
    }
}
