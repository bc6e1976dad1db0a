//! Which question, and which step, a finding belongs to: so that the wizard shows it under the
//! field that mends it.

use super::{Finding, Place};
use crate::answers::{Question, Stand};
use crate::connector::files::Role;
use crate::steps::{self, STEPS, Step};

/// The question whose answer mends a finding, if there is one.
pub fn question_of(finding: &Finding) -> Option<&'static Question> {
    match &finding.place {
        Place::Answer(key) => steps::question(key),
        Place::Member(role, pointer) => {
            let text = pointer.as_str();
            steps::questions().find(|question| match question.stands {
                Some(Stand::Member(at, stands)) => at == *role && stands == text,
                // The pointer names the list of entries; the rule tells which entry is meant.
                Some(Stand::Metadata(_)) => {
                    text.starts_with("/x-ms-connector-metadata")
                        && metadata_key(finding.rule.id, finding) == Some(question.key)
                }
                None => false,
            })
        }
        Place::File(_) | Place::Bytes(..) | Place::Key(..) | Place::Section(..) => None,
    }
}

fn metadata_key(rule: &str, finding: &Finding) -> Option<&'static str> {
    match rule {
        "website-missing" => Some("support.website"),
        "privacy-policy-missing" => Some("support.privacy_policy"),
        "categories-missing" | "category-unknown" | "categories-too-many" => {
            Some("support.categories")
        }
        // These rules name the question among the second places.
        _ => finding.related.iter().find_map(|spot| spot.answer),
    }
}

/// The step in which a finding is shown.
pub fn step_of(finding: &Finding) -> &'static Step {
    if let Some(question) = question_of(finding)
        && let Some(step) = STEPS.iter().find(|step| step.id == question.step())
    {
        return step;
    }
    let text = finding.spot.pointer.as_str();
    let below = |start: &str| text.starts_with(start);
    match finding.spot.role {
        Some(Role::Definition) if below("/x-ms-connector-metadata") || below("/info/contact") => {
            &steps::support::STEP
        }
        Some(Role::Definition)
            if below("/securityDefinitions")
                || text.contains("/security/")
                || below("/security") =>
        {
            &steps::authentication::STEP
        }
        Some(Role::Properties) if below("/properties/connectionParameter") => {
            &steps::authentication::STEP
        }
        _ => &steps::connector::STEP,
    }
}
