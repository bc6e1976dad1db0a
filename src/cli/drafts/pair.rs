//! Two drafts: `conncert drafts compare` and `conncert drafts import`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::cli::args::drafts::ImportArguments;
use crate::cli::exit::{Exit, Failure};
use crate::cli::set::unknown;
use crate::cli::shell::Shell;
use crate::draft::Draft;
use crate::draft::compare::{Pair, compare};
use crate::format::{plural, visible};
use crate::source::text::printable;
use crate::steps::{
    self,
    carry::{Loan, borrow, loans},
};
use crate::store::{self, Store};

/// Shows two drafts side by side.
pub(super) fn show(
    store: &Store,
    words: [&str; 2],
    all: bool,
    shell: Shell,
) -> Result<Exit, Failure> {
    let [first, second] = two(store, words)?;
    let (first, second) = (store.load(&first)?, store.load(&second)?);
    let pairs = compare(&first.answers, &second.answers);
    let equal = pairs.iter().filter(|pair| pair.is_equal()).count();
    let mut out = String::new();
    for pair in pairs.iter().filter(|pair| all || !pair.is_equal()) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{} {}", pair.question.key, pair.question.prompt);
        if pair.is_equal() {
            let _ = writeln!(out, "  both: {}", answer(&pair.first));
        } else {
            let Pair { first: one, second: other, .. } = pair;
            let _ = writeln!(out, "  {}: {}", printable(&first.name), answer(one));
            let _ = writeln!(out, "  {}: {}", printable(&second.name), answer(other));
        }
    }
    shell.print(&out)?;
    let differ = pairs.len() - equal;
    let told = match differ {
        0 => "both drafts answer the same".to_owned(),
        _ => format!("{} differ", plural(differ, "answer", "answers")),
    };
    let more = if all || equal == 0 { "" } else { "; --all shows those too" };
    shell.note(format!("{told}, {} alike{more}", plural(equal, "is", "are")));
    Ok(Exit::Clean)
}

/// Takes answers from another draft.
pub(super) fn import(
    store: &Store,
    arguments: &ImportArguments,
    shell: Shell,
) -> Result<Exit, Failure> {
    if let Some(key) = arguments.only.iter().find(|key| steps::question(key.trim()).is_none()) {
        return Err(unknown(key.trim()));
    }
    let [own, from] = two(store, [&arguments.draft, &arguments.from])?;
    // Nobody may write it until the answers are in.
    let _held = store::lock(&own)?;
    let mut draft = store.load(&own)?;
    let other = store.load(&from)?;
    let loans = loans(&draft.answers, &other.answers);
    let is_asked = |loan: &Loan| arguments.only.iter().any(|key| key.trim() == loan.question.key);
    let is_wanted = |loan: &Loan| {
        let by_itself = arguments.only.is_empty() && (arguments.replace || !loan.replaces());
        by_itself || is_asked(loan)
    };
    for key in &arguments.only {
        if !loans.iter().any(|loan| loan.question.key == key.trim()) {
            shell.note(format!(
                "{key} is not taken: it belongs to one connector, or {} has no answer of its own \
                 to it, or says the same",
                quoted(&other)
            ));
        }
    }
    let mut out = String::new();
    for loan in &loans {
        let sign = if is_wanted(loan) { "+" } else { "=" };
        let _ = writeln!(out, "{sign} {}: {}", loan.question.key, answer(&loan.text));
        match &loan.own {
            Some((own, _)) if loan.replaces() && is_wanted(loan) => {
                let _ = writeln!(out, "    in place of {}", answer(own));
            }
            Some((own, _)) if loan.replaces() => {
                let _ = writeln!(out, "    not taken; this draft says {}", answer(own));
            }
            _ => {}
        }
    }
    shell.print(&out)?;
    let taken: Vec<&Loan> = loans.iter().filter(|loan| is_wanted(loan)).collect();
    let count = plural(taken.len(), "answer", "answers");
    if taken.is_empty() {
        shell.note(format!("nothing is taken from {}", quoted(&other)));
    } else if arguments.dry_run {
        shell.note(format!("{count} would be taken; nothing was written"));
    } else {
        borrow(&mut draft.answers, taken);
        draft.updated = Some(jiff::Timestamp::now());
        store.save(&own, &draft)?;
        shell.note(format!("{count} taken from {} into {}", quoted(&other), quoted(&draft)));
    }
    Ok(Exit::Clean)
}

/// The files of two drafts, which may not be one.
fn two(store: &Store, words: [&str; 2]) -> Result<[PathBuf; 2], Failure> {
    let [first, second] = words;
    let paths = [store.find(first)?, store.find(second)?];
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if whole(&paths[0]) == whole(&paths[1]) {
        return Err(Failure::usage(
            format!("“{first}” and “{second}” are the same draft"),
            "name two different ones",
        ));
    }
    Ok(paths)
}

/// An answer on one line.
fn answer(text: &str) -> String {
    if text.trim().is_empty() {
        return "(no answer)".to_owned();
    }
    visible(text.trim()).replace('\n', " / ")
}

fn quoted(draft: &Draft) -> String {
    format!("“{}”", printable(&draft.name))
}
