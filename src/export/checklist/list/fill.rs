//! Makes the list of what was checked.

use super::super::super::{ExportSettings, answers, covered, folder, name, publisher, refusal};
use super::super::{aside, marketplace};
use super::{
    Answer, Checklist, Count, Day, Entry, Group, Icon, Package, PackageState, Standing, State,
    Step, Task, Tick, Whom,
};
use crate::answers::{Answers, Kind, Origin, Question, Value};
use crate::connector::files::{Body, Role};
use crate::rule::{Checked, Finding, Level};
use crate::source::excerpt::Excerpt;
use crate::source::html::base64;
use crate::steps::outage::outage;
use crate::steps::{self, STEPS};
use crate::tasks::update::update;
use crate::tasks::{self, Evaluated, dates, judged_answers};

/// Findings of one rule that are listed; their count stands beside them.
const SHOWN: usize = 5;
/// Icons up to so many bytes are brought along. Microsoft's limit is 1 MB.
const LARGEST_ICON: usize = 1_000_000;

impl Checklist {
    /// What is to be said of a submission.
    pub fn new(checked: &Checked, settings: &ExportSettings) -> Self {
        let tasks = tasks::evaluate(checked);
        let whom = answers(checked).map(|answers| answers.text("publisher.name").trim());
        let entries = Entries::new(checked);
        let report = &checked.report;
        let errors = report.findings.iter().filter(|found| found.level == Level::Error);
        let questions = report.findings.iter().filter(|found| found.is_unanswered()).count();
        let update = update(&checked.submission, report);
        let kind = answers(checked).and_then(Answers::publisher);
        Self {
            schema: 1,
            conncert: env!("CARGO_PKG_VERSION"),
            title: name(checked).unwrap_or_else(|| "Connector without a name".to_owned()),
            made: settings.date.to_string(),
            publisher: Whom {
                kind: publisher(checked).word(),
                told: kind.is_some() || checked.submission.connector.is_some(),
                name: covered(checked, whom.unwrap_or_default()),
            },
            package: package(checked, settings, &tasks),
            standing: Standing {
                tasks: [State::Done, State::Open, State::ToAttest, State::Microsoft]
                    .into_iter()
                    .map(|state| Count {
                        state,
                        count: tasks.iter().filter(|task| task.state == state).count(),
                    })
                    .collect(),
                all: tasks.len(),
                next: tasks::next(&tasks).map(|task| task.task.id),
                questions,
                errors: report.count(Level::Error) - questions,
                warnings: report.count(Level::Warning),
                advice: report.count(Level::Advice),
                days_left: tasks::days_left(&tasks, update.as_ref()),
                files_checked: checked.submission.connector.is_some(),
            },
            journey: tasks.iter().map(|task| self::task(task, &entries)).collect(),
            update,
            dates: days(checked),
            aside: aside::of(checked, &entries),
            errors: errors.map(|finding| entries.of(finding)).collect(),
            lesser: lesser(checked, &entries),
            answers: answers(checked).map(|given| steps(checked, given)).unwrap_or_default(),
            marketplace: marketplace::section(checked),
            icon: icon(checked),
        }
    }
}

fn package(checked: &Checked, settings: &ExportSettings, tasks: &[Evaluated<'_>]) -> Package {
    if let Some(refusal) = refusal(checked, settings.incomplete) {
        return Package { state: PackageState::Refused, says: refusal.sentence };
    }
    let errors = checked.report.count(Level::Error);
    if !settings.incomplete || errors == 0 {
        return Package { state: PackageState::Ready, says: under_way(tasks).unwrap_or_default() };
    }
    let mut says = format!(
        "The package is made at your wish although {errors} error{} open. Microsoft would send it \
         back.",
        if errors == 1 { " is" } else { "s are" }
    );
    for gap in checked.submission.connector.as_deref().map(folder::gaps).unwrap_or_default() {
        says.push(' ');
        says.push_str(&gap);
    }
    Package { state: PackageState::Incomplete, says }
}

/// Where it is by the days that were recorded, once it was handed in.
fn under_way(tasks: &[Evaluated<'_>]) -> Option<String> {
    let is_theirs = |task: &&Evaluated<'_>| task.task.who == tasks::Who::Microsoft;
    let theirs = tasks.iter().rev().filter(is_theirs);
    let last = theirs.clone().find(|task| task.began.is_some() || task.ended.is_some())?;
    let title = last.task.title;
    Some(match (last.ended, last.began) {
        (Some(day), _) => format!("Done since {day}: {title}."),
        (_, Some(day)) => {
            format!("Microsoft's turn since {day}: {title}. It takes {}.", last.task.duration)
        }
        (None, None) => return None,
    })
}

fn task(task: &Evaluated<'_>, entries: &Entries<'_>) -> Task {
    Task {
        id: task.task.id,
        title: task.task.title,
        state: task.state,
        who: task.task.who.word(),
        address: task.task.address,
        duration: task.task.duration,
        days: task.days,
        how: task.task.how,
        began: task.began.map(|day| day.to_string()),
        ended: task.ended.map(|day| day.to_string()),
        ticks: task
            .attestations
            .iter()
            .map(|(question, day)| Tick {
                key: question.key,
                says: question.prompt,
                day: day.map(|day| day.to_string()),
            })
            .collect(),
        unconfirmed: task.unconfirmed.iter().map(|question| question.key).collect(),
        findings: task.findings.iter().map(|finding| entries.of(finding)).collect(),
    }
}

fn days(checked: &Checked) -> Vec<Day> {
    let answers = judged_answers(checked);
    let settings = &checked.report.settings;
    let follows = dates::consequences(&answers, settings.publisher, settings.as_of);
    let mut days: Vec<Day> = steps::asked(&steps::dates::STEP, &answers)
        .filter_map(|question| {
            let day = dates::recorded(&answers, question.key)?;
            let found = follows.iter().find(|found| found.key == question.key);
            Some(Day {
                what: question.prompt,
                when: day.to_string(),
                follows: found.map(|found| found.text.clone()).unwrap_or_default(),
            })
        })
        .collect();
    // Days as ISO 8601 writes them sort as they come.
    days.sort_by(|one, other| one.when.cmp(&other.when));
    days
}

fn lesser(checked: &Checked, entries: &Entries<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for level in [Level::Warning, Level::Advice] {
        for finding in checked.report.findings.iter().filter(|found| found.level == level) {
            let same =
                |group: &&mut Group| group.rule == finding.rule.id && group.level == level.word();
            match groups.iter_mut().find(same) {
                Some(group) => {
                    group.count += 1;
                    if group.findings.len() < SHOWN {
                        group.findings.push(entries.of(finding));
                    }
                }
                None => groups.push(Group {
                    rule: finding.rule.id,
                    level: level.word(),
                    count: 1,
                    findings: vec![entries.of(finding)],
                }),
            }
        }
    }
    groups
}

fn steps(checked: &Checked, answers: &Answers) -> Vec<Step> {
    let steps = STEPS.iter().map(|step| Step {
        title: step.title,
        answers: steps::asked(step, answers)
            .filter(|question| !matches!(question.kind, Kind::Attestation(_)))
            .map(|question| answer(checked, answers, question))
            .collect(),
    });
    steps.filter(|step| !step.answers.is_empty()).collect()
}

fn answer(checked: &Checked, answers: &Answers, question: &'static Question) -> Answer {
    let given = answers.get(question.key).filter(|given| !given.text.trim().is_empty());
    let mut note = String::new();
    if let Some(given) = given
        && question.key == "uptime.percent"
        && let Ok(Value::Percent(percent)) = question.parse(&given.text)
    {
        let sign = if given.text.trim_end().ends_with('%') { "" } else { " %" };
        let outage = outage(percent);
        note = format!(
            "{sign}, that is up to {} of outage a month and {} a year",
            outage.month(),
            outage.year()
        );
    }
    let text = given.map(|given| match question.kind {
        Kind::Path => last_name(&given.text),
        _ => given.text.clone(),
    });
    Answer {
        key: question.key,
        question: question.prompt,
        text: text.map(|text| covered(checked, &text)),
        note,
        read_from: given.and_then(|given| match &given.origin {
            Origin::Read(from) => Some(from.to_string()),
            Origin::Given => None,
        }),
    }
}

/// What a path leads to, without the folders of this machine: the list is read by others.
fn last_name(told: &str) -> String {
    let told = told.trim();
    let is_whole = told.starts_with(['/', '\\', '~', '"', '\'']) || told.get(1..2) == Some(":");
    if !is_whole {
        return told.to_owned();
    }
    let names = told.trim_matches(['"', '\'']).rsplit(['/', '\\']);
    names.map(str::trim).find(|name| !name.is_empty()).unwrap_or(told).to_owned()
}

fn icon(checked: &Checked) -> Option<Icon> {
    let connector = checked.submission.connector.as_deref()?;
    let size = connector.picture()?.size;
    let bytes = connector.facts(Role::Icon).body.map(Body::bytes)?;
    (bytes.len() <= LARGEST_ICON).then(|| Icon {
        width: size.width,
        height: size.height,
        address: format!("data:image/png;base64,{}", base64(bytes)),
    })
}

/// Makes entries; the texts of the files are covered once.
pub(in crate::export::checklist) struct Entries<'a> {
    checked: &'a Checked,
    texts: Vec<(Role, Option<String>)>,
}

impl<'a> Entries<'a> {
    fn new(checked: &'a Checked) -> Self {
        let connector = checked.submission.connector.as_deref();
        // In a file that cannot be parsed nobody can tell where a secret stands.
        let whole = |role: &Role| connector.is_some_and(|it| it.facts(*role).broken.is_none());
        let text = |role: Role| connector.filter(|_| whole(&role))?.shown(role);
        Self { checked, texts: Role::ALL.map(|role| (role, text(role))).into() }
    }

    pub(in crate::export::checklist) fn of(&self, finding: &Finding) -> Entry {
        let spot = &finding.spot;
        let text = self.texts.iter().find(|(role, _)| Some(*role) == spot.role);
        let text = text.and_then(|(_, text)| text.as_deref());
        let excerpt = text
            .zip(spot.span.filter(|span| !span.is_empty()))
            .and_then(|(text, span)| Excerpt::of(text, span));
        let frame = excerpt.and_then(|excerpt| {
            let (before, rest) = excerpt.text.split_at_checked(excerpt.place.start)?;
            let (place, behind) = rest.split_at_checked(excerpt.place.len())?;
            Some((before.to_owned(), place.to_owned(), behind.to_owned()))
        });
        Entry {
            rule: finding.rule.id,
            level: finding.level.word(),
            answer: spot.answer,
            file: spot.file.clone(),
            line: spot.range.map(|range| range.line),
            column: spot.range.map(|range| range.column),
            pointer: spot.pointer.clone(),
            message: covered(self.checked, &finding.message),
            frame,
        }
    }
}
