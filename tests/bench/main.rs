//! How long reading and judging takes, beside the bare parse of the same bytes.
//!
//! `CONNCERT_CORPUS=folder cargo bench` measures every connector below the folder; without it the
//! sample alone. The yardstick is `serde_json::Value` made of the same definition and properties
//! in the same run, so the ratios can be compared between machines. `cargo bench -- profile` only
//! judges, over and over, for a profiler to look at.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement talks")]

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use conncert::answers::Publisher;
use conncert::check::check_with;
use conncert::connector::Connector;
use conncert::connector::files::{RawContent, RawFile, Role, choose};
use conncert::rule::Rule;
use conncert::rules;
use conncert::settings::Settings;
use conncert::steps::publisher::detect;
use conncert::store::find_connectors;
use conncert::submission::Submission;
use jiff::civil::date;

/// Rounds of which the fastest counts: what is slower was disturbed.
const ROUNDS: usize = 7;

/// A connector as bytes, so that no disk is measured.
struct Case {
    folder: PathBuf,
    parent: Option<String>,
    files: Vec<(Role, String, Vec<u8>)>,
}

impl Case {
    fn load(folder: PathBuf) -> Self {
        let names: Vec<String> = fs::read_dir(&folder)
            .expect("a folder")
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        let files = Role::ALL
            .into_iter()
            .filter_map(|role| {
                let name = choose(role, names.iter().map(String::as_str))?.to_owned();
                let bytes = fs::read(folder.join(&name)).expect("a file");
                Some((role, name, bytes))
            })
            .collect();
        let parent = folder.parent().and_then(Path::file_name);
        let parent = parent.map(|name| name.to_string_lossy().into_owned());
        Self { folder, parent, files }
    }

    fn json(&self) -> impl Iterator<Item = &[u8]> {
        self.files
            .iter()
            .filter(|(role, ..)| matches!(role, Role::Definition | Role::Properties))
            .map(|(.., bytes)| bytes.as_slice())
    }

    fn connector(&self) -> Connector {
        let files = self.files.iter().map(|(role, name, bytes)| RawFile {
            role: *role,
            name: name.clone(),
            content: RawContent::Bytes(bytes.clone()),
        });
        Connector::new(self.folder.clone(), self.parent.clone(), files.collect())
    }

    fn judge(&self, rules: &[&'static Rule]) -> usize {
        judge(self.connector(), rules)
    }
}

fn judge(connector: Connector, rules: &[&'static Rule]) -> usize {
    let publisher: Publisher = detect(&connector);
    let settings = Settings::new(publisher, date(2026, 11, 23));
    let submission = Submission { connector: Some(Arc::new(connector)), ..Submission::default() };
    check_with(rules, &submission, &settings).findings.len()
}

/// The shortest of some rounds.
fn fastest(mut work: impl FnMut()) -> Duration {
    (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let corpus = env::var_os("CONNCERT_CORPUS").map(PathBuf::from);
    // A child that judges one connector and tells its memory.
    if let Some(folder) = env::var_os("CONNCERT_BENCH_ONE") {
        println!("{}", peak_of_one(Path::new(&folder)));
        return;
    }
    let folders = match &corpus {
        Some(corpus) => ["certified-connectors", "independent-publisher-connectors"]
            .iter()
            .flat_map(|kind| find_connectors(&corpus.join(kind)).expect("a folder of connectors"))
            .collect(),
        None => vec![sample()],
    };
    let cases: Vec<Case> = folders.into_iter().map(Case::load).collect();
    let bytes: usize = cases.iter().flat_map(Case::json).map(<[u8]>::len).sum();
    println!("{} connectors, {bytes} bytes of JSON, {ROUNDS} rounds, the fastest", cases.len());

    let all: Vec<&'static Rule> = rules::all().collect();
    if env::args().any(|word| word == "profile") {
        for _ in 0..ROUNDS {
            black_box(cases.iter().map(|case| case.judge(&all)).sum::<usize>());
        }
        return;
    }
    let yardstick = fastest(|| {
        for bytes in cases.iter().flat_map(Case::json) {
            let _ = black_box(serde_json::from_slice::<serde_json::Value>(bytes));
        }
    });
    let told = |what: &str, time: Duration| {
        let ratio = time.as_secs_f64() / yardstick.as_secs_f64();
        println!("{what:44} {:9.2} ms   {ratio:5.2}", time.as_secs_f64() * 1e3);
    };
    told("serde_json::Value, the yardstick", yardstick);
    let read = fastest(|| cases.iter().for_each(|case| drop(black_box(case.connector()))));
    told("reading alone", read);
    let whole = fastest(|| {
        black_box(cases.iter().map(|case| case.judge(&all)).sum::<usize>());
    });
    told(&format!("reading and judging by {} rules", all.len()), whole);
    for workers in [2, 4, 8] {
        if workers <= thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            told(
                &format!("the same on {workers} threads"),
                fastest(|| spread(&cases, &all, workers)),
            );
        }
    }
    rule_costs(&cases, &all, yardstick);
    memory(&cases);
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contoso-invoices")
}

fn spread(cases: &[Case], rules: &[&'static Rule], workers: usize) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    black_box(case.judge(rules));
                }
            });
        }
    });
}

/// The rules that cost most when each is asked alone, what all share taken off.
fn rule_costs(cases: &[Case], all: &[&'static Rule], yardstick: Duration) {
    let base = fastest(|| {
        black_box(cases.iter().map(|case| case.judge(&[])).sum::<usize>());
    });
    let mut costs: Vec<(Duration, &str)> = all
        .iter()
        .map(|rule| {
            let start = Instant::now();
            black_box(cases.iter().map(|case| case.judge(&[*rule])).sum::<usize>());
            (start.elapsed().saturating_sub(base), rule.id)
        })
        .collect();
    costs.sort_by(|a, b| b.cmp(a));
    println!("the dearest rules, each asked alone, with the index it needs:");
    for (time, id) in costs.iter().take(12) {
        let ratio = time.as_secs_f64() / yardstick.as_secs_f64();
        println!("  {id:42} {:9.2} ms   {ratio:5.2}", time.as_secs_f64() * 1e3);
    }
}

/// Memory above start-up, in bytes, for the largest connector; in a process of its own.
fn memory(cases: &[Case]) {
    let size = |case: &Case| case.json().map(<[u8]>::len).max().unwrap_or_default();
    let Some(largest) = cases.iter().max_by_key(|case| size(case)) else { return };
    let size = size(largest);
    for (what, loaded) in [("start-up", ""), ("start-up and the program's own pages", "yes")] {
        let Ok(program) = env::current_exe() else { return };
        let mut child = Command::new(program);
        child.env("CONNCERT_BENCH_ONE", &largest.folder).env("CONNCERT_BENCH_LOADED", loaded);
        let told = child.output().ok().and_then(|output| String::from_utf8(output.stdout).ok());
        let Some(peak) = told.and_then(|told| told.trim().parse::<usize>().ok()) else {
            println!("memory: not measured on this system");
            return;
        };
        let (times, rest) = (peak / size, peak % size * 10 / size);
        println!("memory above {what}: {peak} bytes for a file of {size}, {times}.{rest} times");
    }
}

/// Judges one connector; how far the peak of memory rose, or nothing where no system tells.
fn peak_of_one(folder: &Path) -> usize {
    let rules: Vec<&'static Rule> = rules::all().collect();
    // A small connector first, where the pages of the program and its tables are not to count.
    if env::var_os("CONNCERT_BENCH_LOADED").is_some_and(|loaded| !loaded.is_empty()) {
        black_box(judge(conncert::store::read_connector(&sample()).expect("a sample"), &rules));
    }
    let before = peak();
    let connector = conncert::store::read_connector(folder).expect("a connector");
    black_box(judge(connector, &rules));
    peak().saturating_sub(before)
}

fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() * 1024
}
