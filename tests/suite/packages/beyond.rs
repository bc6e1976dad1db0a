//! What the script does not look at: each way in which a package that it passes is wrong all the
//! same, and zips that are made to harm or that other programs would read otherwise.

use std::collections::BTreeSet;

use conncert::rule::{Level, Place};

use super::{ASSETS, CONNECTOR, Case, FLOW, broken, ids, judged};
use crate::parcel::Parcel;

/// The level of the first rule, and what is wrong.
const BEYOND: [(Level, Case); 24] = [
    (
        Level::Error,
        Case {
            step: "managed",
            changes: "replace package.zip/PkgAssets/FlowSolution.zip/solution.xml <Managed>0 => \
                      <Managed>1",
            rules: &["solution-managed"],
            place: "package.zip/PkgAssets/FlowSolution.zip/solution.xml",
            says: "The solution is managed",
        },
    ),
    (
        Level::Error,
        Case {
            step: "component types",
            changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/solution.xml \
                      type=\"372\" => type=\"371\"",
            rules: &["solution-connector-unlisted"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/solution.xml",
            says: "none has the type 372 (there is 371)",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a flow that is listed",
            changes: "remove package.zip/PkgAssets/FlowSolution.zip/Workflows/Remind-1.json\n\
                      folder package.zip/PkgAssets/FlowSolution.zip/Workflows",
            rules: &["solution-workflow-mismatch"],
            place: "package.zip/PkgAssets/FlowSolution.zip/customizations.xml",
            says: "lists the flow file Workflows/Remind-1.json",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a flow that is not listed",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/Workflows/More.json {}",
            rules: &["solution-workflow-mismatch"],
            place: "package.zip/PkgAssets/FlowSolution.zip/Workflows/More.json",
            says: "does not list this flow",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a file of the connector",
            changes: "remove package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_invoices_connectionparameters.json",
            rules: &["solution-artefact-missing"],
            place: CONNECTOR,
            says: "lacks Connector/cts_invoices_connectionparameters.json",
        },
    ),
    (
        Level::Error,
        Case {
            step: "the definition, broken",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/Connector/\
                      cts_invoices_openapidefinition.json {",
            rules: &["solution-artefact-broken"],
            place: "package.zip/PkgAssets/FlowSolution.zip/Connector/\
                    cts_invoices_openapidefinition.json",
            says: "The file is no JSON",
        },
    ),
    (
        Level::Error,
        Case {
            step: "the policies, empty",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/Connector/\
                      cts_invoices_policytemplateinstances.json",
            rules: &["solution-artefact-broken"],
            place: "package.zip/PkgAssets/FlowSolution.zip/Connector/\
                    cts_invoices_policytemplateinstances.json",
            says: "The file is empty",
        },
    ),
    (
        Level::Warning,
        Case {
            step: "the policies, none",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/Connector/\
                      cts_invoices_policytemplateinstances.json []",
            rules: &["solution-policies-empty"],
            place: "package.zip/PkgAssets/FlowSolution.zip/Connector/\
                    cts_invoices_policytemplateinstances.json",
            says: "an empty list",
        },
    ),
    (
        Level::Error,
        Case {
            step: "title",
            changes: "replace package.zip/PkgAssets/FlowSolution.zip/Connector/\
                      cts_invoices_openapidefinition.json Contoso Invoices => Contoso Bills",
            rules: &["solution-definition-differs"],
            place: "package.zip/PkgAssets/FlowSolution.zip/Connector/\
                    cts_invoices_openapidefinition.json",
            says: "title “Contoso Bills” instead of “Contoso Invoices”",
        },
    ),
    (
        Level::Error,
        Case {
            step: "host",
            changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_invoices_openapidefinition.json api.contoso.com => test.contoso.com",
            rules: &["solution-definition-differs"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                    cts_invoices_openapidefinition.json",
            says: "host “test.contoso.com” instead of “api.contoso.com”",
        },
    ),
    (
        Level::Error,
        Case {
            step: "operations",
            changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_invoices_openapidefinition.json \"/invoices\" => \"/bills\"",
            rules: &["solution-definition-differs"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                    cts_invoices_openapidefinition.json",
            says: "it lacks GET /invoices; it has besides GET /bills",
        },
    ),
    (
        Level::Advice,
        Case {
            step: "prefix",
            changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/solution.xml \
                      <CustomizationPrefix>cts => <CustomizationPrefix>new",
            rules: &["solution-prefix-differs"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml",
            says: "the publisher's prefix is new",
        },
    ),
    (
        Level::Error,
        Case {
            step: "icon",
            changes: "text package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_invoices_iconblob.Png no picture",
            rules: &["solution-artefact-broken"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                    cts_invoices_iconblob.Png",
            says: "The icon is no PNG picture",
        },
    ),
    (
        Level::Warning,
        Case {
            step: "no icon",
            changes: "remove package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_invoices_iconblob.Png\n\
                      replace package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml \
                      <iconblob>/Connector/cts_invoices_iconblob.Png</iconblob> => ``",
            rules: &["solution-icon-missing"],
            place: CONNECTOR,
            says: "The connector has no icon",
        },
    ),
    (
        Level::Warning,
        Case {
            step: "a second connector",
            changes: "text package.zip/PkgAssets/ConnectorSolution.zip/Connector/\
                      cts_orders_openapidefinition.json {}",
            rules: &["solution-connectors-differ"],
            place: CONNECTOR,
            says: "holds 2 connectors (cts_invoices, cts_orders)",
        },
    ),
    (
        Level::Error,
        Case {
            step: "XML that .NET refuses",
            changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml \
                      <Connectors> => <Connectors><q:a/>",
            rules: &["solution-xml-unreadable", "package-solution-missing"],
            place: "package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml",
            says: "the prefix “q” is not declared",
        },
    ),
    (
        Level::Error,
        Case {
            step: "[Content_Types].xml",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/[Content_Types].xml none",
            rules: &["solution-xml-unreadable"],
            place: "package.zip/PkgAssets/FlowSolution.zip/[Content_Types].xml",
            says: "outside of its elements",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a page without text",
            changes: "text intro.md",
            rules: &["package-page-empty", "package-page-differs"],
            place: "intro.md",
            says: "is empty",
        },
    ),
    (
        Level::Warning,
        Case {
            step: "another page",
            changes: "text intro.md Something else.",
            rules: &["package-page-differs"],
            place: "intro.md",
            says: "not the intro.md of the connector's folder",
        },
    ),
    (
        Level::Warning,
        Case {
            step: "the page's name",
            changes: "rename intro.md about.md",
            rules: &["package-page-renamed"],
            place: "about.md",
            says: "Call it `intro.md`",
        },
    ),
    (
        Level::Advice,
        Case {
            step: "the folder's name",
            changes: "rename package.zip/PkgAssets package.zip/Assets",
            rules: &["package-folder-renamed"],
            place: "package.zip/Assets",
            says: "Call it `PkgAssets`",
        },
    ),
    (
        Level::Error,
        Case {
            step: "brackets in a name",
            changes: "rename package.zip/PkgAssets/FlowSolution.zip \
                      package.zip/PkgAssets/FlowSolution[1].zip",
            rules: &["package-name-wrong"],
            place: "package.zip/PkgAssets/FlowSolution[1].zip",
            says: "square brackets",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a password",
            changes: "lock package.zip/PkgAssets/FlowSolution.zip/solution.xml",
            rules: &["package-unreadable"],
            place: "package.zip/PkgAssets/FlowSolution.zip/solution.xml",
            says: "it is encrypted",
        },
    ),
    (
        Level::Error,
        Case {
            step: "a name for Windows",
            changes: "text package.zip/PkgAssets/FlowSolution.zip/what?.txt x",
            rules: &["package-entry-unsafe"],
            place: FLOW,
            says: "a character that Windows does not take",
        },
    ),
];

#[test]
fn each_way_beyond_the_script_is_shown_by_a_package_that_it_passes() {
    for (level, case) in &BEYOND {
        let report = judged(broken(case.changes).read(), true);
        let wanted: BTreeSet<&str> = case.rules.iter().copied().collect();
        assert_eq!(ids(&report), wanted, "{}: {:#?}", case.step, report.findings);
        let told = report.findings.iter().any(|finding| {
            finding.rule.id == case.rules[0]
                && finding.level == *level
                && finding.place == Place::Packed(case.place.to_owned())
                && finding.message.contains(case.says)
        });
        assert!(told, "{}: {:#?}", case.step, report.findings);
    }
}

#[test]
fn what_is_wrapped_once_too_often_is_told_in_one_sentence() {
    for (changes, place, says) in [
        (
            "rename intro.md P/intro.md\nrename package.zip P/package.zip",
            "",
            "Everything lies in a folder P",
        ),
        (
            "rename package.zip/PkgAssets package.zip/package/PkgAssets",
            "package.zip/package",
            "lie one folder too deep, in package/PkgAssets",
        ),
    ] {
        let report = judged(broken(changes).read(), true);
        assert_eq!(report.findings.len(), 1, "{:#?}", report.findings);
        let finding = &report.findings[0];
        assert_eq!(finding.place, Place::Packed(place.to_owned()));
        assert!(finding.message.contains(says), "{}", finding.message);
    }
}

#[test]
fn files_beside_page_and_zip_are_not_looked_at_whatever_they_are_called() {
    let report = judged(broken("text solution.xml <a/>").read(), true);
    assert_eq!(ids(&report), BTreeSet::new(), "{:#?}", report.findings);
}

#[test]
fn a_flow_may_use_other_connectors_besides_but_not_instead() {
    let other = "text package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_openapidefinition.json \
                 {\"info\": {\"title\": \"Orders\"}}\n\
                 text package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_connectionparameters.json \
                 {}";
    for connector in [true, false] {
        let report = judged(broken(other).read(), connector);
        assert_eq!(ids(&report), BTreeSet::new(), "{:#?}", report.findings);
    }
    let instead = "rename package.zip/PkgAssets/FlowSolution.zip/Connector/cts_invoices_openapidefinition.json \
                   package.zip/PkgAssets/FlowSolution.zip/Connector/cts_orders_openapidefinition.json\n\
                   replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml \
                   cts_invoices_openapidefinition => cts_orders_openapidefinition";
    let report = judged(broken(instead).read(), true);
    assert_eq!(ids(&report), BTreeSet::from(["solution-connectors-differ"]));
}

#[test]
fn a_thousand_faults_of_one_kind_are_a_few_and_a_count() {
    let listed: Vec<String> = (0..1000)
        .map(|number| format!("<JsonFileName>/Workflows/{number}.json</JsonFileName>"))
        .collect();
    let listed = listed.concat();
    let mut parcel: Parcel =
        broken(&format!("replace {FLOW}/customizations.xml </Workflows> => {listed}</Workflows>"));
    for number in 0..1000 {
        parcel.change(&format!("text {FLOW}/Workflows/other-{number}.json {{}}"));
        parcel.change(&format!("text {ASSETS}/more-{number}/x.txt x"));
    }
    let report = judged(parcel.read(), true);
    assert!(report.findings.len() < 60, "{}", report.findings.len());
    let said = |text: &str| report.findings.iter().any(|finding| finding.message.contains(text));
    assert!(said("990 more have the same fault"), "{:#?}", report.findings);
}
