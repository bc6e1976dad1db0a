//! `STEPS`: what we ask, in order. One file per step; a step declares its questions.

pub mod attestations;
pub mod authentication;
pub mod carry;
pub mod connector;
pub mod dates;
pub mod outage;
pub mod ownership;
pub mod package;
pub mod publisher;
pub mod support;
pub mod uptime;

use std::borrow::Cow;

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
pub static STEPS: [&Step; 9] = [
    &publisher::STEP,
    &ownership::STEP,
    &authentication::STEP,
    &support::STEP,
    &uptime::STEP,
    &connector::STEP,
    &attestations::STEP,
    &package::STEP,
    &dates::STEP,
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
        // A secret in a file is to be taken out there, not to be kept in a draft as well.
        let found = question.read(connector).filter(|found| !connector.betrays_secret(&found.text));
        match found {
            Some(found) => {
                let from = match found.told_by {
                    Some(what) => Cow::Borrowed(what),
                    None => Cow::Owned(connector.name(found.role).to_owned()),
                };
                answers.prefill(question.key, found.text, from);
            }
            None if question.is_in_files() && answers.is_unconfirmed(question.key) => {
                answers.remove(question.key);
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Kind, Origin};
    use crate::connector::files::{RawContent, RawFile, Role};

    fn connector(parent: &str, title: &str) -> Connector {
        let definition = format!(
            r#"{{"info": {{"title": "{title}", "contact": {{"name": " ", "email": "a@b.c"}}}},
                "x-ms-connector-metadata": [
                    {{"propertyName": "categories", "propertyValue": "Finance; Data"}}]}}"#
        );
        let properties = r##"{"properties": {"iconBrandColor": "#112233", "publisher": "Contoso",
            "stackOwner": "Fabrikam", "connectionParameters": {}}}"##;
        let file = |role: Role, name: &str, text: &str| RawFile {
            role,
            name: name.to_owned(),
            content: RawContent::Bytes(text.as_bytes().to_vec()),
        };
        let files = vec![
            file(Role::Definition, "my.swagger.json", &definition),
            file(Role::Properties, "apiProperties.json", properties),
        ];
        Connector::new("x", Some(parent.to_owned()), files)
    }

    #[test]
    fn keys_are_unique_and_belong_to_their_step() {
        let mut seen = std::collections::HashSet::new();
        for step in STEPS {
            for question in step.questions {
                assert_eq!(question.step(), step.id, "{}", question.key);
                assert!(seen.insert(question.key), "{} twice", question.key);
                assert!(!question.prompt.is_empty() && !question.help.is_empty());
            }
        }
    }

    #[test]
    fn examples_can_be_understood() {
        for question in questions() {
            if !matches!(question.kind, Kind::Attestation(_)) {
                assert!(question.parse(question.example).is_ok(), "{}", question.key);
            }
        }
    }

    #[test]
    fn the_files_fill_what_they_tell_and_say_so() {
        let mut answers = Answers::default();
        prefill(&mut answers, &connector("elsewhere", "Contoso: Invoices"));
        let expected = [
            ("publisher.type", "verified", "apiProperties.json"),
            ("publisher.name", "Contoso", "apiProperties.json"),
            ("ownership.claim", "rights", "apiProperties.json"),
            ("ownership.stack_owner", "Fabrikam", "apiProperties.json"),
            ("authentication.types", "anonymous", "apiProperties.json"),
            ("support.email", "a@b.c", "my.swagger.json"),
            ("support.categories", "Finance, Data", "my.swagger.json"),
            ("connector.name", "Contoso Invoices", "my.swagger.json"),
        ];
        for (key, text, from) in expected {
            let origin = Origin::Read(Cow::Borrowed(from));
            let answer = answers.get(key).map(|answer| (answer.text.as_str(), &answer.origin));
            assert_eq!(answer, Some((text, &origin)), "{key}");
        }
        assert_eq!(answers.iter().count(), expected.len());
    }

    #[test]
    fn a_given_answer_stays_and_a_vanished_one_goes() {
        let mut answers = Answers::default();
        answers.give("support.email", "help@contoso.com");
        prefill(&mut answers, &connector("elsewhere", "Contoso"));
        assert_eq!(answers.text("support.email"), "help@contoso.com");
        assert_eq!(answers.text("connector.name"), "Contoso");
        prefill(&mut answers, &connector("elsewhere", "?"));
        assert!(answers.get("connector.name").is_none());
    }

    #[test]
    fn the_repository_folder_is_named_when_it_told_the_type() {
        let mut answers = Answers::default();
        prefill(&mut answers, &connector("independent-publisher-connectors", "Contoso"));
        let found = answers.get("publisher.type").map(|answer| answer.origin.clone());
        let folder = Cow::Borrowed("independent-publisher-connectors");
        assert_eq!(found, Some(Origin::Read(folder)));
        assert!(answers.get("ownership.claim").is_none(), "not asked of independent publishers");
    }

    #[test]
    fn lists_are_spelt_for_the_file_and_compared_as_sets() {
        let question = question("support.categories");
        let in_file = question.map(|question| question.in_file("finance, My own,Finance"));
        assert_eq!(in_file.as_deref(), Some("Finance;My own"));
        let agrees =
            |answer, found| question.is_some_and(|question| question.agrees(answer, found));
        assert!(agrees("Data, finance", " Finance ;Data;"));
        assert!(!agrees("Data", "Finance;Data"));
        assert!(!agrees("Finance", "finance"), "the file's spelling counts");
    }
}
