//! What Microsoft's own tools call their complaints: every name of the validator and every policy
//! code, what each code asks for, and what of it cannot be judged on this machine.

use super::wording::{COMPARISON, VALIDATOR};
use crate::rule::Rule;

/// The policy codes, each with what it asks for.
pub static CODES: [(&str, &str); 46] = [
    ("5000.1.1.1", "the icon is there"),
    ("5000.1.1.2", "the read-me is there"),
    ("5000.1.1.3", "the definition is there"),
    ("5000.1.1.4", "no file holds malware"),
    (
        "5000.1.1.5",
        "solution package, intro.md and, with several kinds of sign-in, customProperties.json are there",
    ),
    ("5000.1.1.6", "there is a solution for the connector and one for the sample flow"),
    ("5000.1.1.7", "the sample flow uses the connector"),
    ("5000.1.1.8", "the connector is in its solution"),
    ("5000.1.1.9", "the actions can be found through the sample flow"),
    ("5000.1.1.10", "all artefacts for the deployment are there"),
    ("5000.1.1.11", "package.zip lies at the root of the upload, in no further folder"),
    ("5000.1.1.12", "the package has its assets folder"),
    ("5000.1.1.13", "the assets folder holds the solution zips"),
    ("5000.1.1.14", "the flow solution has its folder Workflows"),
    ("5000.1.1.15", "the solution lists the workflows whose files it holds"),
    ("5000.1.1.16", "the solutions are in their place and can be read"),
    ("5000.1.1.17", "the connector's artefacts in its solution are valid"),
    ("5000.2.1.1", "brand colour"),
    ("5000.2.1.2", "weight of the icon"),
    ("5000.2.1.3", "the icon is a PNG"),
    ("5000.2.1.4", "dimensions of the icon"),
    ("5000.2.1.5", "background of the icon"),
    ("5000.2.2.1", "length of the title"),
    ("5000.2.2.2", "reserved words in the title"),
    ("5000.2.2.3", "end of the title"),
    ("5000.2.2.5", "the title is nobody else's"),
    ("5000.2.3.1", "texts are in English"),
    ("5000.2.3.2", "spelling and grammar"),
    ("5000.2.3.4", "length of the description"),
    ("5000.2.3.5", "product names in texts"),
    ("5000.2.3.6", "web addresses in texts (told by one public tool only)"),
    ("5000.2.4.1", "responses have their exact schema"),
    ("5000.2.4.2", "schema of the default response"),
    ("5000.2.4.4", "empty schemas"),
    ("5000.2.4.5", "empty operations"),
    ("5000.2.4.6", "empty properties"),
    ("5000.2.6.2", "the definition is valid"),
    ("5000.2.6.3", "the definition is OpenAPI 2.0"),
    ("5000.2.6.4", "host"),
    ("5000.2.6.9", "labels of connection parameters"),
    ("5000.2.6.10", "descriptions of connection parameters"),
    ("5000.3.1.2", "the address of the package has not expired"),
    ("5000.3.1.3", "website"),
    ("5000.3.1.4", "support mail"),
    ("5000.3.1.5", "privacy policy"),
    ("5000.3.1.6", "HTTPS with TLS 1.2"),
];

/// What of an official name or code is not judged on this machine, and why. A rule may stand for
/// the rest of it.
pub static UNJUDGED: [(&str, &str); 12] = [
    (
        "TierChangedToPremium",
        "The tier is not in the files. A service outside Microsoft makes a connector premium from \
         the start.",
    ),
    (
        "5000.1.1.1",
        "The icon is handed in with the package; a connector's folder may well have none. Where \
         one is there, it is judged.",
    ),
    ("5000.1.1.4", "Microsoft scans the uploaded package; no offline check can vouch for that."),
    (
        "5000.1.1.7",
        "That the solution with the flow holds the connector, `conncert package check` sees; whether \
         the flow calls it, a reviewer sees.",
    ),
    (
        "5000.1.1.9",
        "How well a sample flow shows what the connector can do, only a person can tell.",
    ),
    ("5000.2.3.2", "Grammar takes a reader. Let somebody read every text before you submit."),
    (
        "5000.2.4.1",
        "Whether a schema is what the service really answers, only a call to the service shows. \
         Schemas that are missing or empty are found.",
    ),
    (
        "5000.2.4.6",
        "It is not published when a property counts as empty. Empty responses are found.",
    ),
    (
        "5000.3.1.2",
        "The link to the package is made when you submit, and has to last 15 days. `conncert \
         package link` reads it.",
    ),
    (
        "5000.3.1.6",
        "Only a connection to the service shows its TLS version. Addresses without HTTPS are found.",
    ),
    (
        "ProductionStatusOnBetaService",
        "Whether the service is still in beta is not in the files. You are the one who knows.",
    ),
    (
        "FilterFunctionsPropertyInvalidValue",
        "The list of functions is not published, and no published connector uses them.",
    ),
];

/// Limits and lists that Microsoft does not print, and what is judged by instead.
pub static ASSUMED: [(&str, &str); 15] = [
    ("OperationIdTooLong", "limit not printed; beyond the observed maximum of 77 characters"),
    ("OperationSummaryTooLong", "120 characters are printed; from 80 on another rule advises"),
    ("TotalOperationsCountExceedsMaxAllowed", "limit not printed; 256 by the connector questions"),
    ("BodySchemaCountExceedsMaxAllowed", "limit not printed; 512 by public error texts"),
    (
        "OperationSchemaCountExceedsMaxAllowed",
        "limit not printed; advice beyond 512, since the observed maximum is 509",
    ),
    ("TotalSchemaCountExceedsMaxAllowed", "limit not printed; the observed maximum of 5,902"),
    ("SchemaTooDeep", "limit not printed; the observed maximum of 15 levels"),
    ("TooManyConnectorCategories", "limit not printed; 2, the observed maximum"),
    ("FieldLengthExceeded", "limit not printed; 30 characters for the title, by public logs"),
    ("FieldLengthNotInRange", "limits not printed; 30 to 500 for the description, by public logs"),
    ("ReservedParameterIsUsed", "list not printed; the header Authorization, by a user's report"),
    ("UnrecognizedTypeFormat", "list not printed; the formats of the published JSON schema"),
    ("CollectionFormatValueNotSupported", "list not printed; csv, the only one observed"),
    ("SwaggerKeywordNotSupported", "list not printed; keywords that OpenAPI 2.0 does not have"),
    ("InvalidConnectorCategory", "list not printed there; the 19 names of the submission form"),
];

/// Every official name, those of the comparison with the published version behind the others, then
/// every policy code.
pub fn all() -> impl Iterator<Item = &'static str> {
    let names = VALIDATOR.iter().chain(&COMPARISON).map(|(name, _)| *name);
    names.chain(CODES.iter().map(|(code, _)| *code))
}

/// The official spelling of a name or code.
pub fn find(word: &str) -> Option<&'static str> {
    all().find(|name| name.eq_ignore_ascii_case(word))
}

/// The rules that stand for an official name or code.
pub fn rules(name: &str) -> Vec<&'static Rule> {
    super::all().filter(|rule| rule.official.contains(&name)).collect()
}

/// What a policy code asks for.
pub fn asks(code: &str) -> Option<&'static str> {
    look_up(&CODES, code)
}

/// What of it is not judged on this machine, and why.
pub fn unjudged(name: &str) -> Option<&'static str> {
    look_up(&UNJUDGED, name)
}

/// What it is judged by where Microsoft prints no limit.
pub fn assumed(name: &str) -> Option<&'static str> {
    look_up(&ASSUMED, name)
}

fn look_up(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
