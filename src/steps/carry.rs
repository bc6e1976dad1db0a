//! What a publisher answers once: of every question, whether its answer carries over to another
//! connector of the same publisher, and what one draft can take from another.

use crate::answers::{Answers, Origin, Publisher, Question};

/// Whose an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carries {
    /// It is the publisher's, whichever connector is handed in.
    Over,
    /// It is about the service. Whoever owns that has the same answer for the next connector; the
    /// service of an independent publisher's next connector is another one.
    WithService,
    /// It belongs to this connector.
    Not,
}

use Carries::{Not, Over, WithService};

/// The table. A test holds that every question stands in it, once.
static TABLE: [(&str, Carries); 59] = [
    ("publisher.type", Over),
    ("publisher.name", Over),
    ("ownership.claim", WithService),
    ("ownership.scenario", Not),
    ("ownership.evidence", WithService),
    ("ownership.stack_owner", WithService),
    ("ownership.microsoft_service", Not),
    // The way to sign in is read from the files of each connector.
    ("authentication.types", Not),
    ("support.name", Over),
    ("support.email", Over),
    ("support.url", Over),
    ("support.website", WithService),
    ("support.privacy_policy", WithService),
    ("support.categories", Not),
    ("uptime.percent", WithService),
    ("uptime.evidence", WithService),
    ("connector.folder", Not),
    ("connector.submission", Not),
    ("connector.previous", Not),
    ("connector.name", Not),
    // Accounts, identity and what was read once are the publisher's; everything else was seen at
    // one connector, and has to be looked at again.
    ("attestations.att-manifesto", Over),
    ("attestations.att-seller", Over),
    ("attestations.att-identity", Over),
    ("attestations.att-new", Not),
    ("attestations.att-rights", Not),
    ("attestations.att-works", Not),
    ("attestations.att-texts", Not),
    ("attestations.att-responses", Not),
    ("attestations.att-validated", Not),
    ("attestations.att-colour", Not),
    ("attestations.att-noicon", Not),
    ("attestations.att-host", Not),
    ("attestations.att-spelling", Not),
    ("attestations.att-unique", Not),
    ("attestations.att-ai", Not),
    ("attestations.att-secrets", Not),
    ("attestations.att-redirects", Not),
    ("attestations.att-oauthsteps", Not),
    ("attestations.att-solutions", Not),
    ("attestations.att-prtitle", Not),
    ("attestations.att-flows", Not),
    ("attestations.att-testtab", Not),
    ("attestations.att-pull-request", Not),
    ("attestations.att-link", Not),
    ("attestations.att-reviewer", Not),
    ("attestations.att-preview", Not),
    // Each connector has its own course.
    ("dates.pull_request", Not),
    ("dates.form", Not),
    ("dates.identity", Not),
    ("dates.certification", Not),
    ("dates.link_ends", Not),
    ("dates.handed_in", Not),
    ("dates.preview", Not),
    ("dates.signed_off", Not),
    ("dates.live", Not),
    // Its files were exported of this connector.
    ("package.connector_solution", Not),
    ("package.flow_solution", Not),
    ("package.plugin_solution", Not),
    ("package.custom_properties", Not),
];

/// Whether the answer to a question carries over.
pub fn carries(question: &Question) -> Carries {
    let found = TABLE.iter().find(|(key, _)| *key == question.key);
    found.map_or(Carries::Not, |(_, carries)| *carries)
}

/// An answer that one draft can take from another.
#[derive(Debug, Clone)]
pub struct Loan {
    /// Which question it answers.
    pub question: &'static Question,
    /// The other draft's answer.
    pub text: String,
    /// What this draft says so far, and whether the publisher said so; none where it says nothing.
    pub own: Option<(String, bool)>,
}

impl Loan {
    /// Whether taking it overwrites what this draft says.
    pub fn replaces(&self) -> bool {
        self.own.as_ref().is_some_and(|(own, _)| own.trim() != self.text.trim())
    }
}

/// The answers that carry over from another draft and that this one lacks, in the order of the
/// steps. Only what the publisher gave or confirmed there; what is only read from the files of the
/// other connector says nothing about this one.
pub fn loans(own: &Answers, other: &Answers) -> Vec<Loan> {
    let owns_service = other.publisher() == Some(Publisher::Verified)
        && own.publisher().is_none_or(|publisher| publisher == Publisher::Verified);
    super::questions()
        .filter(|question| match carries(question) {
            Over => true,
            WithService => owns_service,
            Not => false,
        })
        .filter(|question| (question.asked)(other))
        .filter_map(|question| {
            let text = other.confirmed(question.key)?.to_owned();
            let own = own.get(question.key).filter(|own| !own.text.trim().is_empty());
            let own = own.map(|own| (own.text.clone(), own.origin == Origin::Given));
            let same = own.as_ref().is_some_and(|(own, given)| *given && own.trim() == text.trim());
            (!same).then_some(Loan { question, text, own })
        })
        .collect()
}

/// Takes answers as the publisher's own.
pub fn borrow<'a>(answers: &mut Answers, taken: impl IntoIterator<Item = &'a Loan>) {
    for loan in taken {
        answers.give(loan.question.key, loan.text.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_question_stands_in_the_table_once() {
        let asked: BTreeSet<&str> = super::super::questions().map(|asked| asked.key).collect();
        let stated: BTreeSet<&str> = TABLE.iter().map(|(key, _)| *key).collect();
        assert_eq!(stated.len(), TABLE.len(), "a question stands twice");
        assert_eq!(stated, asked);
    }

    fn answers(given: &[(&str, &str)]) -> Answers {
        let mut answers = Answers::default();
        for (key, text) in given {
            answers.give(key, *text);
        }
        answers
    }

    fn keys(loans: &[Loan]) -> Vec<&'static str> {
        loans.iter().map(|loan| loan.question.key).collect()
    }

    const FIRST: [(&str, &str); 8] = [
        ("publisher.type", "verified"),
        ("publisher.name", "Contoso Ltd"),
        ("ownership.claim", "own"),
        ("support.email", "help@contoso.com"),
        ("support.privacy_policy", "https://contoso.com/privacy"),
        ("uptime.percent", "99.95"),
        ("connector.name", "Contoso Invoices"),
        ("attestations.att-works", "2026-11-23"),
    ];

    #[test]
    fn what_is_the_publishers_carries_over_and_the_rest_stays() {
        let loans = loans(&Answers::default(), &answers(&FIRST));
        let expected: Vec<&str> = FIRST[..6].iter().map(|(key, _)| *key).collect();
        assert_eq!(keys(&loans), expected);
        assert!(loans.iter().all(|loan| loan.own.is_none() && !loan.replaces()));
        let mut own = Answers::default();
        borrow(&mut own, &loans[1..3]);
        assert_eq!(own.text("publisher.name"), "Contoso Ltd");
        assert!(!own.is_unconfirmed("ownership.claim") && own.is_blank("publisher.type"));
    }

    #[test]
    fn the_service_of_an_independent_publisher_is_another_one() {
        let mut first = answers(&FIRST);
        first.give("publisher.type", "independent");
        first.give("ownership.stack_owner", "Fabrikam");
        let loans = loans(&Answers::default(), &first);
        assert_eq!(keys(&loans), ["publisher.type", "publisher.name", "support.email"]);
    }

    #[test]
    fn what_is_there_already_is_shown_and_what_nobody_confirmed_is_not_lent() {
        let mut first = answers(&FIRST);
        first.prefill("support.name", "Contoso Customer Care", "apiDefinition.swagger.json");
        let mut second = answers(&[("publisher.type", "verified"), ("uptime.percent", "99.9")]);
        second.prefill("publisher.name", "Contoso Ltd", "apiProperties.json");
        let loans = loans(&second, &first);
        let told: Vec<_> = loans
            .iter()
            .map(|loan| (loan.question.key, loan.own.clone(), loan.replaces()))
            .filter(|(_, own, _)| own.is_some())
            .collect();
        assert_eq!(
            told,
            [
                ("publisher.name", Some(("Contoso Ltd".to_owned(), false)), false),
                ("uptime.percent", Some(("99.9".to_owned(), true)), true),
            ]
        );
        assert!(!keys(&loans).contains(&"support.name"));
        assert!(!keys(&loans).contains(&"publisher.type"), "the same already");
    }
}
