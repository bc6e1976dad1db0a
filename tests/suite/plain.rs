//! Plain mode as a process with piped streams: both kinds of publisher, from a folder to the export,
//! by words alone.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long it may take from one prompt to the next.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs the program, answers each prompt, and gives back what was printed. A prompt is answered by
/// what was printed since the last one.
fn talk(folder: &Path, answer: impl Fn(&str) -> Option<String>) -> (String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_conncert"))
        .args(["--plain", "Contoso Invoices"])
        .current_dir(folder)
        .env("CONNCERT_DATA", folder.join("data"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take();
    let mut output = child.stdout.take().expect("its output");
    let (mut all, mut new) = (Vec::new(), Vec::new());
    let (to_main, bytes) = channel();
    std::thread::spawn(move || {
        let mut byte = [0; 1];
        while let Ok(1) = output.read(&mut byte) {
            to_main.send(byte[0]).expect("somebody reads");
        }
    });
    loop {
        match bytes.recv_timeout(PATIENCE) {
            Ok(byte) => {
                all.push(byte);
                new.push(byte);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                child.kill().expect("it can be ended");
                panic!("it neither asks nor ends:\n{}", String::from_utf8_lossy(&all));
            }
        }
        let text = String::from_utf8_lossy(&new);
        let prompt = text.rsplit('\n').next().unwrap_or_default();
        if !is_prompt(prompt) {
            continue;
        }
        match (answer(&text), &mut input) {
            (Some(line), Some(pipe)) => writeln!(pipe, "{line}").expect("it listens"),
            _ => input = None,
        }
        new.clear();
    }
    let code = child.wait().expect("it ends").code().expect("an exit code");
    let text = String::from_utf8(all).expect("it prints UTF-8");
    let odd = text.chars().find(|found| found.is_control() && *found != '\n');
    assert_eq!(odd, None, "{text}");
    (text, code)
}

/// Whether an unfinished line is a prompt, and not a text that has not come whole.
fn is_prompt(line: &str) -> bool {
    const PROMPTS: [&str; 7] = [
        "Nothing is asked",
        "Answer",
        "Next line",
        "Number",
        "Where to write",
        "Enter leaves",
        "Write the package",
    ];
    line.ends_with(": ") && PROMPTS.iter().any(|prompt| line.starts_with(prompt))
}

fn certify(parent: &str, publisher: &str, name: &str) -> (String, String) {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let here = dir.path().join(parent);
    let folder = here.join("Contoso Invoices");
    fs::create_dir_all(&folder).expect("a folder");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices");
    for entry in fs::read_dir(fixture).expect("the sample") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
    }
    let (text, code) = talk(&here, |new| {
        let has = |part: &str| new.contains(part);
        Some(match () {
            () if has("\nReview: ") => String::new(),
            () if has("What kind of publisher") => publisher.to_owned(),
            () if has(": Publisher name\n") => name.to_owned(),
            () if has(": E-mail\n") => "help@contoso.com".to_owned(),
            () if has("New connector, or an update?") => "1".to_owned(),
            () if has("to attest") || has("all the same?") => "yes".to_owned(),
            () if has("Where to write?") => "out".to_owned(),
            () => String::new(),
        })
    });
    assert_eq!(code, 0, "{text}");
    let checklist = fs::read_to_string(here.join("out/checklist.md")).expect("a checklist");
    assert!(text.contains("Your draft is saved in"), "{text}");
    (text, checklist)
}

#[test]
fn a_verified_publisher_gets_to_the_export() {
    let (text, checklist) = certify("certified-connectors", "1", "Contoso Ltd");
    assert!(text.contains("What to do next:"), "{text}");
    assert!(checklist.contains("Contoso Ltd"), "{checklist}");
}

#[test]
fn an_independent_publisher_gets_to_the_export() {
    let (text, checklist) = certify("independent-publisher-connectors", "2", "Avery Howard");
    assert!(text.contains("manifesto"), "{text}");
    assert!(checklist.contains("Avery Howard"), "{checklist}");
}

#[test]
fn input_that_ends_leaves_a_draft_to_go_on_with() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let folder = dir.path().join("Contoso Invoices");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("apiDefinition.swagger.json"), "{}").expect("a file");
    let (text, code) = talk(dir.path(), |new| {
        new.contains("What kind of publisher").then(|| "independent".to_owned())
    });
    assert_eq!(code, 0);
    let line = text.lines().find(|line| line.starts_with("Your draft is saved in"));
    let path = line.and_then(|line| line.strip_prefix("Your draft is saved in "));
    let draft = fs::read_to_string(path.expect("where it is saved")).expect("the draft");
    assert!(draft.contains("type = \"independent\""), "{draft}");
}
