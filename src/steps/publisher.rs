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
        label: "Verified (the service is ours)",
        help: "You own the service or hold explicit rights, like a software house connecting its \
               product. Folder `certified-connectors`, company as publisher, own icon and colour, \
               deployment notes in the read-me, any of the four ways to sign in; handed in through \
               Partner Center (ISV Studio is closed), with a non-disclosure agreement. Gains: \
               reach worldwide without code; templates that bring usage; a contact at Microsoft; \
               health and usage figures; the launch in blog and social media.",
    },
    Choice {
        value: "independent",
        label: "Independent (the service is someone else's)",
        help: "You do not own the service, like someone connecting the sales tool used at work. \
               Folder `independent-publisher-connectors`, your full name as publisher, the owner's \
               as stack owner, no icon, colour `#da3b01`; no OAuth 2 at present; handed in by pull \
               request after an identity check; no usage figures. Gains: your name across products \
               and documentation; blog, videos, monthly demos and social media; engineers who help \
               when you are stuck.",
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
                   ones do not. The choice decides folder, icon, colour, names, ways to sign in \
                   and the way in.",
            example: "verified",
            kind: Kind::Choice(&TYPES),
            asked: |_| true,
            required: |_| true,
            stands: None,
            prefill: Some(told),
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
    by_folder(connector).or_else(|| by_colour(connector)).unwrap_or(Publisher::Verified)
}

fn by_folder(connector: &Connector) -> Option<Publisher> {
    [Publisher::Verified, Publisher::Independent]
        .into_iter()
        .find(|publisher| connector.parent() == Some(publisher.folder()))
}

/// None when there are no properties to look at.
fn by_colour(connector: &Connector) -> Option<Publisher> {
    let colour = connector.properties()?.text("iconBrandColor").unwrap_or_default();
    let independent = colour.eq_ignore_ascii_case(INDEPENDENT_COLOUR);
    Some(if independent { Publisher::Independent } else { Publisher::Verified })
}

/// As [`detect`], but silent where nothing tells: a default is no answer.
fn told(connector: &Connector) -> Option<Found> {
    let folder = by_folder(connector);
    Some(Found {
        text: folder.or_else(|| by_colour(connector))?.word().to_owned(),
        role: Role::Properties,
        pointer: Pointer::root().child("properties").child("iconBrandColor"),
        told_by: folder.map(Publisher::folder),
    })
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

    #[test]
    fn without_properties_nothing_is_told() {
        let empty = Connector::new("x", None, Vec::new());
        assert_eq!(detect(&empty), Publisher::Verified);
        assert_eq!(told(&empty), None);
    }
}
