//! An independent publisher who seems to own the service.

use crate::answers::{Answers, Publisher};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::ownership::same_name;

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
    fix: None,
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

```toml bad publisher=independent
[publisher]
type = \"independent\"
name = \"Contoso Fans\"
[ownership]
claim = \"\"
stack_owner = \"contoso fans\"
```
```json bad file=apiProperties.json and
{\"properties\": {\"publisher\": \"Contoso Fans\", \"stackOwner\": \"contoso fans\"}}
```

```toml good publisher=independent
[publisher]
type = \"independent\"
name = \"Contoso Fans\"
[ownership]
claim = \"neither\"
stack_owner = \"Fabrikam Inc\"
```
```json good file=apiProperties.json and
{\"properties\": {\"publisher\": \"Contoso Fans\", \"stackOwner\": \"Fabrikam Inc\"}}
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let claimed = answers.confirmed("ownership.claim").is_some()
        && (answers.is("ownership.claim", "own") || answers.is("ownership.claim", "rights"));
    if claimed {
        out.say_with(
            Place::Answer("publisher.type"),
            "Independent is for services of others, but you said that you own this one or hold \
             rights to it. Choose `verified`; or, if you said it in error, take back \
             `ownership.claim`, which is shown while `verified` is chosen.",
            vec![Place::Answer("ownership.claim")],
        );
        return;
    }
    let (name, owner) =
        (answers.confirmed("publisher.name"), answers.confirmed("ownership.stack_owner"));
    if let (Some(name), Some(owner)) = (name, owner)
        && same_name(name, owner)
    {
        out.say_with(
            Place::Answer("ownership.stack_owner"),
            "Publisher and owner of the service are the same. If the service is yours, choose \
             `verified` as the publisher type; if not, name its owner here.",
            vec![Place::Answer("publisher.name")],
        );
    }
}
