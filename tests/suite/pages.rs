//! Read-me and intro: made of the files where they are missing, brought up to date where operations
//! changed, and otherwise left as somebody wrote them.

use std::collections::BTreeSet;

use conncert::answers::Publisher;
use conncert::connector::files::Role;
use conncert::fix::apply_fixes;
use conncert::rule::{Finding, Report, Safety};
use serde_json::{Value, json};

use crate::support::Fixture;

/// What the suggested mends of one rule make of a page, and what is found then.
fn mended(fixture: &Fixture, id: &str, role: Role) -> (String, Report) {
    let only = |finding: &Finding| finding.rule.id == id;
    let submission = fixture.submission(true, true);
    let fixes = apply_fixes(&submission, &fixture.settings(), Safety::Suggested, &only);
    assert!(fixes.plan.skipped.is_empty(), "{:?}", fixes.plan.skipped);
    let change = fixes.plan.changes.iter().find(|change| change.role == role);
    let text = change.map(|change| change.after.text().into_owned());
    (text.unwrap_or_default(), fixes.report)
}

fn change(fixture: &mut Fixture, name: &str, change: impl FnOnce(&mut Value)) {
    let file = fixture.files.get_mut(name).expect("there is one");
    let mut value: Value = serde_json::from_slice(file).expect("JSON");
    change(&mut value);
    *file = value.to_string().into_bytes();
}

const DEFINITION: &str = "apiDefinition.swagger.json";

/// Rules about the pages that are broken.
fn about_pages(report: &Report) -> BTreeSet<&'static str> {
    let ids = report.findings.iter().map(|finding| finding.rule.id);
    ids.filter(|id| ["readme", "intro", "page-"].iter().any(|name| id.starts_with(name))).collect()
}

#[test]
fn a_page_that_is_made_lacks_nothing_but_what_it_asks_for() {
    for publisher in [Publisher::Verified, Publisher::Independent] {
        let mut fixture = Fixture::clean(publisher);
        fixture.files.remove("readme.md");
        let (text, report) = mended(&fixture, "readme-missing", Role::Readme);
        assert_eq!(about_pages(&report), BTreeSet::from(["page-unfinished"]), "{text}");
        let mut fixture = Fixture::clean(publisher);
        fixture.files.remove("intro.md");
        let (text, report) = mended(&fixture, "intro-missing", Role::Intro);
        assert_eq!(about_pages(&report), BTreeSet::from(["page-unfinished"]), "{text}");
        assert!(
            !text.contains("### List invoices"),
            "the public page lists them by itself: {text}"
        );
        // What it asks for is all that is left to do.
        fixture.files.insert("intro.md".to_owned(), text.replace("*Say here", "Here:").into());
        assert_eq!(about_pages(&fixture.report(true, true)), BTreeSet::new());
    }
}

#[test]
fn each_way_to_sign_in_has_its_words() {
    let with = |ways: &str, properties: Value| {
        let mut fixture = Fixture::clean(Publisher::Verified);
        fixture.answers.give("authentication.types", ways);
        change(&mut fixture, "apiProperties.json", |value| {
            value["properties"]["connectionParameters"] = properties;
        });
        fixture.files.remove("readme.md");
        let (text, _) = mended(&fixture, "readme-missing", Role::Readme);
        let section = text.split("## Obtaining Credentials\n\n").nth(1).expect("the section");
        section.split("\n## ").next().expect("its text").to_owned()
    };
    let shown = |name: &str| json!({"type": "securestring", "uiDefinition": {"displayName": name}});
    let key = with("api-key", json!({"key": shown("Your *key*")}));
    assert!(key.contains(r"as “Your \*key\*”."), "{key}");
    let basic = with("basic", json!({"u": shown("User"), "p": shown("Password")}));
    assert!(basic.contains("user name and a password") && basic.contains("“User” and “Password”"));
    let oauth = with(
        "oauth2",
        json!({"token": {"type": "oauthSetting", "oAuthSettings": {"scopes": ["read", "a`b"]}}}),
    );
    assert!(oauth.contains("https://global.consent.azure-apim.net/redirect/"), "{oauth}");
    assert!(oauth.contains("3. Allow it these scopes: `read`, ``a`b``."), "{oauth}");
    assert!(oauth.contains("\n4. Give its client id and secret"), "{oauth}");
    let open = with("anonymous", json!({}));
    assert_eq!(open.trim(), "None are needed: the service is open to everyone.");
    let both = with("api-key, basic", json!({}));
    assert!(both.contains("API key") && both.contains("user name"), "{both}");
}

#[test]
fn what_the_definition_says_is_told() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    change(&mut fixture, DEFINITION, |value| {
        let list = &mut value["paths"]["/invoices"]["get"];
        list["deprecated"] = json!(true);
        list["responses"]["404"] = json!({"description": "No\ninvoice <b>"});
    });
    fixture.files.remove("intro.md");
    let (text, _) = mended(&fixture, "intro-missing", Role::Intro);
    assert!(text.contains("- List invoices is deprecated, and kept for existing flows."), "{text}");
    assert!(text.contains(r"- 404: No invoice \<b\>"), "{text}");
}

#[test]
fn text_of_the_definition_is_text_in_a_page() {
    let mut fixture = Fixture::clean(Publisher::Verified);
    change(&mut fixture, DEFINITION, |value| {
        value["paths"]["/invoices"]["get"]["summary"] = json!("List\n## <script>\u{1b}[31m");
        value["info"]["description"] = json!("- a [link](https://x) `of` *stars*");
    });
    fixture.files.remove("readme.md");
    let (text, _) = mended(&fixture, "readme-missing", Role::Readme);
    assert!(!text.contains('\u{1b}') && !text.contains("<script>"), "{text}");
    assert!(text.contains(r"### List ## \<script\>"), "{text}");
    assert!(text.contains(r"\- a \[link\](https://x) \`of\` \*stars\*"), "{text}");
}

const WRITTEN: &str = "\u{feff}# Contoso\r\n\r\nWritten  by hand.\t\r\n\r\n## Publisher: Contoso\r\n\
    ## Prerequisites\r\n\r\n## Supported Operations\r\nMy words.\r\n\r\n\
    #### list invoices\r\n\r\nMine.\r\n\r\n#### Pay \\[all\\]\r\n\r\nPays.\r\n\r\n\
    #### Drop it\r\n\r\nDrops.\r\n\r\n#### Keep my words\r\n\r\nMuch more than was said.\r\n\r\n\r\n\
    ## Obtaining Credentials\r\n\r\n## Known Issues and Limitations\r\n## Deployment Instructions";

fn operation(id: &str, summary: &str, description: &str) -> Value {
    json!({"operationId": id, "summary": summary, "description": description,
           "responses": {"200": {"description": "OK"}}})
}

/// An update: one operation renamed, one new, two gone; of one of those somebody wrote more.
fn updated() -> Fixture {
    let mut fixture = Fixture::clean(Publisher::Verified);
    let mut old = fixture.clone();
    change(&mut old, DEFINITION, |value| {
        value["paths"]["/pay"] = json!({"post": operation("Pay", "Pay [all]", "Pays.")});
        value["paths"]["/drop"] = json!({"post": operation("Drop", "Drop it", "Drops.")});
        value["paths"]["/keep"] = json!({"post": operation("Keep", "Keep my words", "Keeps.")});
    });
    change(&mut fixture, DEFINITION, |value| {
        value["paths"]["/pay"] = json!({"post": operation("Pay", "Pay some", "Pays some.")});
        value["paths"]["/new"] = json!({"post": operation("New", "Make one", "Makes one.")});
    });
    fixture.files.insert("readme.md".to_owned(), WRITTEN.as_bytes().to_vec());
    fixture.published = Some(old.files);
    fixture
}

#[test]
fn only_what_changed_is_touched() {
    let fixture = updated();
    let report = fixture.report(true, true);
    let said = |report: &Report| -> Vec<String> {
        let of_rule = |found: &&Finding| found.rule.id == "readme-operation-missing";
        report.findings.iter().filter(of_rule).map(|found| found.message.clone()).collect()
    };
    let (kept, stale) = (
        "The read-me describes the operation “Keep my words”, which is no more. Take out what is \
         about it.",
        "The section of the read-me about operations does not name “Make one” and still names \
         “Pay [all]”, “Drop it”. Bring it up to date.",
    );
    let mut found = said(&report);
    found.sort();
    assert_eq!(found, [kept, stale]);
    let (text, report) = mended(&fixture, "readme-operation-missing", Role::Readme);
    let wanted = WRITTEN
        .replace("#### Pay \\[all\\]\r\n\r\nPays.", "#### Pay some\r\n\r\nPays some.")
        .replace("#### Drop it\r\n\r\nDrops.\r\n\r\n", "")
        .replace("was said.\r\n", "was said.\r\n\r\n#### Make one\r\n\r\nMakes one.\r\n");
    assert_eq!(text, wanted);
    // What somebody wrote about an operation that is gone is theirs to take out.
    assert_eq!(said(&report), [kept]);
    let mut again = fixture;
    again.files.insert("readme.md".to_owned(), text.into_bytes());
    assert_eq!(mended(&again, "readme-operation-missing", Role::Readme).0, "");
}

#[test]
fn what_is_new_takes_the_place_of_what_stood_last() {
    let mut fixture = updated();
    let text = "# Contoso\n## Publisher\n## Prerequisites\n## Supported Operations\n\
                ### List invoices\n\nMine.\n\n### Pay some\n\n### Drop it\n\nDrops.\n\n\
                ## Obtaining Credentials\n## Known Issues and Limitations\n\
                ## Deployment Instructions\n";
    fixture.files.insert("readme.md".to_owned(), text.into());
    let (made, report) = mended(&fixture, "readme-operation-missing", Role::Readme);
    let wanted = text.replace("### Drop it\n\nDrops.\n", "### Make one\n\nMakes one.\n");
    assert_eq!(made, wanted);
    assert_eq!(about_pages(&report), BTreeSet::new());
}

#[test]
fn many_new_operations_are_no_sign_of_other_words() {
    let mut fixture = updated();
    change(&mut fixture, DEFINITION, |value| {
        for number in 0..4 {
            let name = format!("Do number {number}");
            value["paths"][format!("/more/{number}")] =
                json!({"post": operation(&format!("More{number}"), &name, "Does it.")});
        }
    });
    let text = "# Contoso\n## Publisher\n## Prerequisites\n## Supported Operations\n\
                ### List invoices\n\n### Pay \\[all\\]\n\n## Obtaining Credentials\n\
                ## Known Issues and Limitations\n## Deployment Instructions\n";
    fixture.files.insert("readme.md".to_owned(), text.into());
    let (made, report) = mended(&fixture, "readme-operation-missing", Role::Readme);
    assert!(made.contains("### Pay some\n") && made.contains("### Do number 3\n"), "{made}");
    assert!(!made.contains("[all"), "{made}");
    assert_eq!(about_pages(&report), BTreeSet::new());
}

#[test]
fn lists_go_on_as_lists() {
    let mut fixture = updated();
    fixture.published = None;
    let text = "# Contoso\n## Publisher\n## Prerequisites\n## Supported Operations\n\
                \n* List invoices\n* Pay some\n\n## Obtaining Credentials\n\
                ## Known Issues and Limitations\n## Deployment Instructions\n";
    fixture.files.insert("readme.md".to_owned(), text.into());
    let (made, report) = mended(&fixture, "readme-operation-missing", Role::Readme);
    assert_eq!(made, text.replace("* Pay some\n", "* Pay some\n* Make one: Makes one.\n"));
    assert_eq!(about_pages(&report), BTreeSet::new());
}

#[test]
fn other_words_for_operations_are_left_in_peace() {
    let mut fixture = updated();
    fixture.published = None;
    let text = "# Contoso\n## Publisher\n## Prerequisites\n## Supported Operations\n\
                Bills come and go, and so do payments.\n## Obtaining Credentials\n\
                ## Known Issues and Limitations\n## Deployment Instructions\n";
    fixture.files.insert("readme.md".to_owned(), text.into());
    assert_eq!(about_pages(&fixture.report(true, true)), BTreeSet::new());
}
