//! What is being done beside the screen, in words: told when it takes longer than one notices.

use super::msg::Job;

/// Milliseconds after which it is told.
const NOTICED: u64 = 300;

/// Who does a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Reads and writes.
    Disk,
    /// Judges, and plans what can be mended.
    Judge,
}

/// A job in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Doing {
    pub(crate) hand: Hand,
    pub(crate) what: &'static str,
    /// Whether it can be cancelled: what writes into drafts and files cannot, and a check goes on
    /// by itself until a newer one takes its place.
    pub(crate) cancels: bool,
}

impl Doing {
    /// Of a job.
    pub(crate) const fn of(job: &Job) -> Self {
        let (hand, what, cancels) = match job {
            Job::Check { .. } => (Hand::Judge, "checking", false),
            Job::Plan { .. } => (Hand::Judge, "comparing answers and files", true),
            Job::Mend { .. } => (Hand::Judge, "looking for mends", true),
            Job::Export(_) => (Hand::Judge, "exporting", true),
            Job::Texts(_) => (Hand::Judge, "looking at texts", false),
            Job::List => (Hand::Disk, "looking for drafts", true),
            Job::Open(_) | Job::OpenAt { .. } | Job::Read { .. } => (Hand::Disk, "reading", true),
            Job::Save { .. } => (Hand::Disk, "saving", false),
            Job::WriteBack { .. } => (Hand::Disk, "writing", false),
            _ => (Hand::Disk, "working", false),
        };
        Self { hand, what, cancels }
    }
}

/// A job under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Work {
    doing: Doing,
    since: u64,
    /// Seconds that are told; none as long as it is not worth telling.
    told: Option<u64>,
}

/// What is under way, at most one job a hand.
#[derive(Debug, Default)]
pub(crate) struct Works(Vec<Work>);

impl Works {
    /// A hand begins.
    pub(crate) fn begin(&mut self, doing: Doing, now: u64) {
        self.rest(doing.hand);
        self.0.push(Work { doing, since: now, told: None });
    }

    /// A hand rests.
    pub(crate) fn rest(&mut self, hand: Hand) {
        self.0.retain(|work| work.doing.hand != hand);
    }

    /// Time passes.
    pub(crate) fn tick(&mut self, now: u64) {
        for work in &mut self.0 {
            let passed = now.saturating_sub(work.since);
            work.told = (passed >= NOTICED).then_some(passed / 1000);
        }
    }

    /// When time is to pass next.
    pub(crate) fn deadline(&self) -> Option<u64> {
        let next = |work: &Work| match work.told {
            None => work.since + NOTICED,
            Some(seconds) => work.since + (seconds + 1) * 1000,
        };
        self.0.iter().map(next).min()
    }

    /// Takes away what can be cancelled and is told; the words of what it was.
    pub(crate) fn cancel(&mut self) -> Option<&'static str> {
        let is_told = |work: &Work| work.doing.cancels && work.told.is_some();
        let what = self.0.iter().find(|work| is_told(work)).map(|work| work.doing.what);
        self.0.retain(|work| !is_told(work));
        what
    }

    /// For the top line: what can be cancelled first, then what takes longest.
    pub(crate) fn shown(&self) -> Option<String> {
        let told = self.0.iter().filter(|work| work.told.is_some());
        let work = told.min_by_key(|work| (!work.doing.cancels, work.since))?;
        let what = work.doing.what;
        let time = match work.told {
            None | Some(0) => "…".to_owned(),
            Some(seconds) => format!(", {seconds} s"),
        };
        let esc = if work.doing.cancels { " · esc cancels" } else { "" };
        Some(format!("{what}{time}{esc}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_work_is_told_with_its_time_and_short_work_is_not() {
        let mut works = Works::default();
        assert_eq!(works.deadline(), None);
        works.begin(Doing::of(&Job::List), 1_000);
        assert_eq!(works.deadline(), Some(1_300));
        works.tick(1_299);
        assert_eq!(works.shown(), None);
        assert_eq!(works.cancel(), None, "what nobody sees nobody cancels");
        works.tick(1_300);
        assert_eq!(works.shown().as_deref(), Some("looking for drafts… · esc cancels"));
        assert_eq!(works.deadline(), Some(2_000));
        works.tick(4_100);
        assert_eq!(works.shown().as_deref(), Some("looking for drafts, 3 s · esc cancels"));
        assert_eq!(works.cancel(), Some("looking for drafts"));
        assert_eq!((works.shown(), works.deadline()), (None, None));
    }

    #[test]
    fn each_hand_rests_for_itself_and_writing_cannot_be_cancelled() {
        let mut works = Works::default();
        let writing = Doing { hand: Hand::Disk, what: "writing", cancels: false };
        let looking = Doing { hand: Hand::Judge, what: "looking for mends", cancels: true };
        works.begin(writing, 0);
        works.begin(looking, 0);
        works.tick(2_000);
        works.rest(Hand::Judge);
        assert_eq!(works.shown().as_deref(), Some("writing, 2 s"));
        assert_eq!(works.cancel(), None);
        works.rest(Hand::Disk);
        assert_eq!(works.shown(), None);
    }
}
