//! Which question, and which step, a finding belongs to: so that the wizard shows it under the
//! field that mends it.

use super::{Finding, Place};
use crate::answers::{Question, Stand};
use crate::connector::files::Role;
use crate::connector::solutions::Solutions;
use crate::source::pointer::Pointer;
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
        Place::Packed(path) => {
            Solutions::part(path).and_then(|(part, _)| steps::question(steps::package::key(part)))
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
    if matches!(finding.place, Place::Packed(_)) {
        return &steps::package::STEP;
    }
    // The place of a section is no pointer; its step is found by no pattern below.
    let pointer = Pointer::parse(&finding.spot.pointer).unwrap_or_default();
    let tokens: Vec<_> = pointer.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match (finding.spot.role, tokens.as_slice()) {
        (Some(Role::Definition), ["x-ms-connector-metadata", ..] | ["info", "contact", ..]) => {
            &steps::support::STEP
        }
        (
            Some(Role::Definition),
            ["securityDefinitions" | "security", ..] | ["paths", _, _, "security", ..],
        )
        | (
            Some(Role::Properties),
            ["properties", "connectionParameters" | "connectionParameterSets", ..],
        ) => &steps::authentication::STEP,
        _ => &steps::connector::STEP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Level, Levels, Publishers, Rule, Spot};

    static RULE: Rule = Rule {
        id: "website-missing",
        official: &[],
        level: Levels::both(Level::Error),
        publishers: Publishers::Both,
        needs: &[],
        looks: &[],
        quiet_when: &[],
        since: None,
        cites: &[],
        fix: None,
        docs: "",
    };

    fn finding(place: Place, related: &[Place]) -> Finding {
        Finding {
            rule: &RULE,
            level: Level::Error,
            spot: Spot::locate(&place, None),
            place,
            message: String::new(),
            related: related.iter().map(|place| Spot::locate(place, None)).collect(),
        }
    }

    #[test]
    fn a_finding_stands_under_the_field_that_mends_it() {
        let key = |place| question_of(&finding(place, &[])).map(|question| question.key);
        assert_eq!(key(Place::Answer("uptime.percent")), Some("uptime.percent"));
        assert_eq!(key(Place::definition("/info/contact/email")), Some("support.email"));
        assert_eq!(key(Place::properties("/properties/publisher")), Some("publisher.name"));
        assert_eq!(key(Place::properties("/info/contact/email")), None, "another file");
        assert_eq!(key(Place::definition("/x-ms-connector-metadata")), Some("support.website"));
        assert_eq!(key(Place::definition("/info/title")), None);
        assert_eq!(key(Place::File(Role::Definition)), None);
        let flow = Place::Packed("package.zip/PkgAssets/FlowSolution.zip/solution.xml".to_owned());
        assert_eq!(key(flow), Some("package.flow_solution"));
    }

    #[test]
    fn every_finding_has_a_step() {
        let step = |place| step_of(&finding(place, &[])).id;
        assert_eq!(step(Place::Answer("ownership.claim")), "ownership");
        assert_eq!(step(Place::properties("/properties/stackOwner")), "ownership");
        assert_eq!(step(Place::definition("/info/contact")), "support");
        assert_eq!(step(Place::definition("/x-ms-connector-metadata/3")), "support");
        assert_eq!(step(Place::definition("/security/0/api_key")), "authentication");
        assert_eq!(step(Place::definition("/securityDefinitions/basic")), "authentication");
        assert_eq!(step(Place::definition("/paths/~1items/get/security/0")), "authentication");
        let settings = "/properties/connectionParameters/token/oAuthSettings/redirectMode";
        assert_eq!(step(Place::properties(settings)), "authentication");
        let sets = "/properties/connectionParameterSets/values/0/parameters/token";
        assert_eq!(step(Place::properties(sets)), "authentication");
        for other in
            ["/info/title", "/paths/~1security~1x/get", "/definitions/A/properties/security/type"]
        {
            assert_eq!(step(Place::definition(other)), "connector", "{other}");
        }
        assert_eq!(step(Place::properties("/properties/iconBrandColor")), "connector");
        assert_eq!(step(Place::File(Role::Icon)), "connector");
        assert_eq!(step(Place::Packed("package.zip/PkgAssets".to_owned())), "package");
    }
}
