//! The commands that bring the files into a fork, for a Unix shell and PowerShell alike.

use std::fmt::Write as _;

use super::REPOSITORY;
use crate::answers::Publisher;
use crate::connector::Connector;
use crate::connector::files::Role;
use crate::export::shell::quoted;

/// The name of the branch, which git and every file system take.
pub(super) fn branch(name: &str, update: bool) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let verb = if update { "update" } else { "add" };
    if slug.is_empty() { format!("{verb}-connector") } else { format!("{verb}-{slug}") }
}

/// What is handed in, for the commands.
pub(super) struct Work<'a> {
    pub(super) publisher: Publisher,
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    pub(super) update: bool,
}

impl Work<'_> {
    fn branch(&self) -> String {
        branch(self.name, self.update)
    }

    pub(super) fn folder(&self) -> String {
        format!("{}/{}", self.publisher.folder(), self.name)
    }

    /// Makes the branch in a fresh clone of the fork.
    pub(super) fn begin(&self) -> String {
        block(&[
            "git clone --filter=blob:none 'https://github.com/YOUR-ACCOUNT/PowerPlatformConnectors.git'",
            "cd PowerPlatformConnectors",
            &format!("git remote add upstream '{REPOSITORY}.git'"),
            "git fetch upstream dev",
            &format!("git switch -c {} --no-track upstream/dev", quoted(&self.branch())),
        ])
    }

    /// Hands in one file alone, as a proposal.
    pub(super) fn propose(&self, page: &str) -> String {
        let folder = self.folder();
        let mut lines = vec![self.make()];
        lines.push(copied(&format!("{folder}/{page}"), &format!("{folder}/")));
        lines.extend(self.hand_in(&format!("Proposal - {}", self.title)));
        block(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Hands in files of the export, one by one: PowerShell complains when a whole folder is
    /// copied to where one of its name is. `gone` are files that an update has no more, `is_made`
    /// tells that the folder is there already.
    pub(super) fn files(&self, copies: &[Copied], gone: &[String], is_made: bool) -> String {
        let mut lines: Vec<String> = (!is_made).then(|| self.make()).into_iter().collect();
        let folder = self.folder();
        lines.extend(copies.iter().map(|copy| {
            let to = if copy.is_renamed() { copy.name.as_str() } else { "" };
            copied(&copy.from, &format!("{folder}/{to}"))
        }));
        lines.extend(
            gone.iter().map(|name| format!("git rm {}", quoted(&format!("{folder}/{name}")))),
        );
        lines.extend(self.hand_in(self.title));
        block(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn make(&self) -> String {
        format!("mkdir {}", quoted(&self.folder()))
    }

    /// The folder is added and nothing else, whatever lies about.
    fn hand_in(&self, message: &str) -> [String; 4] {
        [
            format!("git add {}", quoted(&self.folder())),
            "git status --short".to_owned(),
            format!("git commit -m {}", quoted(message)),
            format!("git push -u origin {}", quoted(&self.branch())),
        ]
    }

    /// Where the pull request is opened.
    pub(super) fn compare(&self) -> String {
        format!("{REPOSITORY}/compare/dev...YOUR-ACCOUNT:{}?expand=1", self.branch())
    }
}

/// Copies a file of the export.
fn copied(from: &str, to: &str) -> String {
    format!("cp {} {}", quoted(&format!("EXPORT/{from}")), quoted(to))
}

/// A file of the export on its way into the fork.
pub(super) struct Copied {
    /// Its path in the export.
    pub(super) from: String,
    /// Its name in the repository.
    pub(super) name: String,
}

impl Copied {
    /// A file keeps the name under which it was published: with another one, be it by its capitals
    /// alone, there would be two.
    pub(super) fn new(from: String, published: Option<&Connector>) -> Self {
        let own = from.rsplit('/').next().unwrap_or_default();
        let role = Role::ALL.into_iter().find(|role| role.canonical() == own);
        let known = role.zip(published).filter(|(role, old)| old.facts(*role).body.is_some());
        let name = known.map_or(own, |(role, old)| old.name(role)).to_owned();
        Self { from, name }
    }

    fn is_renamed(&self) -> bool {
        !self.from.ends_with(&format!("/{}", self.name))
    }
}

fn block(lines: &[&str]) -> String {
    let mut text = "```sh\n".to_owned();
    for line in lines {
        let _ = writeln!(text, "{line}");
    }
    text.push_str("```\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_are_named_as_git_takes_them() {
        assert_eq!(branch("Contoso Invoices", false), "add-contoso-invoices");
        assert_eq!(branch("Über (v2.0)_x", true), "update-ber-v2-0-x");
        assert_eq!(branch("東京", false), "add-connector");
    }
}
