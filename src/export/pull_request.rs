//! `PULL_REQUEST.md`: title, branch, label and text of the pull request.

use std::fmt::Write as _;

use super::{Artifact, ExportSettings, Exporter, answers, name, plain, publisher};
use crate::answers::Publisher;
use crate::rule::Checked;
use crate::steps;
use crate::tasks::ticked;

pub(super) static EXPORTER: Exporter = Exporter {
    name: "pull-request",
    makes: "the text of the pull request",
    is_package: true,
    export,
};

/// The attestations of Microsoft's own form, in its order.
const FORM: [&str; 11] = [
    "att-new",
    "att-works",
    "att-texts",
    "att-responses",
    "att-validated",
    "att-colour",
    "att-noicon",
    "att-prtitle",
    "att-flows",
    "att-testtab",
    "att-oauthsteps",
];

fn export(checked: &Checked, _: &ExportSettings) -> Vec<Artifact> {
    let Some(name) = name(checked) else { return Vec::new() };
    let text = match publisher(checked) {
        Publisher::Independent => independent(checked, &name),
        Publisher::Verified => verified(checked, &name),
    };
    vec![Artifact { path: "PULL_REQUEST.md".to_owned(), bytes: text.into_bytes() }]
}

fn head(title: &str, label: &str, folder: &str) -> String {
    format!(
        "# The pull request\n\n\
         | | |\n|---|---|\n\
         | Repository | https://github.com/microsoft/PowerPlatformConnectors |\n\
         | Title | {title} |\n\
         | Target branch | `dev` |\n\
         | Label | `{label}` |\n\
         | Files | `{folder}`, and nothing else |\n\n"
    )
}

fn independent(checked: &Checked, name: &str) -> String {
    let title = format!("{name} (Independent Publisher)");
    let folder = format!("{}/{name}/", Publisher::Independent.folder());
    let mut text = head(&plain(&title), "independent-publisher-connector", &folder);
    let _ = write!(
        text,
        "The first pull request only proposes the connector: call it `Proposal - {title}` and hand \
         in the read-me alone. When the team agrees, add the files and take `Proposal - ` away.\n\n\
         Beside these files the team expects `package.zip` with the exported solutions and \
         `intro.md`.\n\n## Text to paste\n\n"
    );
    body(&mut text, checked);
    text.push_str(
        "\n#### Screenshots\n\n\
         Three different operations in flows that succeed:\n\n\
         1. (image: the first operation and its run)\n\
         2. (image: the second operation and its run)\n\
         3. (image: the third operation and its run)\n\n\
         The test tab of the custom connector:\n\n\
         (image: the test tab)\n",
    );
    text
}

fn verified(checked: &Checked, name: &str) -> String {
    let folder = format!("{}/{name}/", Publisher::Verified.folder());
    let mut text = head(&plain(name), "certified-connector", &folder);
    text.push_str(
        "The pull request publishes the files as open source. The submission itself goes through \
         Partner Center with the marketplace package.\n\n## Text to paste\n\n",
    );
    body(&mut text, checked);
    text
}

fn body(text: &mut String, checked: &Checked) {
    text.push_str("#### What I confirm\n\n");
    let Some(answers) = answers(checked) else { return };
    for name in FORM {
        let Some(question) = steps::question(&format!("attestations.{name}")) else { continue };
        if (question.asked)(answers) {
            let tick = if ticked(answers, question).is_some() { "x" } else { " " };
            let _ = writeln!(text, "- [{tick}] {}", plain(question.prompt));
        }
    }
}
