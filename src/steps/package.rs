//! The step `package`: the solutions that the maker portal exported, of which the marketplace
//! package is made.

use super::Step;
use crate::answers::{Answers, Kind, Question};
use crate::connector::solution::Kind as Solution;
use crate::connector::solutions::Part;

/// The step.
pub static STEP: Step = Step {
    id: "package",
    title: "Package",
    intro: "What Microsoft tests is a package with two solutions, which only the maker portal can \
            export: one with the connector, one with a flow that uses it, both unmanaged. Name \
            both zips, and the export packs them with intro.md as Microsoft wants it. Without them \
            everything else is exported all the same.",
    questions: &[
        question(
            "package.connector_solution",
            "Zip of the connector solution",
            "The solution with the connector and nothing else, exported as unmanaged, still \
             zipped. A path as your file manager copies it, or relative to the draft.",
            "../solutions/ContosoInvoices_1_0_0_0.zip",
            |_| true,
            has_any,
        ),
        question(
            "package.flow_solution",
            "Zip of the flow solution",
            "The solution with a flow that uses the connector, exported as unmanaged, still \
             zipped. The reviewers find the operations by that flow.",
            "../solutions/ContosoInvoicesFlow_1_0_0_0.zip",
            |_| true,
            has_any,
        ),
        question(
            "package.plugin_solution",
            "Zip of the plugin solution",
            "Only where the connector is handed in with a plugin for copilots: the solution with \
             the plugin and the connector, and no flow.",
            "../solutions/ContosoInvoicesPlugin_1_0_0_0.zip",
            |_| true,
            |_| false,
        ),
        question(
            "package.custom_properties",
            "customProperties.json",
            "Only where the connector offers several ways to sign in (connectionParameterSets): \
             Microsoft then asks for this file in the package. What has to stand in it is not \
             published; ask the certification team before you hand in.",
            "../solutions/customProperties.json",
            has_any,
            |_| false,
        ),
    ],
};

const fn question(
    key: &'static str,
    prompt: &'static str,
    help: &'static str,
    example: &'static str,
    asked: fn(&Answers) -> bool,
    required: fn(&Answers) -> bool,
) -> Question {
    Question {
        key,
        prompt,
        help,
        example,
        kind: Kind::Path,
        asked,
        required,
        stands: None,
        prefill: None,
    }
}

/// The question that names a part of the package.
pub const fn key(part: Part) -> &'static str {
    match part {
        Part::Solution(Solution::Connector) => "package.connector_solution",
        Part::Solution(Solution::Flow) => "package.flow_solution",
        Part::Solution(Solution::Plugin) => "package.plugin_solution",
        Part::CustomProperties => "package.custom_properties",
    }
}

/// What a question names.
pub fn part(question: &Question) -> Option<Part> {
    Part::ALL.into_iter().find(|part| key(*part) == question.key)
}

/// The files that are named, as answered. Alone, what describes the ways to sign in makes no
/// package.
pub fn named(answers: &Answers) -> Vec<(Part, String)> {
    if !has_any(answers) {
        return Vec::new();
    }
    let told = |part: Part| (part, answers.text(key(part)).trim().to_owned());
    Part::ALL.into_iter().map(told).filter(|(_, told)| !told.is_empty()).collect()
}

/// Whether any solution is named.
fn has_any(answers: &Answers) -> bool {
    Solution::ALL.into_iter().any(|kind| !answers.is_blank(key(Part::Solution(kind))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_names_a_part() {
        let parts: Vec<Option<Part>> = STEP.questions.iter().map(part).collect();
        assert_eq!(parts, Part::ALL.map(Some));
    }

    #[test]
    fn one_solution_asks_for_the_other() {
        let mut answers = Answers::default();
        let required = |answers: &Answers| -> Vec<bool> {
            STEP.questions.iter().map(|question| (question.required)(answers)).collect()
        };
        assert_eq!(required(&answers), [false; 4]);
        answers.give("package.custom_properties", "a.json");
        assert_eq!(named(&answers), []);
        answers.give("package.flow_solution", " flow.zip ");
        assert_eq!(required(&answers), [true, true, false, false]);
        assert_eq!(named(&answers)[0], (Part::Solution(Solution::Flow), "flow.zip".to_owned()));
    }
}
