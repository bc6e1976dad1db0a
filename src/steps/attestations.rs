//! The step `attestations`: what no program can see and only the publisher can say. Ticking one
//! records the day.

use super::Step;
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
        everyone,
        "Nobody has built this connector yet",
        "Look first, it may save all the work: search Microsoft's connector reference \
         (learn.microsoft.com/connectors/connector-reference) and the folders and open pull \
         requests of github.com/microsoft/PowerPlatformConnectors. If it exists already, stop, \
         or offer to add to it.",
    ),
    attestation(
        "attestations.att-manifesto",
        Start,
        independent,
        "I have read and accept the manifesto of the independent publishers",
        "It stands in the wiki of github.com/microsoft/PowerPlatformConnectors, under \
         “Independent Publisher Connector Group”.",
    ),
    attestation(
        "attestations.att-seller",
        Start,
        verified,
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
        "Asked of verified publishers who do not own the service.",
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
        "Microsoft reads them one by one. Say what a thing does, not its name again.",
    ),
    attestation(
        "attestations.att-responses",
        Export,
        everyone,
        "My actions have response schemas, dynamic ones excepted",
        "People pick the fields of a response in their flows; without a schema there are none.",
    ),
    attestation(
        "attestations.att-validated",
        Export,
        everyone,
        "I ran paconn validate on the definition",
        "`paconn validate --api-def apiDefinition.swagger.json`. It needs a login; its rules are \
         those conncert applies offline.",
    ),
    attestation(
        "attestations.att-colour",
        Export,
        verified,
        "The brand colour is valid, and neither #007ee5 nor #ffffff",
        "conncert checks it in apiProperties.json; the pull request asks you to confirm it.",
    ),
    attestation(
        "attestations.att-noicon",
        Export,
        independent,
        "I am not handing in an icon",
        "Independent connectors get the generic one. conncert leaves an icon out of the package.",
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
        "The texts are English, and I had spelling and grammar checked",
        "Faults in names and descriptions are a frequent reason for another round.",
    ),
    attestation(
        "attestations.att-unique",
        Export,
        verified,
        "Title and icon are unlike those of other connectors",
        "Compare with the connector reference.",
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
        "The suffix belongs there and nowhere else; the title of the connector does without.",
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
        independent,
        "My identity is verified",
        "At aka.ms/onevetsignup, with a government document that matches your GitHub profile; \
         about 15 minutes, within 30 days of being asked.",
    ),
    attestation(
        "attestations.att-pull-request",
        Submitted,
        everyone,
        "The pull request to the branch dev is open, and the licence agreement is signed",
        "The bot asks for the contributor licence agreement (cla.microsoft.com) at the first one.",
    ),
    attestation(
        "attestations.att-link",
        Submitted,
        verified,
        "The link to the package is read-only and valid for 15 days or more",
        "A SAS URL of the blob storage. Under four days it is refused at once.",
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
        "In an environment of the region Preview (United States), never a sandbox. Answer within \
         two business days.",
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
