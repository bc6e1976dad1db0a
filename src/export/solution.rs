//! A connector solution made of a connector's files, as an experiment: Microsoft publishes no
//! description of it, so it has what public exports of the maker portal have, and nothing else.

use std::fmt::Write as _;

use super::{Artifact, NO_CONNECTOR, Refusal};
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::connector::pack::pack;
use crate::connector::properties::Properties;
use crate::connector::solution::{
    CONNECTOR_COMPONENT, CONNECTOR_FOLDER, DEFINITION, ICON, PARAMETERS, POLICIES, ROOT_FILES,
    SCRIPT,
};
use crate::rule::{Checked, Finding, SECRET, SUSPECT};
use crate::source::json::Node;

/// The name of the zip; the text beside it ends in `.md`.
const NAME: &str = "ConnectorSolution";

/// What it is made of, beyond the files.
struct Names {
    /// The title.
    title: String,
    /// Of the connector in the environment, with the prefix.
    connector: String,
    /// Of the solution.
    solution: String,
    prefix: String,
}

/// Makes the solution, and the text that stands beside it.
///
/// # Errors
/// Why there is none.
pub fn solution(checked: &Checked, prefix: &str) -> Result<Vec<Artifact>, Refusal> {
    let connector =
        checked.submission.connector.as_deref().ok_or_else(|| Refusal::new(NO_CONNECTOR))?;
    if let Some(fault) = prefix_fault(prefix) {
        return Err(Refusal::new(format!("The prefix “{prefix}” {fault}.")));
    }
    let is_secret = |found: &&Finding| [SECRET, SUSPECT].contains(&found.rule.id);
    let findings: Vec<Finding> =
        checked.report.findings.iter().filter(is_secret).cloned().collect();
    if !findings.is_empty() {
        let sentence = "Something in the files is a secret or looks like one, so no solution was \
                        made of them: take it out first.";
        return Err(Refusal { sentence: sentence.to_owned(), findings });
    }
    for role in [Role::Definition, Role::Properties] {
        let facts = connector.facts(role);
        if let Some(broken) = facts.broken {
            let sentence = format!("{} cannot be read: {}.", facts.name, broken.reason);
            return Err(Refusal::new(sentence));
        }
    }
    let title = connector.naming_title();
    let Some((definition, title)) = connector.definition().zip(title) else {
        return Err(Refusal::new(
            "A solution takes a definition with a title: add info.title to it.",
        ));
    };
    let names = Names::new(&title, prefix);
    let description =
        definition.info().and_then(|info| info.text("description")).unwrap_or_default();
    let parts = parts(connector, &names);
    let files = [
        (ROOT_FILES[0].to_owned(), content_types(&parts).into_bytes()),
        (
            ROOT_FILES[1].to_owned(),
            customizations(connector, &names, &description, &parts).into_bytes(),
        ),
        (ROOT_FILES[2].to_owned(), manifest(connector, &names).into_bytes()),
    ];
    let files = files.into_iter().chain(parts.into_iter().map(|part| (part.path, part.bytes)));
    let files: Vec<(String, Vec<u8>)> = files.collect();
    let bytes = pack(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    let bytes =
        bytes.map_err(|error| Refusal::new(format!("The zip could not be made ({error}).")))?;
    let text = beside(connector, &names);
    Ok(vec![
        Artifact { path: format!("{NAME}.zip"), bytes },
        Artifact { path: format!("{NAME}.md"), bytes: text.into_bytes() },
    ])
}

/// What is wrong with a prefix, as the end of a sentence.
fn prefix_fault(prefix: &str) -> Option<&'static str> {
    let is_word = prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_word || !prefix.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Some("is none: letters and digits are allowed, and the first is a letter");
    }
    if !(2..=8).contains(&prefix.len()) {
        return Some("has to have 2 to 8 characters");
    }
    prefix.to_lowercase().starts_with("mscrm").then_some("is Microsoft's own; take yours")
}

impl Names {
    /// Names of letters and digits alone, for how others are written in names is not known for
    /// certain.
    fn new(title: &str, prefix: &str) -> Self {
        let word: String = title.chars().filter(char::is_ascii_alphanumeric).take(60).collect();
        let word = if word.is_empty() { "Connector".to_owned() } else { word };
        let prefix = prefix.to_lowercase();
        // The name of a solution begins with a letter.
        let lead =
            if word.starts_with(|first: char| first.is_ascii_digit()) { "Connector" } else { "" };
        Self {
            title: title.to_owned(),
            connector: format!("{prefix}_{}", word.to_lowercase()),
            solution: format!("{lead}{word}"),
            prefix,
        }
    }
}

/// A file of the connector, and the member that names it.
struct Part {
    member: &'static str,
    path: String,
    bytes: Vec<u8>,
}

fn parts(connector: &Connector, names: &Names) -> Vec<Part> {
    let bytes = |role: Role| connector.facts(role).body.map(|body| body.bytes().to_vec());
    // The text of a member, or what stands for an empty one of the same shape.
    let raw = |name: &str, none: &str| {
        let found = connector.properties().and_then(Properties::properties);
        let found = found.and_then(|all| all.get(name)).map(Node::raw);
        let found = found.filter(|found| found.starts_with(&none[..1]));
        Some(found.unwrap_or(none).as_bytes().to_vec())
    };
    let parameters = raw("connectionParameters", "{}");
    let policies = raw("policyTemplateInstances", "[]");
    let icon = connector.icon.ready().and_then(|_| bytes(Role::Icon));
    let definition = bytes(Role::Definition)
        .map(|bytes| bytes.strip_prefix(b"\xef\xbb\xbf").map_or(bytes.clone(), <[u8]>::to_vec));
    [
        ("openapidefinition", DEFINITION, definition),
        ("connectionparameters", PARAMETERS, parameters),
        ("policytemplateinstances", POLICIES, policies),
        ("customcodeblobcontent", SCRIPT, bytes(Role::Script)),
        ("iconblob", ICON, icon),
    ]
    .into_iter()
    .filter_map(|(member, end, bytes)| {
        let path = format!("{CONNECTOR_FOLDER}/{}{end}", names.connector);
        Some(Part { member, path, bytes: bytes? })
    })
    .collect()
}

fn content_types(parts: &[Part]) -> String {
    let mut endings = vec!["xml"];
    for part in parts {
        let ending = part.path.rsplit('.').next().unwrap_or_default();
        if !endings.contains(&ending) {
            endings.push(ending);
        }
    }
    let lines = endings.iter().map(|ending| {
        format!("<Default Extension=\"{ending}\" ContentType=\"application/octet-stream\" />")
    });
    let lines: String = lines.collect();
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\
         \">{lines}</Types>"
    )
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SCHEMA: &str = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

fn customizations(
    connector: &Connector,
    names: &Names,
    description: &str,
    parts: &[Part],
) -> String {
    let mut text = format!("{DECLARATION}<ImportExportXml {SCHEMA}>\n");
    for empty in [
        "Entities",
        "Roles",
        "Workflows",
        "FieldSecurityProfiles",
        "Templates",
        "EntityMaps",
        "EntityRelationships",
        "OrganizationSettings",
        "optionsets",
        "CustomControls",
        "EntityDataProviders",
    ] {
        let _ = writeln!(text, "  <{empty} />");
    }
    text.push_str("  <Connectors>\n    <Connector>\n");
    let mut member = |name: &str, value: &str| {
        let _ = writeln!(text, "      <{name}>{}</{name}>", escaped(value));
    };
    member("connectorid", &guid(&names.connector));
    member("description", description.trim());
    member("displayname", &names.title);
    let colour = connector.properties().and_then(|properties| properties.text("iconBrandColor"));
    member("iconbrandcolor", colour.as_deref().unwrap_or("#007ee5"));
    member("name", &names.connector);
    member("connectortype", "1");
    for part in parts {
        member(part.member, &format!("/{}", part.path));
    }
    text.push_str("    </Connector>\n  </Connectors>\n");
    text.push_str("  <Languages>\n    <Language>1033</Language>\n  </Languages>\n");
    text.push_str("</ImportExportXml>\n");
    text
}

/// The members of an address behind its number, all of them empty.
const ADDRESS: [&str; 25] = [
    "AddressTypeCode",
    "City",
    "County",
    "Country",
    "Fax",
    "FreightTermsCode",
    "ImportSequenceNumber",
    "Latitude",
    "Line1",
    "Line2",
    "Line3",
    "Longitude",
    "Name",
    "PostalCode",
    "PostOfficeBox",
    "PrimaryContactName",
    "ShippingMethodCode",
    "StateOrProvince",
    "Telephone1",
    "Telephone2",
    "Telephone3",
    "TimeZoneRuleVersionNumber",
    "UPSZone",
    "UTCOffset",
    "UTCConversionTimeZoneCode",
];

fn manifest(connector: &Connector, names: &Names) -> String {
    let publisher = connector.properties().and_then(|properties| properties.text("publisher"));
    let publisher = publisher.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let localized = |name: &str| {
        format!("<LocalizedName description=\"{}\" languagecode=\"1033\" />", escaped(name))
    };
    let mut addresses = String::new();
    for number in 1..=2 {
        let _ = writeln!(addresses, "        <Address>");
        let _ = writeln!(addresses, "          <AddressNumber>{number}</AddressNumber>");
        for member in ADDRESS {
            let _ = writeln!(addresses, "          <{member} xsi:nil=\"true\"></{member}>");
        }
        let _ = writeln!(addresses, "        </Address>");
    }
    format!(
        "{DECLARATION}<ImportExportXml version=\"9.2\" SolutionPackageVersion=\"9.2\" \
         languagecode=\"1033\" generatedBy=\"CrmLive\" {SCHEMA}>\n  \
         <SolutionManifest>\n    \
         <UniqueName>{solution}</UniqueName>\n    \
         <LocalizedNames>\n      {title}\n    </LocalizedNames>\n    \
         <Descriptions />\n    \
         <Version>{version}</Version>\n    \
         <Managed>0</Managed>\n    \
         <Publisher>\n      \
         <UniqueName>{prefix}</UniqueName>\n      \
         <LocalizedNames>\n        {owner}\n      </LocalizedNames>\n      \
         <Descriptions />\n      \
         <EMailAddress xsi:nil=\"true\"></EMailAddress>\n      \
         <SupportingWebsiteUrl xsi:nil=\"true\"></SupportingWebsiteUrl>\n      \
         <CustomizationPrefix>{prefix}</CustomizationPrefix>\n      \
         <CustomizationOptionValuePrefix>{option}</CustomizationOptionValuePrefix>\n      \
         <Addresses>\n{addresses}      </Addresses>\n    \
         </Publisher>\n    \
         <RootComponents>\n      \
         <RootComponent type=\"{CONNECTOR_COMPONENT}\" id=\"{{{id}}}\" schemaName=\"{name}\" \
         behavior=\"0\" />\n    \
         </RootComponents>\n    \
         <MissingDependencies />\n  \
         </SolutionManifest>\n\
         </ImportExportXml>\n",
        solution = names.solution,
        title = localized(&names.title),
        version = version(connector),
        prefix = names.prefix,
        owner = localized(publisher.unwrap_or(&names.prefix)),
        // Five digits that are the same for the same prefix.
        option = 10_000 + hash(&names.prefix) % 90_000,
        id = guid(&names.connector),
        name = names.connector,
    )
}

/// The version of the definition as four numbers, where it is made of numbers.
fn version(connector: &Connector) -> String {
    let text = connector.definition().and_then(|definition| definition.info()?.text("version"));
    let text = text.unwrap_or_default();
    let numbers: Option<Vec<u16>> =
        text.trim().trim_start_matches('v').split('.').map(|part| part.parse().ok()).collect();
    let mut numbers = numbers.filter(|found| found.len() <= 4).unwrap_or_else(|| vec![1]);
    numbers.resize(4, 0);
    numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
}

/// Text as XML has it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let legal = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || *c == '\n';
    let text: String = text.chars().filter(legal).collect();
    quick_xml::escape::escape(&text).into_owned()
}

/// FNV-1a of 128 bits.
fn hash(text: &str) -> u128 {
    text.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b)
    })
}

/// An identifier that is the same for the same name, so that a second import meets the first: a
/// UUID of version 8, whose making is left to the maker.
fn guid(name: &str) -> String {
    let bits = hash(name) & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let hex = format!("{bits:032x}");
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

/// What a solution goes without, for nobody can tell from outside how it is written there.
fn left_out(connector: &Connector) -> Vec<&'static str> {
    let properties = connector.properties().and_then(Properties::properties);
    let has = |name: &str| {
        let found = properties.and_then(|all| all.get(name));
        found.is_some_and(|found| found.children().next().is_some())
    };
    let mut gone = Vec::new();
    if has("scriptOperations") {
        gone.push(
            "`scriptOperations`: which operations the script serves. Choose them on the page Code \
             of the connector once it is imported.",
        );
    }
    if has("connectionParameterSets") {
        gone.push(
            "`connectionParameterSets`: the choice among several ways to sign in. Bring it in with \
             `pac connector update` or `paconn update` once the connector is imported.",
        );
    }
    if has("capabilities") {
        gone.push("`capabilities`: the maker portal finds actions and triggers by itself.");
    }
    gone
}

/// The text beside the zip.
fn beside(connector: &Connector, names: &Names) -> String {
    let mut text = format!(
        "# {NAME}.zip (experimental)\n\n\
         conncert made this solution of the connector's files. It was not exported from an \
         environment, and Microsoft publishes no description of such files: they are written as \
         public exports of the maker portal show them. **Only an import in the maker portal \
         proves that it works.**\n\n\
         - Solution: `{}`, unmanaged\n\
         - Connector: `{}`\n\
         - Prefix of the publisher: `{}`\n\n\
         1. Open <https://make.powerautomate.com>, Solutions, Import solution, and choose the zip.\n\
         2. Open the connector in the solution, look through its pages, and save it.\n\
         3. With OAuth 2, enter client id and secret on the page Security. A secret is never in the \
         zip; a client id that stands in apiProperties.json is.\n\
         4. Test every operation.\n\
         5. Publish all customisations, export the solution as unmanaged, and hand in that zip, \
         not this one.\n",
        names.solution, names.connector, names.prefix
    );
    let policies = connector.properties().and_then(Properties::properties);
    let policies = policies.and_then(|all| all.get("policyTemplateInstances"));
    if policies.is_none_or(|found| found.children().next().is_none()) {
        text.push_str(
            "\nThe connector has no policies, so the file of policies holds an empty list, as an \
             export has it. `conncert package check` says what is known of that.\n",
        );
    }
    let gone = left_out(connector);
    if !gone.is_empty() {
        text.push_str(
            "\n## Left out\n\nHow these are written in a solution is not known for certain:\n\n",
        );
        for line in gone {
            let _ = writeln!(text, "- {line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_those_of_publishers() {
        for good in ["contoso", "ab", "a1234567", "cr1a6"] {
            assert_eq!(prefix_fault(good), None, "{good}");
        }
        for bad in ["", "a", "a12345678", "1ab", "con-toso", "mscrmx", "ünn"] {
            assert!(prefix_fault(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn names_are_letters_and_digits() {
        let names = |title: &str| {
            let names = Names::new(title, "Cts");
            (names.connector, names.solution)
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(names("Contoso: Invoices"), pair("cts_contosoinvoices", "ContosoInvoices"));
        assert_eq!(names("3 Wishes"), pair("cts_3wishes", "Connector3Wishes"));
        assert_eq!(names("請求書"), pair("cts_connector", "Connector"));
    }

    #[test]
    fn the_same_name_has_the_same_identifier() {
        let id = guid("cts_invoices");
        assert_eq!(id, guid("cts_invoices"));
        assert_ne!(id, guid("cts_invoice"));
        let parts: Vec<&str> = id.split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && parts[3].starts_with(['8', '9', 'a', 'b']), "{id}");
    }

    #[test]
    fn text_is_escaped_and_never_breaks_the_file() {
        assert_eq!(escaped("a < b & \"c\"\u{1}\u{1b}[1m"), "a &lt; b &amp; &quot;c&quot;[1m");
    }
}
