//! The step `dates`: when things happened after the connector was handed in. Deadlines and what to
//! expect follow from them, see `tasks::dates`.

use super::Step;
use super::connector::is_update;
use crate::answers::{Answers, Kind, Publisher, Question};

const fn day(
    key: &'static str,
    asked: fn(&Answers) -> bool,
    prompt: &'static str,
    help: &'static str,
) -> Question {
    Question {
        key,
        prompt,
        help,
        example: "2026-11-23",
        kind: Kind::Day,
        asked,
        required: |_| false,
        stands: None,
        prefill: None,
    }
}

fn verified(answers: &Answers) -> bool {
    answers.publisher() != Some(Publisher::Independent)
}

fn independent(answers: &Answers) -> bool {
    !verified(answers)
}

fn independent_new(answers: &Answers) -> bool {
    independent(answers) && !is_update(answers)
}

/// The step.
pub static STEP: Step = Step {
    id: "dates",
    title: "Dates",
    intro: "For later: once you have handed in, note here what happened when, and conncert tells \
            what follows, which deadline runs, and when an answer can be expected.",
    questions: &[
        day(
            "dates.pull_request",
            |_| true,
            "Pull request opened",
            "The day on which you opened it on GitHub.",
        ),
        day(
            "dates.form",
            independent_new,
            "Registration form received",
            "The day on which the team sent it to the support address.",
        ),
        day(
            "dates.identity",
            independent_new,
            "Identity check asked for",
            "The day on which the team asked you to have your identity verified.",
        ),
        day(
            "dates.certification",
            independent,
            "Certification started",
            "The day on which the team wrote `certify-connector` under the pull request.",
        ),
        day(
            "dates.link_ends",
            verified,
            "Link to the package ends",
            "The last day of the SAS link: the date behind `se=` in it. The link itself does not \
             belong here, since whoever has it can fetch the package.",
        ),
        day(
            "dates.handed_in",
            verified,
            "Package handed in",
            "The day on which you published the offer in Partner Center.",
        ),
        day(
            "dates.preview",
            verified,
            "Preview open for testing",
            "The day on which Microsoft wrote that the connector can be tested in the preview \
             region.",
        ),
        day(
            "dates.signed_off",
            verified,
            "Go-live signed off",
            "The day on which you answered that all is well.",
        ),
        day(
            "dates.live",
            |_| true,
            "There for everyone",
            "The day on which people found the connector in the list.",
        ),
    ],
};
