//! The step `attestations`: what no program can see and only the publisher can say. Ticking one
//! records the day.

use super::Step;
use super::connector::is_update;
use crate::answers::{Answers, Kind, Moment, Publisher, Question, items};

const fn attestation(
    key: &'static str,
    moment: Moment,
    asked: fn(&Answers) -> bool,
    prompt: &'static str,
    help: &'static str,
) -> Question {
    Question {
        key,
        prompt,
        help,
        example: "",
        kind: Kind::Attestation(moment),
        asked,
        required: |_| false,
        stands: None,
        prefill: None,
    }
}

fn everyone(_: &Answers) -> bool {
    true
}

/// What was said once of a published connector is not asked for again.
fn new(answers: &Answers) -> bool {
    !is_update(answers)
}

fn verified_new(answers: &Answers) -> bool {
    verified(answers) && new(answers)
}

fn independent_new(answers: &Answers) -> bool {
    independent(answers) && new(answers)
}

fn verified(answers: &Answers) -> bool {
    answers.publisher() != Some(Publisher::Independent)
}

fn independent(answers: &Answers) -> bool {
    answers.publisher() == Some(Publisher::Independent)
}

fn uses_oauth(answers: &Answers) -> bool {
    items(answers.text("authentication.types")).any(|item| item.eq_ignore_ascii_case("oauth2"))
}

fn verified_oauth(answers: &Answers) -> bool {
    verified(answers) && uses_oauth(answers)
}

fn independent_oauth(answers: &Answers) -> bool {
    independent(answers) && uses_oauth(answers)
}

fn by_rights(answers: &Answers) -> bool {
    verified(answers) && answers.is("ownership.claim", "rights")
}

use Moment::{Export, Start, Submitted};

static QUESTIONS: [Question; 26] = [
    attestation(
        "attestations.att-new",
        Start,
        new,
        "Nobody has built this connector yet",
        "Look first, it may save all the work: search Microsoft's connector reference \
         (learn.microsoft.com/connectors/connector-reference) and the folders and open pull \
         requests of github.com/microsoft/PowerPlatformConnectors. If it exists already, stop, \
         or offer to add to it.",
    ),
    attestation(
        "attestations.att-manifesto",
        Start,
        independent_new,
        "I have read and accept the manifesto of the independent publishers",
        "It stands in the wiki of github.com/microsoft/PowerPlatformConnectors, under \
         “Independent Publisher Connector Group”.",
    ),
    attestation(
        "attestations.att-seller",
        Start,
        verified_new,
        "We have a seller account in Partner Center, enrolled in the Microsoft 365 and Copilot \
         program",
        "Business verification takes days to weeks, so begin early: \
         partner.microsoft.com/dashboard/home. The account that hands in needs a mail address.",
    ),
    attestation(
        "attestations.att-rights",
        Export,
        by_rights,
        "We hold explicit rights to the API, and the scenario describes the use",
        "Asked of verified publishers who do not own the service. Have the agreement at hand; \
         Microsoft may want to see it.",
    ),
    attestation(
        "attestations.att-works",
        Export,
        everyone,
        "I deployed the connector and every operation worked",
        "Call each operation at least ten times from the test tab or a flow, without a runtime or \
         schema error.",
    ),
    attestation(
        "attestations.att-texts",
        Export,
        everyone,
        "Every operation and parameter has a telling description",
        "conncert finds texts that are missing or too short to tell anything, but Microsoft reads \
         them one by one: say what a thing does, not its name again.",
    ),
    attestation(
        "attestations.att-responses",
        Export,
        everyone,
        "My actions have response schemas, dynamic ones excepted",
        "People pick the fields of a response in their flows; without a schema there are none. \
         conncert looks for responses without a schema, and for empty ones.",
    ),
    attestation(
        "attestations.att-validated",
        Export,
        everyone,
        "I ran paconn validate on the definition",
        "Run `paconn validate --api-def apiDefinition.swagger.json`. It needs a login, so conncert \
         cannot run it for you, but applies its documented rules offline.",
    ),
    attestation(
        "attestations.att-colour",
        Export,
        verified,
        "The brand colour is valid, and neither #007ee5 nor #ffffff",
        "conncert checks form and forbidden colours in apiProperties.json; the pull request still \
         asks you to confirm it.",
    ),
    attestation(
        "attestations.att-noicon",
        Export,
        independent,
        "I am not handing in an icon",
        "Independent connectors get the generic one. conncert tells when an icon lies in the \
         folder, and leaves it out of the package.",
    ),
    attestation(
        "attestations.att-host",
        Export,
        everyone,
        "The host is the production host",
        "No test, staging or preview system: what stands in the definition is what everybody gets.",
    ),
    attestation(
        "attestations.att-spelling",
        Export,
        everyone,
        "The texts are English, and their spelling and grammar are checked",
        "Reviewers look at this in every name and description, and each further round costs a \
         week or two.",
    ),
    attestation(
        "attestations.att-unique",
        Export,
        verified_new,
        "Title and icon are unlike those of other connectors",
        "Compare with the connector reference: people tell connectors apart by these two.",
    ),
    attestation(
        "attestations.att-ai",
        Export,
        everyone,
        "The texts are harmless when an AI reads them",
        "Agents read names and descriptions as hints. No instructions, no promises, nothing that \
         misleads.",
    ),
    attestation(
        "attestations.att-secrets",
        Export,
        everyone,
        "No secret and no personal data stand in the files",
        "No keys, tokens, real client ids, names or addresses of people, in examples neither.",
    ),
    attestation(
        "attestations.att-redirects",
        Export,
        verified_oauth,
        "The redirect address of the connector is registered at the service",
        "https://global.consent.azure-apim.net/redirect/ followed by the connector's id; the mode \
         in apiProperties.json is GlobalPerConnector.",
    ),
    attestation(
        "attestations.att-oauthsteps",
        Export,
        independent_oauth,
        "The read-me explains in detail how to create the app",
        "Under “Obtaining Credentials”. Moot while OAuth 2 is not accepted from independent \
         publishers.",
    ),
    attestation(
        "attestations.att-solutions",
        Export,
        everyone,
        "The connector solution passed Solution Checker, and both solutions are exported unmanaged",
        "One solution holds the connector, the other a flow that uses it. Publish all \
         customisations before the export from the maker portal.",
    ),
    attestation(
        "attestations.att-prtitle",
        Submitted,
        independent,
        "The pull request is called “Name (Independent Publisher)”",
        "The suffix belongs there and nowhere else; the title of the connector does without. \
         The export writes the title down for you.",
    ),
    attestation(
        "attestations.att-flows",
        Submitted,
        independent,
        "It shows three different operations in flows, and those flows succeeding",
        "Screenshots, put into the text of the pull request.",
    ),
    attestation(
        "attestations.att-testtab",
        Submitted,
        independent,
        "It shows the test tab of the custom connector page",
        "A screenshot, put into the text of the pull request.",
    ),
    attestation(
        "attestations.att-identity",
        Submitted,
        independent_new,
        "My identity is verified",
        "At aka.ms/onevetsignup, with a government document that matches your GitHub profile; \
         about 15 minutes, within 30 days of being asked. It holds for a year, or until the \
         document expires.",
    ),
    attestation(
        "attestations.att-pull-request",
        Submitted,
        everyone,
        "The pull request to the branch dev is open, and the licence agreement is signed",
        "The bot asks for the contributor licence agreement (cla.microsoft.com) at the first one. \
         Verified publishers are asked to open-source their files this way, too.",
    ),
    attestation(
        "attestations.att-link",
        Submitted,
        verified,
        "The link to the package is read-only and valid for 15 days or more",
        "A SAS URL of the blob storage, from Azure. The review has to reach the package as long as \
         it lasts; a link with under four days left is refused at once.",
    ),
    attestation(
        "attestations.att-reviewer",
        Submitted,
        verified,
        "The reviewers' account signs in without a second factor",
        "They test with the credentials of the offer, and cannot answer a prompt on your phone.",
    ),
    attestation(
        "attestations.att-preview",
        Submitted,
        verified,
        "I tested the connector in the preview region and signed off the go-live",
        "In an environment of the region Preview (United States), never a sandbox, and without a \
         prompt for a second factor. Be quick: the newest word is two business days, after which \
         the offer lapses.",
    ),
];

/// The step.
pub static STEP: Step = Step {
    id: "attestations",
    title: "Attestations",
    intro: "What no program can see, you have to say yourself; most of it stands on the form of \
            the pull request. Tick what is true, and conncert notes the day. What is not ticked \
            stays open on the checklist and holds up nothing.",
    questions: &QUESTIONS,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(given: &[(&str, &str)]) -> Vec<&'static str> {
        let mut answers = Answers::default();
        for (key, text) in given {
            answers.give(key, *text);
        }
        crate::steps::asked(&STEP, &answers).map(Question::name).collect()
    }

    #[test]
    fn they_stand_by_moment_and_nobody_has_built_it_comes_first() {
        assert_eq!(QUESTIONS[0].key, "attestations.att-new");
        let moments = QUESTIONS.iter().filter_map(|question| match question.kind {
            Kind::Attestation(moment) => Some(moment),
            _ => None,
        });
        let moments: Vec<Moment> = moments.collect();
        assert_eq!(moments.len(), QUESTIONS.len());
        assert!(moments.is_sorted());
    }

    #[test]
    fn each_publisher_is_asked_what_concerns_it() {
        let verified = asked(&[("publisher.type", "verified")]);
        let independent = asked(&[("publisher.type", "independent")]);
        for both in ["att-new", "att-works", "att-texts", "att-responses", "att-validated"] {
            assert!(verified.contains(&both) && independent.contains(&both), "{both}");
        }
        for one in ["att-colour", "att-seller", "att-link", "att-reviewer", "att-preview"] {
            assert!(verified.contains(&one) && !independent.contains(&one), "{one}");
        }
        for one in ["att-noicon", "att-prtitle", "att-flows", "att-testtab", "att-manifesto"] {
            assert!(!verified.contains(&one) && independent.contains(&one), "{one}");
        }
    }

    #[test]
    fn an_update_says_nothing_twice() {
        for publisher in ["verified", "independent"] {
            let all = asked(&[("publisher.type", publisher), ("connector.submission", "update")]);
            for gone in ["att-new", "att-manifesto", "att-seller", "att-unique", "att-identity"] {
                assert!(!all.contains(&gone), "{publisher}: {gone}");
            }
            assert!(all.contains(&"att-works"), "{publisher}");
        }
    }

    #[test]
    fn oauth_and_rights_add_their_own() {
        let oauth = ("authentication.types", "api-key, OAuth2");
        assert!(asked(&[oauth]).contains(&"att-redirects"));
        let independent = asked(&[oauth, ("publisher.type", "independent")]);
        assert!(independent.contains(&"att-oauthsteps"));
        assert!(!independent.contains(&"att-redirects"));
        assert!(!asked(&[]).contains(&"att-rights"));
        assert!(asked(&[("ownership.claim", "rights")]).contains(&"att-rights"));
    }
}
