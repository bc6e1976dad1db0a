//! What follows from the days that the publisher recorded: deadlines, and when an answer can be
//! expected. Durations are those of the tasks; where documents disagree, the range holds both.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

use super::{Task, Who};
use crate::answers::{Answers, Publisher, Value};
use crate::steps;

/// Days that a link to the package has to last when it is handed in.
pub const LINK_DAYS: i32 = 15;
/// Days under which a link is refused.
pub const LINK_REFUSED: i32 = 4;
/// Days that a review may take, with a second round.
pub const REVIEW_DAYS: i32 = 21;
/// Days within which an identity check has to be done.
const IDENTITY_DAYS: i32 = 30;
/// Business days for an answer to the registration form, and for the test in the preview region.
const ANSWER_DAYS: u32 = 2;

/// When a task began and when it ended, by question key.
struct Course {
    publisher: Publisher,
    task: &'static str,
    began: Option<&'static str>,
    ended: Option<&'static str>,
}

const fn course(
    publisher: Publisher,
    task: &'static str,
    began: Option<&'static str>,
    ended: Option<&'static str>,
) -> Course {
    Course { publisher, task, began, ended }
}

static COURSES: [Course; 9] = [
    course(Publisher::Verified, "pull-request", None, Some("dates.pull_request")),
    course(Publisher::Verified, "offer", None, Some("dates.handed_in")),
    course(Publisher::Verified, "review", Some("dates.handed_in"), Some("dates.preview")),
    course(Publisher::Verified, "preview", Some("dates.preview"), Some("dates.signed_off")),
    course(Publisher::Verified, "deployment", Some("dates.signed_off"), Some("dates.live")),
    course(Publisher::Independent, "proposal", None, Some("dates.pull_request")),
    course(Publisher::Independent, "pull-request", None, Some("dates.pull_request")),
    course(
        Publisher::Independent,
        "review",
        Some("dates.pull_request"),
        Some("dates.certification"),
    ),
    course(Publisher::Independent, "deployment", Some("dates.certification"), Some("dates.live")),
];

/// The days that belong to a task and can be recorded: the one that ends it, then others.
pub fn questions_of(publisher: Publisher, task: &str) -> Vec<&'static str> {
    let course = COURSES.iter().find(|found| found.publisher == publisher && found.task == task);
    let ended = course.and_then(|course| course.ended);
    // A day that ends one task begins another; what follows from it is told where it begins.
    let began = course.and_then(|course| course.began);
    let more = match task {
        "registration" => Some("dates.form"),
        "identity" => Some("dates.identity"),
        "upload" => Some("dates.link_ends"),
        _ => None,
    };
    ended.into_iter().chain(more).chain(began).collect()
}

/// What follows from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequence {
    /// The question whose answer it follows from.
    pub key: &'static str,
    /// The day.
    pub day: Date,
    /// What follows, in a sentence or two.
    pub text: String,
    /// Whether a deadline is near or past.
    pub presses: bool,
}

/// The day that answers a question, if it is one.
pub fn recorded(answers: &Answers, key: &str) -> Option<Date> {
    let question = steps::question(key)?;
    match question.parse(answers.text(key)) {
        Ok(Value::Date(day)) => Some(day),
        _ => None,
    }
}

/// When a task began and ended, as far as days up to today tell.
pub(super) fn course_of(
    answers: &Answers,
    publisher: Publisher,
    task: &Task,
    today: Date,
) -> (Option<Date>, Option<Date>) {
    let found = COURSES.iter().find(|found| found.publisher == publisher && found.task == task.id);
    let day = |key: Option<&str>| recorded(answers, key?).filter(|day| *day <= today);
    found.map_or((None, None), |found| (day(found.began), day(found.ended)))
}

/// What follows from each day that was recorded, in the order of the questions.
pub fn consequences(answers: &Answers, publisher: Publisher, today: Date) -> Vec<Consequence> {
    steps::asked(&steps::dates::STEP, answers)
        .filter_map(|question| {
            let day = recorded(answers, question.key)?;
            let (text, presses) = if day > today && question.key != "dates.link_ends" {
                (format!("That is {} from today.", days(between(today, day))), false)
            } else {
                of(answers, publisher, question.key, day, today)?
            };
            Some(Consequence { key: question.key, day, text, presses })
        })
        .collect()
}

fn of(
    answers: &Answers,
    publisher: Publisher,
    key: &str,
    day: Date,
    today: Date,
) -> Option<(String, bool)> {
    let said = |key| recorded(answers, key).is_some();
    Some(match key {
        "dates.pull_request" => {
            let (from, to) = (after(day, 7)?, after(day, 14)?);
            let over = match publisher {
                Publisher::Verified => said("dates.handed_in"),
                Publisher::Independent => said("dates.certification"),
            };
            if over {
                return None;
            }
            let late = "No answer yet? Ask in a comment of the pull request.";
            (expected("A first answer usually comes", from, to, today, late), today > to)
        }
        "dates.form" => {
            deadline("The team expects the form back", business(day, ANSWER_DAYS)?, today)
        }
        "dates.identity" => {
            let last = after(day, IDENTITY_DAYS)?;
            deadline("It has to be done", last, today)
        }
        "dates.certification" | "dates.signed_off" if said("dates.live") => return None,
        "dates.certification" => {
            let (from, to) = (after(day, 21)?, after(day, 28)?);
            let late = "Longer than usual: ask in a comment of the pull request.";
            (
                expected("The connector is usually there for everyone", from, to, today, late),
                today > to,
            )
        }
        "dates.link_ends" => link(answers, day, today),
        "dates.handed_in" if said("dates.preview") => return None,
        "dates.handed_in" => {
            let (from, to) = (business(day, 3)?, after(day, REVIEW_DAYS)?);
            let late = "Longer than usual: look into the certification report in Partner Center, and \
                        ask there.";
            (expected("The review usually ends", from, to, today, late), today > to)
        }
        "dates.preview" if said("dates.signed_off") => return None,
        "dates.preview" => {
            let last = business(day, ANSWER_DAYS)?;
            let (text, presses) = deadline("Test every operation and answer", last, today);
            (
                format!("{text} Without an answer the offer is turned down and handed in again."),
                presses,
            )
        }
        "dates.signed_off" => {
            let (from, to) = (business(day, 15)?, after(day, 42)?);
            let late = "Longer than usual: ask ConnectorPartnerMgmtTeam@service.microsoft.com.";
            (expected("All regions usually have it", from, to, today, late), today > to)
        }
        _ => return None,
    })
}

/// What the last day of the link means.
fn link(answers: &Answers, last: Date, today: Date) -> (String, bool) {
    if recorded(answers, "dates.preview").is_some() {
        return ("The package has been fetched; the link has done its work.".to_owned(), false);
    }
    let left = between(today, last);
    if left < 0 {
        return ("The link has ended. Make a new one and put it into the offer.".to_owned(), true);
    }
    if let Some(handed_in) = recorded(answers, "dates.handed_in") {
        // Rounds of the review fetch the package again.
        let needed = handed_in.checked_add(REVIEW_DAYS.days()).unwrap_or(last);
        return if last < needed {
            (
                format!(
                    "{} left, and the review may last until {needed}: make a link that lasts \
                     longer, and put it into the offer.",
                    days(left)
                ),
                true,
            )
        } else {
            (format!("{} left; that is enough for the review.", days(left)), false)
        };
    }
    if left < LINK_REFUSED {
        let text = format!("{} left: under {LINK_REFUSED} days it is refused.", days(left));
        return (text, true);
    }
    (format!("{} left; {LINK_DAYS} or more are asked for.", days(left)), left < LINK_DAYS)
}

fn deadline(what: &str, last: Date, today: Date) -> (String, bool) {
    let left = between(today, last);
    let when = match left {
        0 => "today".to_owned(),
        1.. => format!("by {last}, in {}", days(left)),
        _ => return (format!("{what} by {last}: that was {} ago.", days(-left)), true),
    };
    (format!("{what} {when}."), left <= 3)
}

fn expected(what: &str, from: Date, to: Date, today: Date, late: &str) -> String {
    let tail = if today > to { format!(" {late}") } else { String::new() };
    format!("{what} between {from} and {to}.{tail}")
}

/// So many days, in words.
pub fn days(count: i32) -> String {
    format!("{count} {}", if count == 1 { "day" } else { "days" })
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).as_ref().map_or(0, Span::get_days)
}

fn after(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// So many business days later. Holidays are not known, and differ from country to country.
fn business(day: Date, mut days: u32) -> Option<Date> {
    let mut at = day;
    while days > 0 {
        at = at.tomorrow().ok()?;
        if !matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday) {
            days -= 1;
        }
    }
    Some(at)
}

/// Days of a task that are still to come, fewest and most, when it began some time ago.
pub(super) fn left(task: &Task, began: Option<Date>, today: Date) -> (u32, u32) {
    let passed = began.map_or(0, |began| u32::try_from(between(began, today)).unwrap_or_default());
    match task.who {
        // Waiting goes on by itself.
        Who::Microsoft => (task.days.0.saturating_sub(passed), task.days.1.saturating_sub(passed)),
        Who::Publisher => task.days,
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail loudly")]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn told(publisher: Publisher, days: &[(&str, &str)], today: Date) -> Vec<(String, bool)> {
        let mut answers = Answers::default();
        answers.give("publisher.type", publisher.word());
        for (key, day) in days {
            answers.give(key, *day);
        }
        let all = consequences(&answers, publisher, today);
        all.into_iter().map(|found| (found.text, found.presses)).collect()
    }

    fn one(publisher: Publisher, key: &str, day: &str, today: Date) -> (String, bool) {
        told(publisher, &[(key, day)], today).pop().expect("something follows")
    }

    #[test]
    fn business_days_leave_weekends_out() {
        assert_eq!(business(date(2026, 11, 20), 2), Some(date(2026, 11, 24)));
        assert_eq!(business(date(2026, 11, 23), 2), Some(date(2026, 11, 25)));
        assert_eq!(business(date(2026, 11, 21), 1), Some(date(2026, 11, 23)));
    }

    #[test]
    fn a_link_is_held_against_what_is_asked_for() {
        let today = date(2026, 11, 23);
        let on = |day| one(Publisher::Verified, "dates.link_ends", day, today);
        assert_eq!(
            on("2026-11-22"),
            ("The link has ended. Make a new one and put it into the offer.".into(), true)
        );
        assert_eq!(on("2026-11-26"), ("3 days left: under 4 days it is refused.".into(), true));
        assert_eq!(on("2026-11-27"), ("4 days left; 15 or more are asked for.".into(), true));
        assert_eq!(on("2026-12-07"), ("14 days left; 15 or more are asked for.".into(), true));
        assert_eq!(on("2026-12-08"), ("15 days left; 15 or more are asked for.".into(), false));
        let both = |ends| {
            told(
                Publisher::Verified,
                &[("dates.handed_in", "2026-11-20"), ("dates.link_ends", ends)],
                today,
            )
        };
        assert!(both("2026-12-10")[0].1, "the review may last longer");
        assert!(both("2026-12-10")[0].0.contains("until 2026-12-11"));
        assert!(!both("2026-12-11")[0].1);
    }

    #[test]
    fn the_preview_has_two_business_days() {
        let (text, presses) =
            one(Publisher::Verified, "dates.preview", "2026-11-20", date(2026, 11, 23));
        assert!(
            text.starts_with("Test every operation and answer by 2026-11-24, in 1 day."),
            "{text}"
        );
        assert!(presses);
        let (text, _) = one(Publisher::Verified, "dates.preview", "2026-11-20", date(2026, 11, 30));
        assert!(text.contains("that was 6 days ago"), "{text}");
    }

    #[test]
    fn what_is_over_asks_for_nothing_more() {
        let days = [
            ("dates.pull_request", "2026-10-01"),
            ("dates.certification", "2026-10-20"),
            ("dates.live", "2026-11-12"),
        ];
        assert_eq!(told(Publisher::Independent, &days, date(2026, 11, 23)), []);
    }

    #[test]
    fn waiting_that_takes_too_long_is_told() {
        let late =
            one(Publisher::Independent, "dates.pull_request", "2026-11-02", date(2026, 11, 23));
        assert!(late.1 && late.0.contains("Ask in a comment"), "{late:?}");
        let fine =
            one(Publisher::Independent, "dates.pull_request", "2026-11-16", date(2026, 11, 23));
        assert_eq!(
            fine,
            ("A first answer usually comes between 2026-11-23 and 2026-11-30.".into(), false)
        );
    }

    #[test]
    fn a_day_to_come_is_counted_and_nothing_else() {
        let on = one(Publisher::Independent, "dates.form", "2026-11-25", date(2026, 11, 23));
        assert_eq!(on, ("That is 2 days from today.".into(), false));
    }

    #[test]
    fn courses_name_tasks_and_questions_that_exist() {
        for course in &COURSES {
            let tasks = super::super::journey(course.publisher);
            assert!(tasks.iter().any(|task| task.id == course.task), "{}", course.task);
            for key in [course.began, course.ended].into_iter().flatten() {
                assert!(steps::question(key).is_some(), "{key}");
            }
        }
    }
}
