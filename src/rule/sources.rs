//! The documents that rules rest on, by the code under which a rule cites them, and where Microsoft
//! keeps them.

use super::Rule;
use crate::answers::{Publisher, Question};

/// A document of Microsoft.
#[derive(Debug)]
pub struct Source {
    /// As rules cite it.
    pub code: &'static str,
    /// What it is called, and which state of it was read.
    pub title: &'static str,
    /// Where it is.
    pub address: &'static str,
}

/// All of them.
pub static SOURCES: [Source; 15] = [
    Source {
        code: "S0",
        title: "Get your connector certified (2022-06-08)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/submit-certification",
    },
    Source {
        code: "S1",
        title: "Verified publisher certification process (2022-06-08)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/submit-for-certification",
    },
    Source {
        code: "S2",
        title: "Independent publisher certification process (2022-06-28)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/certification-submission-ip",
    },
    Source {
        code: "S3",
        title: "the connectors repository: read-me, templates, pull request form (2024-10)",
        address: "https://github.com/microsoft/PowerPlatformConnectors",
    },
    Source {
        code: "S4",
        title: "the custom connector questions, coding standards and submission pages (2021 to 2023)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/faq",
    },
    Source { code: "S5", title: "Fix Swagger Validator errors (2022-09-14)", address: VALIDATOR },
    Source {
        code: "S6",
        title: "the repository's templates for independent publishers (2024-10)",
        address: "https://github.com/microsoft/PowerPlatformConnectors/tree/dev/templates",
    },
    Source {
        code: "S7",
        title: "Connector string guidance (2022-06-28)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
    },
    Source {
        code: "S8",
        title: "Prepare connector files for certification, and what reviewers ask for (2024 to 2026)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
    },
    Source {
        code: "S9",
        title: "Fix certification policy errors (2025 and 2026)",
        address: POLICIES,
    },
    Source {
        code: "S10",
        title: "the repository's JSON schema of the definition (2024-10)",
        address: "https://github.com/microsoft/PowerPlatformConnectors/blob/dev/schemas/apiDefinition.swagger.schema.json",
    },
    Source {
        code: "S11",
        title: "the repository's JSON schema of the properties (2024-10)",
        address: "https://github.com/microsoft/PowerPlatformConnectors/blob/dev/schemas/paconn-apiProperties.schema.json",
    },
    Source {
        code: "S12",
        title: "the manual of the paconn command (2024-10)",
        address: "https://learn.microsoft.com/connectors/custom-connectors/paconn-cli",
    },
    Source {
        code: "S13",
        title: "the Solution Checker's rules on icons (2024 and 2025)",
        address: "https://learn.microsoft.com/power-apps/maker/data-platform/use-powerapps-checker",
    },
    Source {
        code: "S14",
        title: "the repository's package validator script (2024-08)",
        address: "https://github.com/microsoft/PowerPlatformConnectors/blob/dev/scripts/ConnectorPackageValidator.ps1",
    },
];

/// Where Microsoft explains the names of its validator.
pub const VALIDATOR: &str = "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules";
/// Where it explains the codes of its policies.
pub const POLICIES: &str =
    "https://learn.microsoft.com/connectors/custom-connectors/certification-policy-errors";

/// The document with this code.
pub fn source(code: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.code == code)
}

/// Several documents as one line; a code that nobody knows stands for itself.
pub fn titles(codes: &[&'static str]) -> String {
    let titled = codes.iter().map(|code| source(code).map_or(*code, |found| found.title));
    titled.collect::<Vec<&str>>().join("; ")
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

/// The page that says most about a rule: the one that explains its official name, else the first
/// document that it cites.
pub fn page(rule: &Rule) -> Option<String> {
    if let Some(name) = rule.names().next() {
        return Some(format!("{VALIDATOR}#{}", name.to_ascii_lowercase()));
    }
    let first = rule.cites.iter().find_map(|code| source(code)).map(|source| source.address);
    rule.codes().next().map(|_| POLICIES).or(first).map(str::to_owned)
}

/// The page of the whole process.
pub fn process(publisher: Publisher) -> Option<&'static str> {
    let code = match publisher {
        Publisher::Verified => "S1",
        Publisher::Independent => "S2",
    };
    source(code).map(|source| source.address)
}

/// The first address of Microsoft's that a text names.
pub fn named_in(text: &str) -> Option<String> {
    let word = text.split_whitespace().find(|word| word.contains("learn.microsoft.com/"))?;
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '/');
    let bare = word.strip_prefix("https://").unwrap_or(word);
    Some(format!("https://{bare}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rules, steps};

    #[test]
    fn every_document_that_is_cited_is_known_and_every_rule_has_a_page() {
        for rule in rules::all() {
            for code in rule.cites {
                assert!(source(code).is_some(), "{} cites {code}", rule.id);
            }
            if rule.official.is_empty() && rule.cites.is_empty() {
                // What conncert asks of its own files has no page of Microsoft's.
                continue;
            }
            let page = page(rule).unwrap_or_default();
            assert!(page.starts_with("https://") && !page.contains(' '), "{}: {page}", rule.id);
        }
    }

    #[test]
    fn every_question_has_a_source_with_a_date() {
        for question in steps::questions() {
            for code in of_question(question) {
                let title = titles(&[code]);
                assert!(title.contains("(20") && title.ends_with(')'), "{title}");
            }
        }
        assert_eq!(titles(&["S99"]), "S99");
    }

    #[test]
    fn an_address_in_a_text_is_found_without_what_stands_around_it() {
        let text = "Look there (learn.microsoft.com/connectors/connector-reference) first.";
        let wanted = "https://learn.microsoft.com/connectors/connector-reference";
        assert_eq!(named_in(text).as_deref(), Some(wanted));
        assert_eq!(
            named_in("https://learn.microsoft.com/x.").as_deref(),
            Some("https://learn.microsoft.com/x")
        );
        assert_eq!(named_in("example.com"), None);
        let asked = steps::STEPS.iter().flat_map(|step| step.questions);
        assert!(asked.filter_map(|question| named_in(question.help)).any(|found| found == wanted));
    }
}
