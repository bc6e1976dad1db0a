//! `conncert package check`: every check of Microsoft's script shown by a package that breaks it,
//! each way beyond the script, and packages made to harm.

mod beyond;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use conncert::answers::Publisher;
use conncert::check::check;
use conncert::connector::package::Package;
use conncert::rule::{Place, Report};
use conncert::settings::Settings;
use conncert::submission::Submission;
use serde_json::Value;

use crate::desk::{Desk, assert_error};
use crate::parcel::Parcel;
use crate::support::{Fixture, TODAY};

/// What the script checks, what breaks it, the rules that tell, and a place and words they tell it
/// by.
struct Case {
    step: &'static str,
    changes: &'static str,
    rules: &'static [&'static str],
    place: &'static str,
    says: &'static str,
}

const CONNECTOR: &str = "package.zip/PkgAssets/ConnectorSolution.zip";
const FLOW: &str = "package.zip/PkgAssets/FlowSolution.zip";
const ASSETS: &str = "package.zip/PkgAssets";

/// Section 5.3 of the reference, in its order; the steps about the words of the command line have
/// tests of their own.
const SCRIPT: [Case; 25] = [
    Case {
        step: "3 name",
        changes: "call contoso.rar",
        rules: &["package-name-wrong"],
        place: "",
        says: "called contoso.rar",
    },
    Case {
        step: "5 a folder at the root",
        changes: "text docs/x.txt x",
        rules: &["package-root-wrong"],
        place: "",
        says: "The folder docs stands at the root",
    },
    Case {
        step: "5 no page",
        changes: "remove intro.md",
        rules: &["package-root-wrong"],
        place: "",
        says: "no page of documentation",
    },
    Case {
        step: "5 two pages",
        changes: "text readme.md x",
        rules: &["package-root-wrong"],
        place: "",
        says: "2 files end in `.md`",
    },
    Case {
        step: "5 no zip",
        changes: "remove package.zip",
        rules: &["package-root-wrong"],
        place: "",
        says: "no zip with the solutions",
    },
    Case {
        step: "5 two zips",
        changes: "text second.zip x",
        rules: &["package-root-wrong"],
        place: "",
        says: "2 files end in `.zip`",
    },
    Case {
        step: "5 a solution instead of a package",
        changes: "remove intro.md\ntext solution.xml <a/>",
        rules: &["package-root-wrong"],
        place: "",
        says: "This is a solution",
    },
    Case {
        step: "5 the inner zip instead of a package",
        changes: "remove intro.md\nrename package.zip/PkgAssets PkgAssets",
        rules: &["package-root-wrong"],
        place: "",
        says: "looks like the inner zip",
    },
    Case {
        step: "6 no folder",
        changes: "remove package.zip\ntext package.zip/x.txt x",
        rules: &["package-folder-wrong"],
        place: "package.zip",
        says: "There is no folder",
    },
    Case {
        step: "6 two folders",
        changes: "text package.zip/__MACOSX/x x",
        rules: &["package-folder-wrong"],
        place: "package.zip",
        says: "There are 2 folders",
    },
    Case {
        step: "7 a folder among the solutions",
        changes: "folder package.zip/PkgAssets/old",
        rules: &["package-solutions-wrong"],
        place: ASSETS,
        says: "The folder old",
    },
    Case {
        step: "7 none",
        changes: "remove package.zip\nfolder package.zip/PkgAssets",
        rules: &["package-solutions-wrong"],
        place: ASSETS,
        says: "no zip of a solution",
    },
    Case {
        step: "7 one",
        changes: "remove package.zip/PkgAssets/FlowSolution.zip",
        rules: &["package-solutions-wrong"],
        place: ASSETS,
        says: "one zip (ConnectorSolution.zip)",
    },
    Case {
        step: "7 three without a plugin",
        changes: "text package.zip/PkgAssets/Third.zip/x.txt x",
        rules: &["package-solutions-wrong", "solution-file-missing"],
        place: ASSETS,
        says: "3 zips",
    },
    Case {
        step: "7 two with a plugin",
        changes: "plugin",
        rules: &["package-solutions-wrong", "package-solution-missing"],
        place: ASSETS,
        says: "2 zips",
    },
    Case {
        step: "8 a root file",
        changes: "remove package.zip/PkgAssets/FlowSolution.zip/solution.xml",
        rules: &["solution-file-missing"],
        place: FLOW,
        says: "lacks solution.xml at its root",
    },
    Case {
        step: "8 all in a folder",
        changes: "rename package.zip/PkgAssets/FlowSolution.zip \
                  package.zip/PkgAssets/FlowSolution.zip/FlowSolution",
        rules: &["solution-file-missing", "package-solution-missing"],
        place: FLOW,
        says: "Everything lies in a folder FlowSolution",
    },
    Case {
        step: "9 XML",
        changes: "text package.zip/PkgAssets/FlowSolution.zip/customizations.xml <a><b></a>",
        rules: &["solution-xml-unreadable", "package-solution-missing"],
        place: "package.zip/PkgAssets/FlowSolution.zip/customizations.xml",
        says: "line 1",
    },
    Case {
        step: "10 Connector",
        changes: "remove package.zip/PkgAssets/FlowSolution.zip/Connector",
        rules: &["solution-folder-missing", "solution-artefact-missing"],
        place: FLOW,
        says: "no folder Connector",
    },
    Case {
        step: "10 Workflows",
        changes: "remove package.zip/PkgAssets/FlowSolution.zip/Workflows",
        rules: &["solution-folder-missing", "solution-workflow-mismatch"],
        place: FLOW,
        says: "no folder Workflows",
    },
    Case {
        step: "10 plugin",
        changes: "plugin\ntext package.zip/PkgAssets/P.zip/[Content_Types].xml <a/>\n\
                  text package.zip/PkgAssets/P.zip/solution.xml <SolutionManifest><Managed>0\
                  </Managed></SolutionManifest>\n\
                  text package.zip/PkgAssets/P.zip/customizations.xml <a><Connector><name>cts_x\
                  </name></Connector><aicopilot_aiplugin id=\"1\"/></a>\n\
                  text package.zip/PkgAssets/P.zip/Connector/cts_invoices_openapidefinition.json \
                  {}\n\
                  text package.zip/PkgAssets/P.zip/Connector/cts_invoices_connectionparameters.json \
                  {}",
        rules: &["solution-folder-missing", "solution-definition-differs"],
        place: "package.zip/PkgAssets/P.zip",
        says: "no folder aiplugins, no folder aipluginoperations",
    },
    Case {
        step: "11 no connector solution",
        changes: "replace package.zip/PkgAssets/ConnectorSolution.zip/customizations.xml \
                  </Connectors> => </Connectors><Workflows><a/></Workflows>\n\
                  folder package.zip/PkgAssets/ConnectorSolution.zip/Workflows",
        rules: &["package-solution-missing"],
        place: ASSETS,
        says: "No connector solution is there",
    },
    Case {
        step: "11 no flow solution",
        changes: "replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml <Workflows> \
                  => <Flows>\nreplace package.zip/PkgAssets/FlowSolution.zip/customizations.xml \
                  </Workflows> => </Flows>",
        rules: &["package-solution-missing"],
        place: ASSETS,
        says: "No flow solution is there",
    },
    Case {
        step: "11 flows without their connector",
        changes: "replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml <Connectors> \
                  => <Gone>\nreplace package.zip/PkgAssets/FlowSolution.zip/customizations.xml \
                  </Connectors> => </Gone>\n\
                  replace package.zip/PkgAssets/FlowSolution.zip/customizations.xml <Connector> => \
                  <Lost>\nreplace package.zip/PkgAssets/FlowSolution.zip/customizations.xml \
                  </Connector> => </Lost>",
        rules: &["package-solution-missing"],
        place: ASSETS,
        says: "FlowSolution.zip holds flows",
    },
    Case {
        step: "11 no plugin solution",
        changes: "plugin\nrename package.zip/PkgAssets/FlowSolution.zip \
                  package.zip/PkgAssets/F2.zip\nfolder package.zip/PkgAssets/F3.zip/x\n\
                  remove package.zip/PkgAssets/F3.zip\n\
                  text package.zip/PkgAssets/F3.zip/[Content_Types].xml <a/>\n\
                  text package.zip/PkgAssets/F3.zip/solution.xml <SolutionManifest><Managed>0\
                  </Managed></SolutionManifest>\n\
                  text package.zip/PkgAssets/F3.zip/customizations.xml <a/>",
        rules: &["package-solution-missing"],
        place: ASSETS,
        says: "No plugin solution is there",
    },
];

fn broken(changes: &str) -> Parcel {
    let mut parcel = Parcel::clean();
    changes.lines().for_each(|line| parcel.change(line));
    parcel
}

fn judged(package: Package, connector: bool) -> Report {
    let connector = connector.then(|| Arc::new(Fixture::clean(Publisher::Verified).connector()));
    let package = Some(Arc::new(package));
    let submission = Submission { connector, package, ..Submission::default() };
    check(&submission, &Settings::of(Publisher::Verified, TODAY, None))
}

fn ids(report: &Report) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn the_clean_package_is_clean() {
    for connector in [true, false] {
        let report = judged(Parcel::clean().read(), connector);
        assert_eq!(ids(&report), BTreeSet::new());
        assert!(report.outcomes.iter().any(|(rule, _)| rule.id == "package-root-wrong"));
    }
}

#[test]
fn every_check_of_the_script_is_shown_by_a_package_that_breaks_it() {
    for case in &SCRIPT {
        let report = judged(broken(case.changes).read(), true);
        let wanted: BTreeSet<&str> = case.rules.iter().copied().collect();
        assert_eq!(ids(&report), wanted, "{}: {:#?}", case.step, report.findings);
        let told = report.findings.iter().any(|finding| {
            finding.rule.id == case.rules[0]
                && finding.place == Place::Packed(case.place.to_owned())
                && finding.message.contains(case.says)
        });
        assert!(told, "{}: {:#?}", case.step, report.findings);
    }
}

#[test]
fn capitals_do_not_matter_where_the_script_does_not_mind_them() {
    let parcel = broken(
        "call CONTOSO.ZIP\nrename intro.md INTRO.MD\n\
         rename package.zip/PkgAssets/FlowSolution.zip/Connector \
         package.zip/PkgAssets/FlowSolution.zip/CONNECTOR\n\
         rename package.zip/PkgAssets/FlowSolution.zip/customizations.xml \
         package.zip/PkgAssets/FlowSolution.zip/Customizations.XML",
    );
    assert_eq!(ids(&judged(parcel.read(), true)), BTreeSet::new());
}

#[test]
fn findings_stand_in_the_order_of_the_script() {
    let parcel = broken(
        "text docs/x.txt x\nremove package.zip/PkgAssets/ConnectorSolution.zip/Connector\n\
         replace package.zip/PkgAssets/FlowSolution.zip/solution.xml <Managed>0 => <Managed>1\n\
         folder package.zip/PkgAssets/old",
    );
    let report = judged(parcel.read(), true);
    let found: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    let wanted = [
        "package-root-wrong",
        "package-solutions-wrong",
        "solution-folder-missing",
        "solution-managed",
        "solution-artefact-missing",
        "solution-icon-missing",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn differences_of_the_definition_are_told_readably() {
    let at = format!("{CONNECTOR}/Connector/cts_invoices_openapidefinition.json");
    let parcel = broken(&format!(
        "replace {at} \"title\": \"Contoso Invoices\" => \"title\": \"Contoso Bills\"\n\
         replace {at} \"/invoices\" => \"/bills\"\nreplace {at} \"/v1\" => \"/v2/\""
    ));
    let report = judged(parcel.read(), true);
    assert_eq!(
        report.findings[0].message,
        "This definition is not that of the connector's folder: title “Contoso Bills” instead of \
         “Contoso Invoices”; base path “/v2/” instead of “/v1”; it lacks GET /invoices; it has \
         besides GET /bills. Update the connector in the maker portal, publish all customisations, \
         and export both solutions again."
    );
    // Without the folder the solutions are compared with each other.
    let report = judged(parcel.read(), false);
    assert!(report.findings[0].message.contains("the other solution"), "{:?}", report.findings);
}

#[test]
fn the_command_ends_and_speaks_as_check_does() {
    let desk = Desk::new();
    fs::write(desk.path("good.zip"), Parcel::clean().pack()).expect("a file");
    let managed = format!("replace {FLOW}/solution.xml <Managed>0 => <Managed>1");
    fs::write(desk.path("bad.zip"), broken(&managed).pack()).expect("a file");

    let good = desk.run(&["package", "check", "good.zip"]);
    assert_eq!((good.code, good.err.as_str()), (0, ""));
    assert!(good.out.contains("It passes what Microsoft's script checks"), "{}", good.out);
    assert!(good.out.contains("flow solution “InvoiceFlow” 1.0.0.1, unmanaged"), "{}", good.out);

    let bad = desk.run(&["package", "check", "bad.zip"]);
    assert_eq!(bad.code, 1);
    let place = Path::new("bad.zip").join(format!("{FLOW}/solution.xml"));
    assert!(bad.out.contains(&place.display().to_string()), "{}", bad.out);
    assert!(bad.out.contains("policy 5000.1.1.16"), "{}", bad.out);
    assert_eq!(desk.run(&["package", "check", "bad.zip", "--fail-on", "never"]).code, 0);
    assert_eq!(desk.run(&["package", "check", "good.zip", "--plugin"]).code, 1);

    for format in conncert::format::FORMATS.iter().map(|format| format.name) {
        let ran = desk.run(&["package", "check", "good.zip", "bad.zip", "--format", format]);
        assert_eq!(ran.code, 1, "{format}");
        assert!(ran.out.contains("solution-managed"), "{format}: {}", ran.out);
        assert!(ran.out.contains("5000.1.1.16") || format == "junit", "{format}: {}", ran.out);
    }
    let json = desk.run(&["package", "check", "bad.zip", "--format", "json"]);
    let json: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(json["connectors"][0]["package"]["solutions"][1]["kind"], "flow");
    assert_eq!(json["connectors"][0]["findings"][0]["file"], format!("{FLOW}/solution.xml"));

    // The connector of the desk is another one than that of the package.
    let other = desk.run(&["package", "check", "good.zip", "--connector", "sample"]);
    assert_eq!(other.code, 1);
    assert!(other.out.contains("solution-definition-differs"), "{}", other.out);

    assert_error(&desk.run(&["package", "check", "nowhere.zip"]), 3, "nowhere.zip");
    assert_error(&desk.run(&["package", "check", "sample"]), 3, "sample is no file");
    assert_error(&desk.run(&["package", "check"]), 2, "ZIP");
    assert_error(&desk.run(&["package", "check", " "]), 2, "by nothing");
    assert_eq!(desk.run(&["package", "check", "\"good.zip\""]).code, 0, "as the script has it");
    fs::write(desk.path("text.zip"), "hello").expect("a file");
    let text = desk.run(&["package", "check", "text.zip"]);
    assert!(text.code == 1 && text.out.contains("it is no zip"), "{}", text.out);
}

#[test]
fn a_bomb_within_a_solution_is_told_and_harms_nobody() {
    let mut parcel = Parcel::clean();
    let bomb = "0".repeat(64 << 20);
    parcel.change(&format!("text {FLOW}/Workflows/bomb.bin {bomb}"));
    let bytes = parcel.pack();
    assert!(bytes.len() < 1 << 20);
    let report = judged(Package::read("bomb.zip", &bytes, false), true);
    assert_eq!(ids(&report), BTreeSet::from(["package-unreadable"]));
    let finding = &report.findings[0];
    assert_eq!(finding.place, Place::Packed(format!("{FLOW}/Workflows/bomb.bin")));
    assert!(finding.message.contains("300 times"), "{}", finding.message);
}

#[test]
fn damaged_packages_are_told_and_never_panic() {
    let good = Parcel::clean().pack();
    let report = |bytes: &[u8]| judged(Package::read("x.zip", bytes, true), true);
    for at in (0..good.len()).step_by(7) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        report(&bytes);
        assert!(!ids(&report(&good[..at])).is_empty(), "cut at {at}");
    }
}

#[test]
fn what_zips_say_never_reaches_the_terminal_raw() {
    let mut parcel = Parcel::clean();
    parcel.change(&format!("replace {FLOW}/solution.xml InvoiceFlow => In\u{1b}[31mvoice"));
    parcel.change("text package.zip/PkgAssets/\u{1b}[2Jx.zip x");
    let desk = Desk::new();
    fs::write(desk.path("odd.zip"), parcel.pack()).expect("a file");
    for format in conncert::format::FORMATS.iter().map(|format| format.name) {
        let ran = desk.run(&["package", "check", "odd.zip", "--format", format]);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{format}");
    }
}
