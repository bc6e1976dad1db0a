//! `PULL_REQUEST.md`: everything that the pull request takes, in the order in which it is needed:
//! branch and commands, files, texts to paste, and what happens then.

mod commands;
mod proposal;

use std::fmt::Write as _;

use self::commands::{Copied, Work};
use self::proposal::mailbox;
use super::markdown::plain;
use super::told::{Shown, is_update, operations, quickest};
use super::{Artifact, ExportSettings, Exporter, Refusal, folder, marketplace, named, publisher};
use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::rule::Checked;
use crate::steps;
use crate::tasks::update::{Update, update};
use crate::tasks::{journey, judged_answers, ticked};

pub(super) static EXPORTER: Exporter = Exporter {
    name: "pull-request",
    makes: "the texts and commands of the pull request",
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

/// Changes that the text names; the others are counted.
const CHANGES: usize = 40;

const REPOSITORY: &str = "https://github.com/microsoft/PowerPlatformConnectors";

fn export(checked: &Checked, _: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    let name = named(checked)?;
    let text = text(checked, &name)?;
    Ok(vec![Artifact { path: "PULL_REQUEST.md".to_owned(), bytes: text.into_bytes() }])
}

fn text(checked: &Checked, name: &str) -> Result<String, Refusal> {
    let publisher = publisher(checked);
    let title = match publisher {
        Publisher::Independent => format!("{name} (Independent Publisher)"),
        Publisher::Verified => name.to_owned(),
    };
    let work = Work { publisher, name, title: &title, update: is_update(checked) };
    let has_proposal = publisher == Publisher::Independent && !work.update;
    let mut text = head(&work, has_proposal);
    let mut steps = 0;
    let mut step = |text: &mut String, title: &str| {
        steps += 1;
        let _ = write!(text, "## {steps}. {title}\n\n");
    };
    step(&mut text, "The branch");
    let _ = write!(
        text,
        "Make a fork at {REPOSITORY}/fork, once. Then, in a Unix shell or in PowerShell, with the \
         name of your GitHub account in place of `YOUR-ACCOUNT`:\n\n{}\n",
        work.begin()
    );
    if has_proposal {
        step(&mut text, "The proposal");
        propose(&mut text, checked, &work)?;
    }
    step(&mut text, "The files");
    files(&mut text, checked, &work, has_proposal)?;
    step(&mut text, "The text of the pull request");
    text.push_str("Ready to paste, in place of what the form says:\n\n````markdown\n");
    if let Some(update) = update(&checked.submission, &checked.report) {
        changes(&mut text, &update);
    }
    body(&mut text, checked, name);
    if publisher == Publisher::Independent {
        screenshots(&mut text, operations(checked));
    }
    text.push_str("````\n\n");
    if publisher == Publisher::Independent {
        text.push_str(IMAGES);
    }
    step(&mut text, "The licence agreement");
    text.push_str(AGREEMENT);
    step(&mut text, "What happens then");
    afterwards(&mut text, checked, publisher, work.update);
    Ok(text)
}

const IMAGES: &str = "\
To put an image in its place, drag its file there in the text field of GitHub. Cover keys, tokens \
and what belongs to customers before.

";

const AGREEMENT: &str = "\
A bot asks for it in a comment, once for all of Microsoft's repositories. Read it at \
https://cla.microsoft.com, then answer with a comment that says nothing but

```text
@microsoft-github-policy-service agree
```

or, when you contribute for your employer, with its name between the quotation marks,

```text
@microsoft-github-policy-service agree company=\"YOUR COMPANY\"
```

";

fn head(work: &Work<'_>, has_proposal: bool) -> String {
    let label = match work.publisher {
        Publisher::Independent => "independent-publisher-connector",
        Publisher::Verified => "certified-connector",
    };
    let mut text = format!(
        "# The pull request\n\n\
         | | |\n|---|---|\n\
         | Repository | {REPOSITORY} |\n\
         | Title | {} |\n",
        plain(work.title)
    );
    if has_proposal {
        let _ = writeln!(text, "| Title of the proposal | Proposal - {} |", plain(work.title));
    }
    let _ = write!(
        text,
        "| Branch of yours | `{}` |\n\
         | Target branch | `dev` |\n\
         | Label | `{label}` |\n\
         | Folder | `{}/{}/`, and no other |\n\
         | Open it at | {} |\n\n",
        commands::branch(work.name, work.update),
        work.publisher.folder(),
        work.name,
        work.compare()
    );
    if work.publisher == Publisher::Verified {
        text.push_str(
            "The pull request publishes the files as open source. The submission itself goes \
             through Partner Center: PARTNER_CENTER.md has what that takes.\n\n",
        );
    }
    text
}

fn propose(text: &mut String, checked: &Checked, work: &Work<'_>) -> Result<(), Refusal> {
    let files = folder::files(checked)?;
    let has = |role: Role| files.iter().any(|file| file.path.ends_with(role.canonical()));
    text.push_str(
        "The team first wants to know what you plan, before you build it. Hand in one text alone, \
         `intro.md`; until lately it was `readme.md`. ",
    );
    match [Role::Intro, Role::Readme].into_iter().find(|role| has(*role)) {
        Some(page) => {
            let _ = write!(
                text,
                "With this folder in place of `EXPORT`:\n\n{}\n",
                work.propose(page.canonical())
            );
        }
        None => text.push_str(
            "There is neither yet: write it, or let `conncert fix --draft DRAFT --suggested` make \
             one to be filled in, and export again; the commands stand here then.\n\n",
        ),
    }
    let _ = write!(
        text,
        "Call the pull request `Proposal - {}`, and paste this as its text:\n\n\
         ````markdown\n{}````\n\n\
         {}\n\n",
        plain(work.title),
        proposal::text(checked, work.name),
        waits(work.publisher, "proposal", "How long it takes")
    );
    Ok(())
}

fn files(
    text: &mut String,
    checked: &Checked,
    work: &Work<'_>,
    has_proposal: bool,
) -> Result<(), Refusal> {
    if has_proposal {
        let _ = write!(
            text,
            "When the team agrees, the files go into the same pull request. Take `Proposal - ` off \
             its title, and use the text of the next step for it.\n\n"
        );
    }
    let published = checked.submission.previous.as_ref().filter(|_| work.update);
    let published = published.and_then(|read| read.as_deref().ok());
    let mut copies: Vec<Copied> =
        folder::files(checked)?.into_iter().map(|file| Copied::new(file.path, published)).collect();
    let package = marketplace::path(work.publisher, work.name);
    let is_inside = work.publisher == Publisher::Independent;
    if is_inside && marketplace::complete(checked).is_some() {
        copies.push(Copied::new(package.clone(), None));
    }
    for copy in &copies {
        let _ = writeln!(text, "- `{}/{}`", work.folder(), copy.name);
    }
    text.push('\n');
    if is_inside {
        let has = |name: &str| copies.iter().any(|copy| copy.name == name);
        let missing: Vec<&str> =
            ["intro.md", "package.zip"].into_iter().filter(|name| !has(name)).collect();
        if !missing.is_empty() {
            let _ = write!(
                text,
                "Still missing, and expected since 2025: {}. The checklist says how they are made; \
                 export again then.\n\n",
                missing.join(" and ")
            );
        }
        text.push_str("No icon, and nothing that belongs to another connector.\n\n");
    }
    let gone = gone(published, &copies);
    let commands = work.files(&copies, &gone, has_proposal || work.update);
    let _ = writeln!(text, "With this folder in place of `EXPORT`:\n\n{commands}");
    text.push_str(
        "`git status --short` lists what of these files is new, changed or taken away. If it lists \
         anything else, the pull request would carry that, too.\n\n",
    );
    Ok(())
}

/// Files of the published version that the connector has no more.
fn gone(published: Option<&Connector>, copies: &[Copied]) -> Vec<String> {
    let Some(published) = published else { return Vec::new() };
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Settings);
    let there = roles.filter(|role| published.facts(*role).body.is_some());
    let names = there.map(|role| published.name(role).to_owned());
    names.filter(|name| !copies.iter().any(|copy| copy.name == *name)).collect()
}

/// What reviewers of an update ask first.
fn changes(text: &mut String, update: &Update) {
    if update.changes.is_empty() {
        return;
    }
    text.push_str("#### What changes\n\n");
    for change in update.changes.iter().take(CHANGES) {
        let _ = writeln!(text, "- {} {}", change.verb, plain(&change.what));
    }
    if update.changes.len() > CHANGES {
        let _ = writeln!(text, "- and {} more", update.changes.len() - CHANGES);
    }
    text.push_str(match update.breaking {
        0 => "\nNothing of it breaks existing flows and apps.\n\n",
        _ => "\nSome of it breaks existing flows and apps: (say why that hurts nobody)\n\n",
    });
}

fn body(text: &mut String, checked: &Checked, name: &str) {
    text.push_str("#### What I confirm\n\n");
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

fn screenshots(text: &mut String, operations: Vec<Shown>) {
    let lead = match operations.len() {
        1 => "The connector's only operation, in a flow that succeeded:",
        2 => "Both operations of the connector, each in a flow that succeeded:",
        _ => "Three different operations, each in a flow that succeeded:",
    };
    let _ = write!(text, "\n#### Screenshots\n\n{lead}\n\n");
    let mut names: Vec<String> = quickest(operations)
        .into_iter()
        .map(|shown| format!("**{}**", plain(&shown.told())))
        .collect();
    if names.is_empty() {
        names = ["first", "second", "third"].map(|number| format!("{number} operation")).into();
    }
    for (number, name) in names.iter().enumerate() {
        let _ = writeln!(
            text,
            "{}. {name}: (put the image of the flow here) (put the image of its run here)",
            number + 1
        );
    }
    text.push_str("\nThe test tab of the custom connector:\n\n(put the image here)\n");
}

/// How long a task of the journey takes.
fn waits(publisher: Publisher, task: &str, what: &str) -> String {
    let task = journey(publisher).iter().find(|found| found.id == task);
    task.map_or_else(String::new, |task| format!("{what}: {}.", task.duration))
}

fn afterwards(text: &mut String, checked: &Checked, publisher: Publisher, update: bool) {
    let mail = mailbox(checked);
    let mut say = |line: String| {
        let _ = writeln!(text, "- {line}");
    };
    match publisher {
        Publisher::Independent => {
            if !update {
                say(format!(
                    "The team sends a registration form to {mail}, the address in the definition, \
                     and expects it back in 2 business days. Look into the spam folder, too."
                ));
                say("At the same address they ask you to prove who you are, at \
                     https://aka.ms/onevetsignup: 15 minutes with a government document that \
                     matches your GitHub profile, within 30 days."
                    .to_owned());
            }
            say("Remarks come as comments of the pull request. A comment of the team that says \
                 `certify-connector` starts the certification, and a bot answers with errors or \
                 with its approval; `conncert explain` takes its codes."
                .to_owned());
            say(waits(publisher, "review", "Review"));
            say(waits(publisher, "deployment", "Deployment, and the merge at its end"));
        }
        Publisher::Verified => {
            say("The checks of the repository run by themselves: the validator of the definition \
                 and the detector of breaking changes."
                .to_owned());
            say(waits(publisher, "pull-request", "How long it takes"));
            say(format!(
                "What concerns the offer comes to the account of Partner Center; what concerns the \
                 connector may come to {mail}, the address in the definition."
            ));
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
