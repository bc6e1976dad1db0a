//! Settings that cannot be understood.

use crate::connector::files::Role;
use crate::rule::{Context, FIRM, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::{self, quote};
use crate::settings::Config;
use crate::settings::config::Named;
use crate::source::near::near;
use crate::steps;

pub(crate) static SETTINGS_INVALID: Rule = Rule {
    id: "settings-invalid",
    official: &[],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Settings(check)],
    quiet_when: &[],
    since: None,
    cites: &[],
    fix: None,
    docs: r#"The file conncert.toml holds something that cannot be understood.

This is conncert's own rule; Microsoft never sees the file. It stands beside the connector's files
and says how they are judged: `[levels]` gives rules another level, each `[[exception]]` leaves a
finding alone for a reason, and the `[[baseline]]` holds findings that are accepted for now. What
cannot be understood does not count, so findings may be told that you meant to leave alone, or the
other way round.

Mend the place that is shown. A rule has to be named by its id, as `conncert rules` lists it. Three
rules are always judged, whatever the file says: this one, `json-invalid`, because nothing else can
be said of a file that cannot be read, and `oauth-secret-in-file`, because a secret must not leave.

```text bad file=conncert.toml
[levels]
titel-too-long = "off"
```

```text bad file=conncert.toml
[levels]
title-too-long = "none"
```

```text bad file=conncert.toml
[[exception]]
rule = "title-too-long"
```

```text bad file=conncert.toml
[levels]
json-invalid = "advice"
```

```text bad file=conncert.toml
[levels
```

```text good file=conncert.toml
[levels]
title-too-long = "warning"
readme-missing = "off"
```

```text good file=conncert.toml
# Nothing yet.
```
"#,
};

fn check(_: &Context<'_>, config: &Config, out: &mut Sink<'_>) {
    for fault in &config.faults {
        out.say(Place::Bytes(Role::Settings, fault.span), fault.message.as_str());
    }
    let levels = config.levels.iter().map(|entry| &entry.rule);
    let exceptions = config.exceptions.iter().map(|entry| &entry.rule);
    let baseline = config.baseline.iter().map(|entry| &entry.rule);
    for rule in levels.chain(exceptions).chain(baseline) {
        judge(rule, out);
    }
    for exception in &config.exceptions {
        if let Some(answer) = &exception.answer
            && steps::question(answer).is_none()
        {
            let known = steps::questions().map(|question| question.key);
            let message =
                format!("There is no answer “{}”. {}", quote(answer), meant(answer, known));
            out.say(Place::Bytes(Role::Settings, exception.rule.span), message);
        }
    }
}

fn judge(rule: &Named, out: &mut Sink<'_>) {
    let place = || Place::Bytes(Role::Settings, rule.span);
    if rules::find(&rule.text).is_none() {
        let message = format!(
            "There is no rule “{}”. {}",
            quote(&rule.text),
            meant(&rule.text, rules::all().map(|rule| rule.id))
        );
        out.say(place(), message);
    } else if FIRM.contains(&rule.text.as_str()) {
        out.say(
            place(),
            format!(
                "`{}` is always judged, and always as an error. Take this out, and mend what the \
                 rule finds.",
                rule.text
            ),
        );
    }
}

fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    match near(word, known).first() {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "`conncert rules` lists what there is.".to_owned(),
    }
}
