//! `conncert drafts list`: for people, or as JSON.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::answers::Publisher;
use crate::cli::args::drafts::{ListArguments, ListFormat};
use crate::cli::exit::{Exit, Failure};
use crate::cli::shell::Shell;
use crate::format::plural;
use crate::source::text::printable;
use crate::store::{Listed, Store, arranged};

/// Runs it.
pub(super) fn run(store: &Store, arguments: &ListArguments, shell: Shell) -> Result<Exit, Failure> {
    let listed = if arguments.trash {
        store.trashed()?
    } else {
        let all = store.list()?;
        all.into_iter().filter(|listed| listed.archived == arguments.archived).collect()
    };
    let words = arguments.words.join(" ");
    let shown: Vec<&Listed> =
        arranged(&listed, &words, arguments.order()).into_iter().map(|at| &listed[at]).collect();
    if arguments.format == ListFormat::Json {
        let drafts: Vec<Value> = shown.into_iter().map(object).collect();
        let text = json!({ "schema": 1, "drafts": drafts });
        shell.print(&format!("{text:#}\n"))?;
        return Ok(Exit::Clean);
    }
    if shown.is_empty() {
        shell.note(match (listed.is_empty(), arguments.trash, arguments.archived) {
            (false, _, _) => "no draft holds all of these words",
            (true, true, _) => "the trash is empty",
            (true, false, true) => "no draft was put away",
            (true, false, false) => {
                "there are no drafts yet; `conncert` or `conncert new` makes one"
            }
        });
    }
    let lines: String = shown.into_iter().map(line).collect();
    shell.print(&lines)?;
    Ok(Exit::Clean)
}

/// One draft of the list.
fn line(listed: &Listed) -> String {
    let changed = listed.updated.map_or_else(String::new, |at| {
        let at = at.to_zoned(TimeZone::system());
        format!(", last changed {}", at.strftime("%Y-%m-%d %H:%M"))
    });
    let state = if let Some(error) = &listed.error {
        format!("cannot be read: {}", printable(error))
    } else {
        let publisher = listed.publisher.map_or("publisher type open", |found| found.word());
        let (answered, of) = listed.answered;
        let questions = plural(of, "question", "questions");
        format!("{publisher}, {answered} of {questions} answered{changed}")
    };
    let path = listed.path.display().to_string();
    format!("{}\n  {state}\n  {}\n", printable(&listed.name), printable(&path))
}

fn object(listed: &Listed) -> Value {
    json!({
        "name": listed.name,
        "path": listed.path.display().to_string(),
        "publisher": listed.publisher.map(Publisher::word),
        "answered": listed.answered.0,
        "asked": listed.answered.1,
        "left": listed.left(),
        "updated": listed.updated.map(|at| at.to_string()),
        "folder": listed.folder.as_ref().map(|folder| folder.display().to_string()),
        "archived": listed.archived,
        "error": listed.error,
    })
}
