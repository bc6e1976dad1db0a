//! The page of the package: files are named, told, judged and packed.

use std::fs;
use std::path::PathBuf;

use super::Stage;
use crate::connector::pack::pack;

const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

/// A solution of the sample connector; with a flow where one is wanted.
pub(super) fn solution(stage: &Stage, name: &str, managed: bool, flow: bool) -> Vec<u8> {
    let definition = fs::read(stage.connector().join("apiDefinition.swagger.json")).unwrap();
    stage.draw_icon();
    let icon = fs::read(stage.connector().join("icon.png")).unwrap();
    let component = "<RootComponent type=\"372\" schemaName=\"cts_invoices\"/>";
    let (workflow, flows) = if flow {
        (
            "<RootComponent type=\"29\" id=\"{1}\"/>",
            "<Workflows><Workflow><JsonFileName>/Workflows/Remind.json</JsonFileName></Workflow>\
             </Workflows>",
        )
    } else {
        ("", "")
    };
    let manifest = format!(
        "<ImportExportXml><SolutionManifest><UniqueName>{name}</UniqueName><Version>1.0.0.1\
         </Version><Managed>{}</Managed><Publisher><CustomizationPrefix>cts</CustomizationPrefix>\
         </Publisher><RootComponents>{component}{workflow}</RootComponents></SolutionManifest>\
         </ImportExportXml>",
        u8::from(managed)
    );
    let stem = "/Connector/cts_invoices";
    let customizations = format!(
        "<ImportExportXml><Connectors><Connector><name>cts_invoices</name><displayname>Contoso \
         Invoices</displayname><openapidefinition>{stem}_openapidefinition.json\
         </openapidefinition><connectionparameters>{stem}_connectionparameters.json\
         </connectionparameters></Connector></Connectors>{flows}</ImportExportXml>"
    );
    let mut files = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("Connector/cts_invoices_connectionparameters.json", b"{}"),
        ("Connector/cts_invoices_iconblob.Png", &icon),
        ("Connector/cts_invoices_openapidefinition.json", &definition),
        ("customizations.xml", customizations.as_bytes()),
        ("solution.xml", manifest.as_bytes()),
    ];
    if flow {
        files.push(("Workflows/Remind.json", b"{}"));
    }
    pack(files).unwrap()
}

/// The sample connector with its page, solutions beside it, and the page of the package open.
fn packing(width: u16, height: u16) -> Stage {
    let mut stage = Stage::opened(width, height);
    put(&stage, "connector.zip", &solution(&stage, "Invoices", false, false));
    put(&stage, "managed.zip", &solution(&stage, "Invoices", true, false));
    put(&stage, "flow.zip", &solution(&stage, "InvoiceFlow", false, true));
    fs::write(stage.connector().join("intro.md"), "Keeps invoices.\n").unwrap();
    stage.open(&stage.connector());
    stage.keys("ctrl+p").text("zip of the connector").keys("enter");
    assert!(stage.screen().contains("8 of 9 · Package"), "{}", stage.screen());
    stage
}

fn put(stage: &Stage, name: &str, bytes: &[u8]) -> PathBuf {
    let path = stage.folder().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn has(stage: &Stage, text: &str) {
    let screen = stage.screen();
    // What is wrapped stands there all the same.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = screen.lines().filter_map(|line| line.split_once("││"));
    let inside: String = rows.map(|(_, row)| row.replace(['│', '↓', '↑'], " ") + " ").collect();
    assert!(words(&inside).contains(&words(text)), "no “{text}” in:\n{screen}");
}

#[test]
fn each_file_is_told_and_what_is_wrong_with_it() {
    let mut stage = packing(100, 60);
    stage.text("managed.zip");
    has(&stage, "It is read once you leave this field.");
    stage.keys("tab");
    has(&stage, "connector solution “Invoices” 1.0.0.1, managed");
    has(&stage, "holds the connector Contoso Invoices (cts_invoices)");
    has(&stage, "solution-managed");
    has(&stage, "FlowSolution.zip: missing");
    stage.text("gone.zip").keys("tab");
    has(&stage, "gone.zip cannot be read: it does not exist");
    stage.keys("shift+tab ctrl+a").text("flow.zip").keys("tab");
    has(&stage, "flow solution “InvoiceFlow” 1.0.0.1, unmanaged");
    has(&stage, "1 flow");
    let screen = stage.screen();
    assert!(!screen.contains("missing") && !screen.contains("gone.zip"), "{screen}");
    // What lies where one was started is kept by its whole path.
    let whole = stage.folder().join("managed.zip").display().to_string();
    assert_eq!(stage.answer("package.connector_solution"), whole);
}

#[test]
fn a_path_may_come_with_quotation_marks() {
    let mut stage = packing(100, 60);
    let whole = stage.folder().join("connector.zip").display().to_string();
    stage.text(&format!("\"{whole}\"")).keys("tab").text("'flow.zip'").keys("tab");
    has(&stage, "connector solution “Invoices” 1.0.0.1, unmanaged");
    has(&stage, "flow solution “InvoiceFlow” 1.0.0.1, unmanaged");
}

#[test]
fn a_finding_names_the_file_in_the_solution_and_counts_in_the_package() {
    let mut stage = packing(100, 60);
    stage.text("managed.zip").keys("tab");
    has(&stage, "solution.xml: The solution is managed.");
    has(&stage, "ConnectorSolution.zip: 1 error");
    stage.text("flow.zip").keys("tab");
    has(&stage, "✓ FlowSolution.zip");
    stage.keys("ctrl+r");
    let screen = stage.screen();
    let row = screen.lines().find(|line| line.contains("solution-managed")).unwrap();
    assert!(row.contains("connector solution"), "{row}");
}

#[test]
fn solutions_named_for_one_another_are_told() {
    let mut stage = packing(100, 60);
    stage.text("flow.zip").keys("tab").text("connector.zip").keys("tab");
    has(&stage, "This is a flow solution, and it was named as the connector solution.");
    has(&stage, "This is a connector solution, and it was named as the flow solution.");
}

#[test]
fn the_export_packs_what_was_named() {
    let mut stage = packing(100, 60);
    stage.keys("ctrl+r x");
    has(&stage, "where solutions are named, the marketplace package");
    stage.keys("ctrl+p").text("zip of the connector").keys("enter");
    stage.text("connector.zip").keys("tab").text("flow.zip").keys("tab ctrl+r x ctrl+a");
    let target = stage.folder().join("out");
    stage.text(&target.display().to_string()).keys("tab space tab enter");
    let bytes = fs::read(target.join("marketplace/Contoso Invoices.zip")).unwrap();
    let package = crate::connector::package::Package::read("x.zip", &bytes, false);
    let solutions: Vec<&str> =
        package.solutions().iter().map(|solution| solution.path.as_str()).collect();
    assert_eq!(
        solutions,
        ["package.zip/PkgAssets/ConnectorSolution.zip", "package.zip/PkgAssets/FlowSolution.zip"]
    );
    assert_eq!(package.page(), Some(("intro.md", &b"Keeps invoices.\n"[..])));
    let checklist = fs::read_to_string(target.join("checklist.md")).unwrap();
    assert!(checklist.contains("`marketplace/Contoso Invoices.zip`"), "{checklist}");
}

#[test]
fn a_solution_that_was_exported_again_is_read_again_before_it_is_packed() {
    let mut stage = packing(100, 60);
    stage.text("connector.zip").keys("tab").text("flow.zip").keys("tab ctrl+r x ctrl+a");
    let target = stage.folder().join("out");
    stage.text(&target.display().to_string()).keys("tab space tab");
    let newer = solution(&stage, "InvoiceFlow2", false, true);
    put(&stage, "flow.zip", &newer);
    stage.keys("enter");
    let screen = stage.screen();
    assert!(screen.contains("flow.zip has changed since it was"), "{screen}");
    assert!(!target.exists());
    stage.keys("esc ctrl+r x ctrl+a");
    stage.text(&target.display().to_string()).keys("tab tab enter");
    let bytes = fs::read(target.join("marketplace/Contoso Invoices.zip")).unwrap();
    let package = crate::connector::package::Package::read("x.zip", &bytes, false);
    let inner = package.inner.unwrap().archive;
    let packed = inner.file("PkgAssets/FlowSolution.zip").and_then(|entry| entry.bytes.clone());
    assert!(packed == Some(newer), "the older one was packed");
}

#[test]
fn without_solutions_the_export_says_so() {
    let mut stage = packing(100, 60);
    stage.keys("ctrl+r x ctrl+a");
    let target = stage.folder().join("out");
    stage.text(&target.display().to_string()).keys("tab space tab enter");
    has(&stage, "There is no marketplace package: it takes the two solutions");
    assert!(!target.join("marketplace").exists());
    assert!(target.join("certified-connectors").exists());
}

#[test]
fn the_page_fits_small_screens() {
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let mut stage = packing(width, height);
        stage.text("managed.zip").keys("tab").text("flow.zip").keys("tab shift+tab");
        let screen = stage.screen();
        assert!(screen.contains("› Zip of the flow solution"), "{screen}");
        assert!(screen.contains("flow solution “InvoiceFlow”"), "{screen}");
    }
}
