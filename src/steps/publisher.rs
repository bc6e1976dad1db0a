//! The step `publisher`: who hands the connector in.

use super::Step;
use crate::answers::{Choice, Found, Kind, Publisher, Question, Stand};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::source::pointer::Pointer;

/// The colour that marks a connector of an independent publisher.
pub const INDEPENDENT_COLOUR: &str = "#da3b01";

static TYPES: [Choice; 2] = [
    Choice {
        value: "verified",
        label: "Verified: the service is ours",
        help: "Your company owns the service behind the API, or holds explicit rights to it. The \
               connector bears your name, icon and colour; any of the four ways to sign in may be \
               used; it is handed in through Partner Center. You reach the users of the Power \
               Platform without writing code, may publish templates, see health and usage \
               figures, have a contact at Microsoft through the review, and are announced in its \
               blog and social media. Goes to `certified-connectors`.",
    },
    Choice {
        value: "independent",
        label: "Independent: the service is someone else's",
        help: "You build a connector to a service that you do not own. It bears your name as \
               publisher and the owner's as stack owner, a generic icon and the colour #da3b01; \
               OAuth 2 is not accepted at present; it is handed in by a pull request and your \
               identity is checked. Your name is seen across products and documentation, \
               engineers review the connector and help, and new ones are shown in blog, videos, \
               demos and social media. No usage figures, no non-disclosure agreement. Goes to \
               `independent-publisher-connectors`.",
    },
];

/// The step.
pub static STEP: Step = Step {
    id: "publisher",
    title: "Publisher",
    intro: "Microsoft knows two kinds of publisher, and nearly everything else follows from which \
            one you are. For both, certifying is free, updates too; the connector joins the \
            official list with a page of its own and gets a technical review. A connector to a \
            service outside Microsoft is always Premium.",
    questions: &[
        Question {
            key: "publisher.type",
            prompt: "What kind of publisher are you?",
            help: "Verified publishers own the service or hold explicit rights to it; independent \
                   ones do not. The choice decides folder, icon, colour, names and the way in.",
            example: "verified",
            kind: Kind::Choice(&TYPES),
            asked: |_| true,
            required: |_| true,
            stands: None,
            prefill: Some(|connector| Some(told(connector))),
        },
        Question {
            key: "publisher.name",
            prompt: "Publisher name",
            help: "Shown as the publisher of the connector everywhere. A verified publisher gives \
                   the company's name; an independent one the full name of the person or company, \
                   several joined by commas.",
            example: "Contoso Ltd",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Member(Role::Properties, "/properties/publisher")),
            prefill: None,
        },
    ],
};

/// The publisher type that the files suggest: the folder of the connectors repository decides,
/// then the colour that only independent publishers use; else verified.
pub fn detect(connector: &Connector) -> Publisher {
    for publisher in [Publisher::Verified, Publisher::Independent] {
        if connector.parent() == Some(publisher.folder()) {
            return publisher;
        }
    }
    let colour = connector.properties().and_then(|found| found.text("iconBrandColor"));
    if colour.is_some_and(|colour| colour.eq_ignore_ascii_case(INDEPENDENT_COLOUR)) {
        Publisher::Independent
    } else {
        Publisher::Verified
    }
}

fn told(connector: &Connector) -> Found {
    Found {
        text: detect(connector).word().to_owned(),
        role: Role::Properties,
        pointer: Pointer::root().child("properties").child("iconBrandColor"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connector::files::{RawContent, RawFile};

    fn connector(parent: &str, colour: &str) -> Connector {
        let text = format!(r#"{{"properties": {{"iconBrandColor": "{colour}"}}}}"#);
        let content = RawContent::Bytes(text.into_bytes());
        let file = RawFile { role: Role::Properties, name: "apiProperties.json".into(), content };
        Connector::new("x", Some(parent.to_owned()), vec![file])
    }

    #[test]
    fn the_folder_decides_before_the_colour() {
        let seen = |parent, colour| detect(&connector(parent, colour));
        assert_eq!(seen("certified-connectors", "#da3b01"), Publisher::Verified);
        assert_eq!(seen("independent-publisher-connectors", "#000000"), Publisher::Independent);
        assert_eq!(seen("elsewhere", "#DA3B01"), Publisher::Independent);
        assert_eq!(seen("elsewhere", "#da3b02"), Publisher::Verified);
    }
}
