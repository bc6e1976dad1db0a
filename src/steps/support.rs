//! The step `support`: whom customers turn to, and what the connector's page says of the product.

use super::Step;
use crate::answers::{Choice, Found, Kind, Publisher, Question, Stand};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::terms;

macro_rules! categories {
    ($($name:literal),+) => {
        [$(Choice { value: $name, label: $name, help: "" }),+]
    };
}

// The list of `terms::CATEGORIES`, which a test compares.
static CATEGORIES: [Choice; 19] = categories![
    "AI",
    "Business Management",
    "Business Intelligence",
    "Collaboration",
    "Commerce",
    "Communication",
    "Content and Files",
    "Finance",
    "Data",
    "Human Resources",
    "Internet of Things",
    "IT Operations",
    "Lifestyle and Entertainment",
    "Marketing",
    "Productivity",
    "Sales and CRM",
    "Security",
    "Social Media",
    "Website"
];

/// The step.
pub static STEP: Step = Step {
    id: "support",
    title: "Support",
    intro: "Customers need someone to turn to when the connector does not work. Microsoft prints \
            the contact on the connector's page and refuses one without it; use a mailbox of a \
            team that somebody reads, since Microsoft writes to it too.",
    questions: &[
        Question {
            key: "support.name",
            prompt: "Support team",
            help: "The name customers see. A team, not a person: names of people do not belong in \
                   the files.",
            example: "Contoso Customer Care",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Member(Role::Definition, "/info/contact/name")),
            prefill: None,
        },
        Question {
            key: "support.email",
            prompt: "E-mail",
            help: "A mailbox that is read. Independent publishers get Microsoft's forms at this \
                   very address.",
            example: "help@contoso.com",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Member(Role::Definition, "/info/contact/email")),
            prefill: None,
        },
        Question {
            key: "support.url",
            prompt: "Support page",
            help: "Where customers find help, with https://. Independent publishers may do \
                   without, though it is asked for.",
            example: "https://contoso.com/help",
            kind: Kind::Line,
            asked: |_| true,
            required: |answers| answers.publisher() != Some(Publisher::Independent),
            stands: Some(Stand::Member(Role::Definition, "/info/contact/url")),
            prefill: None,
        },
        Question {
            key: "support.website",
            prompt: "Web site of the product",
            help: "The site of the service that the connector speaks to.",
            example: "https://contoso.com",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Metadata("Website")),
            prefill: None,
        },
        Question {
            key: "support.privacy_policy",
            prompt: "Privacy policy",
            help: "The policy of the service that gets the data, not one of your own if the \
                   service is someone else's.",
            example: "https://contoso.com/privacy",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Metadata("Privacy policy")),
            prefill: None,
        },
        Question {
            key: "support.categories",
            prompt: "Categories (one or two)",
            help: "Where people find the connector. Microsoft has nineteen; pick one or two.",
            example: "Finance, Productivity",
            kind: Kind::Choices { options: &CATEGORIES, open: true },
            asked: |_| true,
            required: |_| true,
            stands: Some(Stand::Metadata("Categories")),
            prefill: Some(categories),
        },
    ],
};

/// The files join categories by `;`, answers by commas.
fn categories(connector: &Connector) -> Option<Found> {
    let found = Stand::Metadata("Categories").read(connector)?;
    let text = terms::categories(&found.text).collect::<Vec<_>>().join(", ");
    Some(Found { text, ..found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choices_are_the_nineteen() {
        assert_eq!(CATEGORIES.each_ref().map(|choice| choice.value), terms::CATEGORIES);
    }
}
