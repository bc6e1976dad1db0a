//! `PULL_REQUEST.md`: title, branch, label and text of the pull request.

use std::fmt::Write as _;

use super::markdown::plain;
use super::{Artifact, ExportSettings, Exporter, Refusal, named, publisher};
use crate::answers::Publisher;
use crate::rule::Checked;
use crate::steps;
use crate::tasks::{judged_answers, ticked};

pub(super) static EXPORTER: Exporter = Exporter {
    name: "pull-request",
    makes: "the text of the pull request",
    is_package: true,
    export,
};

/// What Microsoft's own form asks to confirm, in its order: the attestation that was ticked for
/// it, and how the pull request says it. `NAME` becomes the connector's.
const FORM: [(&str, &str); 11] = [
    (
        "att-new",
        "Nobody has this connector yet: I looked through the published ones and the open pull \
         requests.",
    ),
    ("att-works", "I deployed the connector, and each of its operations worked."),
    ("att-texts", "All operations and parameters have descriptions that tell what they are for."),
    ("att-responses", "Responses have a schema, unless it is a dynamic one."),
    ("att-validated", "I checked the definition with `paconn validate`."),
    ("att-colour", "The brand colour is a valid one, and neither `#007ee5` nor `#ffffff`."),
    ("att-noicon", "This pull request brings no icon."),
    ("att-prtitle", "This pull request is called “NAME (Independent Publisher)”."),
    (
        "att-flows",
        "The screenshots below show three different operations in flows, and those flows \
         succeeding.",
    ),
    ("att-testtab", "A screenshot below shows the test tab of the custom connector."),
    ("att-oauthsteps", "The read-me tells step by step how to create the app for OAuth 2."),
];

const REPOSITORY: &str = "https://github.com/microsoft/PowerPlatformConnectors";

const SCREENSHOTS: &str = "
#### Screenshots

Three different operations, each in a flow that succeeded:

1. (put the image here: first operation and its run)
2. (put the image here: second operation and its run)
3. (put the image here: third operation and its run)

The test tab of the custom connector:

(put the image here)
";

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let name = named(checked)?;
    let text = match publisher(checked) {
        Publisher::Independent => independent(checked, &name),
        Publisher::Verified => verified(checked, &name),
    };
    Ok(vec![Artifact { path: "PULL_REQUEST.md".to_owned(), bytes: text.into_bytes() }])
}

fn head(title: &str, label: &str, folder: &str) -> String {
    format!(
        "# The pull request\n\n\
         | | |\n|---|---|\n\
         | Repository | {REPOSITORY} |\n\
         | Title | {} |\n\
         | Target branch | `dev` |\n\
         | Label | `{label}` |\n\
         | Folder | `{folder}`, and no other |\n\n",
        plain(title)
    )
}

fn independent(checked: &Checked, name: &str) -> String {
    let title = format!("{name} (Independent Publisher)");
    let folder = format!("{}/{name}/", Publisher::Independent.folder());
    let mut text = head(&title, "independent-publisher-connector", &folder);
    let _ = write!(
        text,
        "Begin with a proposal: call it `Proposal - {title}`, and hand in nothing but the text \
         file that describes the connector (`readme.md`; of late `intro.md` is asked for), with a \
         mail address. When the team agrees, add the files of the folder to the same pull request \
         and take `Proposal - ` off its title.\n\n\
         The team also expects `package.zip` with the exported solutions, and `intro.md`, in that \
         folder; the checklist says how they are made.\n\n"
    );
    body(&mut text, checked, name);
    text.push_str(SCREENSHOTS);
    text
}

fn verified(checked: &Checked, name: &str) -> String {
    let folder = format!("{}/{name}/", Publisher::Verified.folder());
    let mut text = head(name, "certified-connector", &folder);
    text.push_str(
        "The pull request publishes the files as open source. The submission itself goes through \
         Partner Center, with the marketplace package; the checklist says how that is made.\n\n",
    );
    body(&mut text, checked, name);
    text
}

fn body(text: &mut String, checked: &Checked, name: &str) {
    text.push_str(
        "Everything below the line is the text of the pull request, ready to paste.\n\n---\n\n\
         #### What I confirm\n\n",
    );
    let answers = judged_answers(checked);
    for (key, statement) in FORM {
        let Some(question) = steps::question(&format!("attestations.{key}")) else { continue };
        if (question.asked)(&answers) {
            let tick = if ticked(&answers, question).is_some() { "x" } else { " " };
            let statement = statement.replace("NAME", &plain(name));
            let _ = writeln!(text, "- [{tick}] {statement}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_has_its_attestation() {
        for (key, statement) in FORM {
            assert!(steps::question(&format!("attestations.{key}")).is_some(), "{key}");
            assert!(statement.ends_with('.'), "{statement}");
        }
    }
}
