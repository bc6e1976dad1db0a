//! A place to run the program as a shell does, in an environment that holds nothing but a folder for
//! drafts.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A working folder with the sample connector in it, and a place for drafts.
pub(crate) struct Desk(TempDir);

/// What a command left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder for the test"));
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices");
        fs::create_dir(desk.path("sample")).expect("a folder");
        for entry in fs::read_dir(sample).expect("the sample") {
            let entry = entry.expect("a file");
            fs::copy(entry.path(), desk.path("sample").join(entry.file_name())).expect("a copy");
        }
        desk.mend();
        desk
    }

    /// The sample has a few faults to show; here it has none.
    fn mend(&self) {
        let edit = |name: &str, change: fn(&mut Value)| {
            let path = self.path("sample").join(name);
            let text = fs::read_to_string(&path).expect("a file of the sample");
            let mut value = serde_json::from_str(&text).expect("JSON");
            change(&mut value);
            fs::write(path, serde_json::to_string_pretty(&value).expect("JSON")).expect("a file");
        };
        edit("apiDefinition.swagger.json", |definition| {
            definition["info"]["contact"]["email"] = "care@contoso.com".into();
        });
        edit("apiProperties.json", |properties| {
            properties["properties"]["iconBrandColor"] = "#1f6feb".into();
        });
        let readme = self.path("sample/readme.md");
        let text = fs::read_to_string(&readme).expect("the read-me");
        fs::write(readme, text + "\n## Deployment instructions\n\nImport it.\n").expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A folder with only a definition in it.
    pub(crate) fn definition(&self, folder: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(folder)).expect("a folder");
        fs::write(self.path(folder).join("apiDefinition.swagger.json"), text).expect("a file");
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_conncert"));
        command.env_clear();
        // Windows finds its libraries by it.
        for name in ["SystemRoot", "PATH"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command.env("CONNCERT_DATA", self.path("data"));
        command.current_dir(self.0.path()).args(arguments).stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(&self.command(arguments).output().expect("the program runs"))
    }

    /// The same with a standard input.
    pub(crate) fn feed(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(input.as_bytes()).expect("it reads");
        drop(stdin);
        ran(&child.wait_with_output().expect("it ends"))
    }

    /// Makes a draft of the sample in a file.
    pub(crate) fn draft(&self) {
        let made = self.run(&[
            "new",
            "--draft",
            "invoices.toml",
            "--set",
            "connector.folder=sample",
            "--set",
            "publisher.type=verified",
        ]);
        assert_eq!(made.code, 0, "{made:?}");
    }
}

pub(crate) fn ran(output: &Output) -> Ran {
    Ran {
        code: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout.clone()).expect("text"),
        err: String::from_utf8(output.stderr.clone()).expect("text"),
    }
}

/// The definition of the sample, changed.
pub(crate) fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices");
    let text = fs::read_to_string(path.join("apiDefinition.swagger.json")).expect("the sample");
    let mut definition: Value = serde_json::from_str(&text).expect("JSON");
    change(&mut definition);
    definition
}

/// One plain sentence with a word of what is wrong.
pub(crate) fn assert_error(ran: &Ran, code: i32, word: &str) {
    assert_eq!(ran.code, code, "{ran:?}");
    assert!(ran.err.starts_with("error: ") && ran.err.contains(word), "{ran:?}");
    assert_eq!(ran.err.trim_end().lines().count(), 1, "{ran:?}");
    assert!(ran.out.is_empty(), "{ran:?}");
}
