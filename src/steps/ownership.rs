//! The step `ownership`: whose service it is.

use super::Step;
use crate::answers::{Answers, Choice, Found, Kind, Publisher, Question, Stand};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::terms::is_blank;
use crate::source::pointer::Pointer;

static CLAIMS: [Choice; 3] = [
    Choice {
        value: "own",
        label: "We own it",
        help: "The service behind the API is your company's own. Publisher and stack owner are \
               then usually the same name.",
    },
    Choice {
        value: "rights",
        label: "We hold explicit rights to it",
        help: "The owner allows you to use the API for a connector. You will be asked to describe \
               how it is going to be used, since the scenario has to fit the Power Platform.",
    },
    Choice {
        value: "neither",
        label: "Neither of them",
        help: "Then you cannot certify as a verified publisher. Go back and choose independent, \
               which asks for neither, or get the rights from the owner first.",
    },
];

/// The step.
pub static STEP: Step = Step {
    id: "ownership",
    title: "Ownership",
    intro: "Whose service does the connector speak to? A verified publisher owns it, or holds \
            explicit rights and can describe a fitting use; an independent publisher needs \
            neither, and only names the owner. The answer decides whether your way is the right \
            one.",
    questions: &[
        Question {
            key: "ownership.claim",
            prompt: "Who owns the service?",
            help: "Required of verified publishers. Not stored in the connector's files; it goes \
                   on your checklist.",
            example: "own",
            kind: Kind::Choice(&CLAIMS),
            asked: is_verified,
            required: |_| true,
            stands: None,
            prefill: Some(claim),
        },
        Question {
            key: "ownership.scenario",
            prompt: "How is the API going to be used?",
            help: "Tell in a few sentences who uses the connector for what. Microsoft asks for it \
                   when the rights come from someone else.",
            example: "Shops that sell through Fabrikam create invoices in their flows.",
            kind: Kind::Long,
            asked: by_rights,
            required: |_| true,
            stands: None,
            prefill: None,
        },
        Question {
            key: "ownership.evidence",
            prompt: "What shows the rights?",
            help: "A link or the name of the agreement. It is not sent anywhere; it stands on the \
                   checklist so that it is at hand when Microsoft asks.",
            example: "Partner agreement of 2026-03-01",
            kind: Kind::Line,
            asked: by_rights,
            required: |_| false,
            stands: None,
            prefill: None,
        },
        Question {
            key: "ownership.stack_owner",
            prompt: "Owner of the service (stack owner)",
            help: "The company behind the API. A verified publisher gives its own name, or that of \
                   the owner it builds for; an independent one names the owner, who is somebody \
                   else.",
            example: "Contoso Ltd",
            kind: Kind::Line,
            asked: |_| true,
            required: |answers| answers.publisher() == Some(Publisher::Independent),
            stands: Some(Stand::Member(Role::Properties, "/properties/stackOwner")),
            prefill: None,
        },
        Question {
            key: "ownership.microsoft_service",
            prompt: "Is it a service of Microsoft?",
            help: "A connector to a service of Microsoft's own has to be agreed first: write to \
                   connectorpartnermgmtteam@service.microsoft.com before you build it.",
            example: "no",
            kind: Kind::YesNo,
            asked: |answers| answers.publisher() == Some(Publisher::Independent),
            required: |_| false,
            stands: None,
            prefill: None,
        },
    ],
};

fn is_verified(answers: &Answers) -> bool {
    answers.publisher() != Some(Publisher::Independent)
}

fn by_rights(answers: &Answers) -> bool {
    is_verified(answers) && answers.is("ownership.claim", "rights")
}

/// Whether two names are the same, whatever their case and the blanks around them.
pub fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The same name as publisher and stack owner speaks of an own service, two names of rights.
fn claim(connector: &Connector) -> Option<Found> {
    if super::publisher::detect(connector) == Publisher::Independent {
        return None;
    }
    let properties = connector.properties()?;
    let (publisher, owner) = (properties.text("publisher")?, properties.text("stackOwner")?);
    if is_blank(Some(&publisher)) || is_blank(Some(&owner)) {
        return None;
    }
    let text = if same_name(&publisher, &owner) { "own" } else { "rights" };
    Some(Found {
        text: text.to_owned(),
        role: Role::Properties,
        pointer: Pointer::root().child("properties").child("stackOwner"),
        told_by: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connector::files::{RawContent, RawFile};

    fn told(properties: &str) -> Option<String> {
        let content = RawContent::Bytes(format!(r#"{{"properties": {properties}}}"#).into_bytes());
        let file = RawFile { role: Role::Properties, name: "apiProperties.json".into(), content };
        claim(&Connector::new("x", None, vec![file])).map(|found| found.text)
    }

    #[test]
    fn the_names_speak_of_ownership_or_rights() {
        let own = r#"{"publisher": "Über Ltd ", "stackOwner": "ÜBER ltd"}"#;
        assert_eq!(told(own).as_deref(), Some("own"));
        let rights = r#"{"publisher": "Contoso", "stackOwner": "Fabrikam"}"#;
        assert_eq!(told(rights).as_deref(), Some("rights"));
        assert_eq!(told(r#"{"publisher": "Contoso", "stackOwner": " "}"#), None);
        assert_eq!(told(r#"{"publisher": "Contoso"}"#), None);
        let independent = r##"{"publisher": "A", "stackOwner": "B", "iconBrandColor": "#DA3B01"}"##;
        assert_eq!(told(independent), None);
    }
}
