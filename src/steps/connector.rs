//! The step `connector`: the folder that is handed in, and its name in the repository.

use super::Step;
use crate::answers::{Answers, Choice, Found, Kind, Question};
use crate::connector::Connector;
use crate::connector::archive::is_device;
use crate::connector::branch::HOMES;
use crate::connector::files::Role;
use crate::source::pointer::Pointer;

static SUBMISSIONS: [Choice; 2] = [
    Choice { value: "new", label: "A new connector", help: "Nobody can use it yet." },
    Choice {
        value: "update",
        label: "An update of a published one",
        help: "Only the publisher who handed it in may update it. The way to sign in cannot \
               change, and nothing that people use may vanish. New texts alone make a minor \
               update, which is through sooner.",
    },
];

/// The step.
pub static STEP: Step = Step {
    id: "connector",
    title: "Connector",
    intro: "What is handed in: the folder with the definition, the properties and the read-me. \
            conncert reads the files, checks them by Microsoft's rules, and changes nothing \
            unless you ask for it. Title and description come from the definition.",
    questions: &[
        Question {
            key: "connector.folder",
            prompt: "Folder of the connector",
            help: "Absolute, or relative to the draft. It holds apiDefinition.swagger.json and \
                   apiProperties.json.",
            example: "../contoso-invoices",
            kind: Kind::Path,
            asked: |_| true,
            required: |_| true,
            stands: None,
            prefill: None,
        },
        Question {
            key: "connector.submission",
            prompt: "New connector, or an update?",
            help: "A new connector, or an update of one that is published.",
            example: "new",
            kind: Kind::Choice(&SUBMISSIONS),
            asked: |_| true,
            required: |_| true,
            stands: None,
            prefill: None,
        },
        Question {
            key: "connector.previous",
            prompt: "The published version",
            help: "A folder with the files as published, or the old definition file, absolute or \
                   relative to the draft; or `git:` and a tag or commit of the connector's own \
                   repository, such as git:v1.0.",
            example: "../published/contoso-invoices",
            kind: Kind::Path,
            asked: is_update,
            required: |_| true,
            stands: None,
            prefill: None,
        },
        Question {
            key: "connector.name",
            prompt: "Folder name in the repository",
            help: "The connector's folder in Microsoft's repository, and the name of the package; \
                   mostly the title. It cannot be changed later. Letters, digits, blanks and \
                   - _ . ( ) are allowed.",
            example: "Contoso Invoices",
            kind: Kind::Line,
            asked: |_| true,
            required: |_| true,
            stands: None,
            prefill: Some(|connector| {
                let pointer = Pointer::root().child("info").child("title");
                let role = Role::Definition;
                // In a clone of the repository the folder has its name already.
                if let Some(text) = published_name(connector) {
                    return Some(Found { text, role, pointer, told_by: Some("its folder") });
                }
                let text = derive_name(&connector.naming_title()?)?;
                Some(Found { text, role, pointer, told_by: None })
            }),
        },
    ],
};

/// The name of a connector's folder, where that lies in one of the repository's two and is a legal
/// one.
pub fn published_name(connector: &Connector) -> Option<String> {
    connector.parent().filter(|parent| HOMES.contains(parent))?;
    let name = connector.folder().file_name()?.to_str()?;
    published_fault(name).is_none().then(|| name.to_owned())
}

/// Whether an update of a published connector is handed in, as answered.
pub fn is_update(answers: &Answers) -> bool {
    answers.is("connector.submission", "update")
}

/// Where the published version is, as answered; none for a new connector.
pub fn previous(answers: &Answers) -> Option<&str> {
    let told = answers.text("connector.previous").trim();
    (is_update(answers) && !told.is_empty()).then_some(told)
}

/// The longest folder name; deep paths of Windows leave no room for more.
pub const LONGEST_NAME: usize = 64;

/// A legal folder name made of a title; none when nothing legal is left of it.
pub fn derive_name(title: &str) -> Option<String> {
    let legal: String = title.chars().map(|c| if is_legal(c) { c } else { ' ' }).collect();
    let joined = legal.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let short: String = joined.chars().take(LONGEST_NAME).collect();
    let name = short.trim_matches([' ', '.']).to_owned();
    if fault(&name).is_none() {
        return Some(name);
    }
    // What Windows takes for a device becomes an ordinary name by one more word.
    let longer = format!("Connector {name}");
    (!name.is_empty() && fault(&longer).is_none()).then_some(longer)
}

fn is_legal(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '(' | ')')
}

/// What is wrong with a folder name, as the end of a sentence that begins with the name.
pub fn fault(name: &str) -> Option<String> {
    fault_but(name, &[])
}

/// The same for a connector that is published: folders of earlier days hold two more signs, and what
/// a folder is called stays.
pub fn published_fault(name: &str) -> Option<String> {
    fault_but(name, &['\'', '&'])
}

fn fault_but(name: &str, also: &[char]) -> Option<String> {
    if name.trim().is_empty() {
        return Some("is empty".to_owned());
    }
    if let Some(c) = name.chars().find(|c| !is_legal(*c) && !also.contains(c)) {
        let shown = crate::source::text::printable(&c.to_string()).into_owned();
        return Some(format!("holds `{shown}`; letters, digits, blanks and - _ . ( ) are allowed"));
    }
    if name.starts_with([' ', '.']) || name.ends_with([' ', '.']) {
        return Some(
            "begins or ends with a blank or a dot, which Windows does not keep".to_owned(),
        );
    }
    if name.chars().count() > LONGEST_NAME {
        return Some(format!("is longer than {LONGEST_NAME} characters"));
    }
    is_device(name).then(|| "is the name of a device on Windows".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_legal() {
        assert_eq!(derive_name("Contoso: Invoices / 2").as_deref(), Some("Contoso Invoices 2"));
        assert_eq!(derive_name("..Über (Beta).").as_deref(), Some("Über (Beta)"));
        assert_eq!(derive_name("con").as_deref(), Some("Connector con"));
        assert_eq!(derive_name("Nul. Data").as_deref(), Some("Connector Nul. Data"));
        assert_eq!(derive_name("?!"), None);
        assert_eq!(derive_name(&"x".repeat(90)).map(|name| name.len()), Some(64));
    }

    #[test]
    fn faults_are_told() {
        assert_eq!(fault("Contoso (v2)_a-b.c"), None);
        for bad in ["", "a/b", "a.", " a", "aux", "COM1.x", "lpt²", "NUL .txt"] {
            assert!(fault(bad).is_some(), "{bad}");
        }
        assert_eq!(fault("COM10"), None);
        assert!(fault("Contoso's & Sons").is_some());
        assert_eq!(published_fault("Contoso's & Sons"), None);
        assert!(published_fault("Contoso \"x\"").is_some());
    }
}
