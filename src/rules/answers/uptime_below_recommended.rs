//! An uptime below the recommendation, or none given. Never more than advice.

use crate::answers::{Answers, Value};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::steps::outage::{RECOMMENDED, outage};
use crate::steps::question;

pub(crate) static UPTIME_BELOW_RECOMMENDED: Rule = Rule {
    id: "uptime-below-recommended",
    official: &[],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Answers(check)],
    quiet_when: &[],
    since: None,
    cites: &["S0"],
    fix: None,
    docs: "\
The uptime is below the recommendation, or not known.

Microsoft recommends that the service answers 99.9 % of the time or more, which leaves under nine \
hours of outage a year. No connector is refused for less.

Give the figure you promise or measure. If it is lower, you may certify all the same.

```toml bad
[uptime]
percent = \"99.89\"
```

```toml bad
[uptime]
percent = \"\"
```

```toml good
[uptime]
percent = \"99.9\"
```
",
};

fn check(_: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    let place = Place::Answer("uptime.percent");
    let Some(text) = answers.confirmed("uptime.percent") else {
        out.say(
            place,
            "Microsoft recommends an uptime of 99.9 % or more; yours is not known yet. Give it if \
             you can; nothing is held up by it.",
        );
        return;
    };
    let parsed = question("uptime.percent").and_then(|question| question.parse(text).ok());
    if let Some(Value::Percent(percent)) = parsed
        && percent < RECOMMENDED
    {
        let year = outage(percent).year();
        out.say(
            place,
            format!(
                "{percent} % allows {year} of outage a year. Microsoft recommends 99.9 % or more; \
                 less does not stop you."
            ),
        );
    }
}
