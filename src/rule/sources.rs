//! The documents that rules and questions rest on, with the dates that they bear.

use crate::answers::Question;

/// A document by the code under which a rule cites it.
static SOURCES: [(&str, &str); 15] = [
    ("S0", "Get your connector certified (2022-06-08)"),
    ("S1", "Verified publisher certification process (2022-06-08)"),
    ("S2", "Independent publisher certification process (2022-06-28)"),
    ("S3", "the connectors repository: read-me, templates, pull request form (2024-10)"),
    ("S4", "the custom connector questions, coding standards and submission pages (2021 to 2023)"),
    ("S5", "Fix Swagger Validator errors (2022-09-14)"),
    ("S6", "the repository's templates for independent publishers (2024-10)"),
    ("S7", "Connector string guidance (2022-06-28)"),
    ("S8", "Prepare connector files for certification, and what reviewers ask for (2024 to 2026)"),
    ("S9", "Fix certification policy errors (2025 and 2026)"),
    ("S10", "the repository's JSON schema of the definition (2024-10)"),
    ("S11", "the repository's JSON schema of the properties (2024-10)"),
    ("S12", "the manual of the paconn command (2024-10)"),
    ("S13", "the Solution Checker's rules on icons (2024 and 2025)"),
    ("S14", "the repository's package validator script (2024-08)"),
];

/// The title of a document; its code where nobody knows it.
pub fn source(code: &'static str) -> &'static str {
    SOURCES.iter().find(|(known, _)| *known == code).map_or(code, |(_, title)| title)
}

/// Several documents as one line.
pub fn sources(codes: &[&'static str]) -> String {
    let titles: Vec<&str> = codes.iter().map(|code| source(code)).collect();
    titles.join("; ")
}

/// The documents by which a question is asked.
pub fn of_question(question: &Question) -> &'static [&'static str] {
    match question.step() {
        "authentication" => &["S0", "S4"],
        "support" => &["S1", "S5"],
        "connector" => &["S3", "S4"],
        "attestations" => &["S1", "S2"],
        // Publisher, ownership and uptime come from the page that all others start from.
        _ => &["S0"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps;

    #[test]
    fn every_question_has_a_source_with_a_date() {
        for question in steps::questions() {
            for code in of_question(question) {
                let title = source(code);
                assert!(title.contains("(20") && title.ends_with(')'), "{title}");
            }
        }
        assert_eq!(source("S99"), "S99");
    }
}
