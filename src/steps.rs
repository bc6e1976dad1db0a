//! `STEPS`: what we ask, in order. One file per step; a step declares its questions.

pub mod attestations;
pub mod authentication;
pub mod connector;
pub mod outage;
pub mod ownership;
pub mod publisher;
pub mod support;
pub mod uptime;

use crate::answers::{Answers, Question};
use crate::connector::Connector;

/// A page of questions.
#[derive(Debug)]
pub struct Step {
    /// The TOML table, and the part of a key before the dot.
    pub id: &'static str,
    /// As shown in the journey.
    pub title: &'static str,
    /// What is asked, why, and what the answer entails, in two or three sentences.
    pub intro: &'static str,
    /// In the order they are asked.
    pub questions: &'static [Question],
}

/// The steps, in the order of the journey.
pub static STEPS: [&Step; 7] = [
    &publisher::STEP,
    &ownership::STEP,
    &authentication::STEP,
    &support::STEP,
    &uptime::STEP,
    &connector::STEP,
    &attestations::STEP,
];

/// Every question, in order.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    STEPS.iter().flat_map(|step| step.questions)
}

/// A question by its key.
pub fn question(key: &str) -> Option<&'static Question> {
    questions().find(|question| question.key == key)
}

/// The questions of a step that make sense by what was answered so far.
pub fn asked(step: &'static Step, answers: &Answers) -> impl Iterator<Item = &'static Question> {
    step.questions.iter().filter(|question| (question.asked)(answers))
}

/// Fills every unanswered or unconfirmed question from the files. An answer that the publisher
/// gave is left alone; one that was read from a file which no longer holds it is forgotten.
pub fn prefill(answers: &mut Answers, connector: &Connector) {
    for question in questions() {
        match question.read(connector) {
            Some(found) => {
                answers.prefill(question.key, found.text, connector.name(found.role).to_owned());
            }
            None if question.is_in_files() && answers.is_unconfirmed(question.key) => {
                answers.remove(question.key);
            }
            None => {}
        }
    }
}
