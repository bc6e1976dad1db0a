//! `--set step.key=value`: answers from the command line.

use std::borrow::Cow;

use jiff::civil::Date;

use super::args::SetArguments;
use super::exit::Failure;
use super::shell::Shell;
use super::suggest;
use crate::answers::{Answers, Kind, Question};
use crate::steps::{self, STEPS};
use crate::store;

/// Gives every answer that was set. One that cannot be understood is kept, since a rule tells it;
/// it is mentioned all the same.
pub(crate) fn give(
    answers: &mut Answers,
    arguments: &SetArguments,
    shell: Shell,
) -> Result<(), Failure> {
    for word in &arguments.set {
        let Some((key, value)) = word.split_once('=') else {
            return Err(Failure::usage(
                format!("“{word}” sets nothing"),
                "write it as `--set step.key=value`, such as `--set publisher.type=verified`",
            ));
        };
        let question = steps::question(key.trim()).ok_or_else(|| unknown(key.trim()))?;
        let text = meant(question, value, Shell::today());
        if !text.trim().is_empty()
            && let Err(expected) = question.parse(&text)
        {
            shell.note(format!("{} is kept as “{text}”, but: {expected}", question.key));
        }
        answers.give(question.key, text);
    }
    Ok(())
}

/// What a value on the command line means, in the form an answer has.
fn meant<'a>(question: &Question, value: &'a str, today: Date) -> Cow<'a, str> {
    match question.kind {
        // In a shell a path is relative to the working folder, in a draft to the draft.
        Kind::Path if !value.trim().is_empty() => std::path::absolute(store::typed(value))
            .map_or(Cow::Borrowed(value), |path| path.display().to_string().into()),
        Kind::Attestation(_) if ["yes", "today", "true"].contains(&value.trim()) => {
            today.to_string().into()
        }
        _ => Cow::Borrowed(value),
    }
}

/// Why a key is none, and what may have been meant.
pub(crate) fn unknown(key: &str) -> Failure {
    let step = key.split_once('.').map_or(key, |(step, _)| step);
    let message = format!("there is no question “{key}”");
    if let Some(step) = STEPS.iter().find(|known| known.id == step) {
        let keys: Vec<&str> = step.questions.iter().map(|question| question.key).collect();
        return Failure::usage(message, format!("this step has {}", keys.join(", ")));
    }
    let near = suggest::near(key, steps::questions().map(|question| question.key));
    if let Some(near) = near.first() {
        return Failure::usage(message, format!("did you mean {near}?"));
    }
    let ids: Vec<&str> = STEPS.iter().map(|step| step.id).collect();
    Failure::usage(message, format!("a key begins with its step: {}", ids.join(", ")))
}
