//! The journey of a verified publisher, who hands in through Partner Center.

use super::{Proof, Task, Who, always, is_new, uses_oauth};

/// Its tasks, in order.
pub(super) static TASKS: [Task; 16] = [
    Task {
        id: "questions",
        title: "Answer the questions",
        who: Who::Publisher,
        address: "conncert",
        duration: "minutes",
        days: (0, 0),
        how: "Publisher type, ownership, authentication, support contact and uptime decide what \
              Microsoft asks of you.",
        attestations: &["attestations.att-rights"],
        proof: Proof::Answers,
        applies: always,
    },
    Task {
        id: "search",
        title: "Look whether the connector exists already",
        who: Who::Publisher,
        address: "https://learn.microsoft.com/connectors/connector-reference/ and the folders and \
                  open pull requests of https://github.com/microsoft/PowerPlatformConnectors",
        duration: "minutes",
        days: (0, 0),
        how: "Search for the service and for the title. Title and icon have to be unlike all \
              others.",
        attestations: &["attestations.att-new", "attestations.att-unique"],
        proof: Proof::Ticks,
        applies: is_new,
    },
    Task {
        id: "seller-account",
        title: "Open a seller account and enrol",
        who: Who::Publisher,
        address: "https://partner.microsoft.com/dashboard/home",
        duration: "once; the vetting takes days to weeks",
        days: (3, 21),
        how: "Have the business verified and enrol in the Microsoft 365 and Copilot program. The \
              account that hands in needs a mail address.",
        attestations: &["attestations.att-seller"],
        proof: Proof::Ticks,
        applies: is_new,
    },
    Task {
        id: "build-and-test",
        title: "Build and test the custom connector in a solution",
        who: Who::Publisher,
        address: "https://make.powerautomate.com, the test tab of the custom connector",
        duration: "about a week",
        days: (5, 10),
        how: "Call every operation at least ten times; none may end in a runtime or schema error.",
        attestations: &["attestations.att-works"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "files",
        title: "Prepare the files",
        who: Who::Publisher,
        address: "apiDefinition.swagger.json, apiProperties.json, readme.md, intro.md, icon.png, \
                  script.csx where code is used",
        duration: "hours to days",
        days: (0, 3),
        how: "`paconn download` or a solution export gives the first version; conncert tells what \
              is left to mend.",
        attestations: &[
            "attestations.att-texts",
            "attestations.att-responses",
            "attestations.att-colour",
            "attestations.att-host",
            "attestations.att-spelling",
            "attestations.att-ai",
            "attestations.att-secrets",
        ],
        proof: Proof::Files(None),
        applies: always,
    },
    Task {
        id: "paconn",
        title: "Run paconn validate",
        who: Who::Publisher,
        address: "paconn validate --api-def apiDefinition.swagger.json",
        duration: "minutes",
        days: (0, 0),
        how: "The reviewers use it. It needs a login; conncert applies its rules offline, as far as they \
              are published.",
        attestations: &["attestations.att-validated"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "redirects",
        title: "Register the redirect address of OAuth 2",
        who: Who::Publisher,
        address: "https://global.consent.azure-apim.net/redirect/ followed by the connector's id",
        duration: "minutes",
        days: (0, 0),
        how: "Register it at your service, and set redirectMode to GlobalPerConnector in \
              apiProperties.json.",
        attestations: &["attestations.att-redirects"],
        proof: Proof::Files(Some("authentication")),
        applies: uses_oauth,
    },
    Task {
        id: "pull-request",
        title: "Open-source the files by a pull request",
        who: Who::Publisher,
        address: "https://github.com/microsoft/PowerPlatformConnectors, branch dev, label \
                  certified-connector",
        duration: "first answer in 1 to 2 weeks, as long for each further round",
        days: (7, 28),
        how: "Fork, branch from dev, add the folder that conncert exported and nothing else, and \
              use the text of PULL_REQUEST.md. Sign the licence agreement (https://cla.microsoft.com) \
              when the bot asks, and see the validator and the detector of breaking changes pass. \
              Recommended, and still asked for in practice.",
        attestations: &["attestations.att-pull-request"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "solutions",
        title: "Run Solution Checker and export both solutions",
        who: Who::Publisher,
        address: "https://make.powerautomate.com",
        duration: "an hour",
        days: (0, 1),
        how: "One solution with the connector, one with a flow that uses it; publish all \
              customisations first and export both unmanaged.",
        attestations: &["attestations.att-solutions"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "package",
        title: "Build the marketplace package",
        who: Who::Publisher,
        address: "a zip with intro.md and one inner zip; in that a folder PkgAssets with both \
                  solutions",
        duration: "minutes",
        days: (0, 0),
        how: "Name both zips on the page Package, and the export of conncert packs them with \
              intro.md. `conncert package check` goes through the whole; Microsoft's \
              ConnectorPackageValidator.ps1 does so on Windows.",
        attestations: &[],
        proof: Proof::Package,
        applies: always,
    },
    Task {
        id: "upload",
        title: "Upload the package and make a link to it",
        who: Who::Publisher,
        address: "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
        duration: "minutes",
        days: (0, 0),
        how: "A read-only SAS URL of Azure blob storage, valid for 15 days or more; under four \
              days it is refused. PARTNER_CENTER.md has the commands, and `conncert package link -` \
              reads the link.",
        attestations: &["attestations.att-link"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "offer",
        title: "Make the offer in Partner Center",
        who: Who::Publisher,
        address: "https://partner.microsoft.com/dashboard/home: Marketplace offers, Microsoft 365 \
                  and Copilot program, new offer of the type Power Platform Connector (of late \
                  called Connectors & Agents in Microsoft Copilot Studio)",
        duration: "an hour",
        days: (0, 1),
        how: "An update goes through the offer that is there. PARTNER_CENTER.md has each text \
              ready to paste: name, link to the package, listing with web site, privacy policy, support, terms and \
              categories, and an account for the reviewers; with OAuth 2 also client id and secret, \
              which never go into the files. A partner agreement and a non-disclosure agreement \
              may have to be signed.",
        attestations: &["attestations.att-reviewer"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "review",
        title: "Review: automatic policy checks, then by hand",
        who: Who::Microsoft,
        address: "the certification report in Partner Center; codes 5000.x are explained by \
                  `conncert explain CODE`",
        duration: "3 to 5 business days when clean, 1 to 2 weeks for each further round",
        days: (3, 21),
        how: "Answer each point of the report and publish the offer again.",
        attestations: &[],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "preview",
        title: "Test in the preview region and sign off the go-live",
        who: Who::Publisher,
        address: "an environment of the region Preview (United States), never a sandbox; for \
                  Logic Apps West Central US",
        duration: "answer within 2 business days, or the offer has to be handed in again",
        days: (1, 4),
        how: "Make a connection with an account that is asked for no second factor, run every \
              operation once more, then answer the mail.",
        attestations: &["attestations.att-preview"],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "deployment",
        title: "Deployment to all regions",
        who: Who::Microsoft,
        address: "six steps; production runs start on Fridays, Pacific time, never on weekends or \
                  holidays of the United States",
        duration: "15 business days to 6 weeks",
        days: (21, 42),
        how: "Nothing to do. The documentation page appears at the end.",
        attestations: &[],
        proof: Proof::Ticks,
        applies: always,
    },
    Task {
        id: "afterwards",
        title: "Afterwards: watch, update, leave the preview",
        who: Who::Publisher,
        address: "ConnectorPartnerMgmtTeam@service.microsoft.com",
        duration: "as long as the connector lives",
        days: (0, 0),
        how: "Updates go through the same offer, never change the way to sign in, and announce \
              what they break. Leaving the preview takes an availability of 99.95 %, a service \
              level objective of 99.5 % and over 80 % successful calls for about a month; 500 users \
              a week or 50 connections a month are recommended.",
        attestations: &[],
        proof: Proof::Ticks,
        applies: always,
    },
];
