//! The two hands that work beside the screen: one reads and writes, one judges, so that neither a
//! save nor a reading waits for a long check. What was asked for and is cancelled is not begun, or
//! is given up at the next step, and its result is dropped.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::msg::{Done, Job, Msg};
use super::work::{Doing, Hand};
use super::worker::{Worker, judge};

/// Every job up to this one is cancelled, of those that can be.
#[derive(Debug, Clone, Default)]
struct Cancelled(Arc<AtomicU64>);

/// Whether a job is still wanted.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    number: u64,
    cancelled: Cancelled,
}

impl Wanted {
    /// A job that nobody can cancel.
    pub(crate) fn always() -> Self {
        Self { number: u64::MAX, cancelled: Cancelled::default() }
    }

    /// A job that was cancelled.
    #[cfg(test)]
    pub(crate) fn never() -> Self {
        Self { number: 0, cancelled: Cancelled::default() }
    }

    /// Whether nobody waits for the result any more.
    pub(crate) fn is_over(&self) -> bool {
        self.number <= self.cancelled.0.load(Ordering::SeqCst)
    }
}

/// A job with its number.
type Numbered = (u64, Job);

/// Gives jobs to the hand that does them.
pub(crate) struct Hands {
    disk: Sender<Numbered>,
    judge: Sender<Numbered>,
    given: u64,
    cancelled: Cancelled,
}

impl Hands {
    /// Starts both.
    pub(crate) fn start(mut worker: Worker, to_main: &Sender<Msg>) -> Self {
        let cancelled = Cancelled::default();
        let here = worker.here().to_owned();
        let disk = hand(Hand::Disk, to_main.clone(), cancelled.clone(), move |job, wanted| {
            worker.perform_while(job, wanted)
        });
        let judge = hand(Hand::Judge, to_main.clone(), cancelled.clone(), move |job, wanted| {
            judged(job, &here, wanted)
        });
        Self { disk, judge, given: 0, cancelled }
    }

    /// Gives a job; false when the hand is gone.
    pub(crate) fn give(&mut self, job: Job) -> bool {
        if matches!(job, Job::Cancel) {
            self.cancelled.0.store(self.given, Ordering::SeqCst);
            return true;
        }
        self.given += 1;
        let hand = match Doing::of(&job).hand {
            Hand::Disk => &self.disk,
            Hand::Judge => &self.judge,
        };
        hand.send((self.given, job)).is_ok()
    }
}

fn judged(job: Job, here: &Path, wanted: &Wanted) -> Done {
    // Whatever is no judgement was given to the other hand.
    judge(job, here, wanted).unwrap_or(Done::Cancelled)
}

/// Starts a hand. Saves go first, and of several checks only the newest is done.
fn hand(
    hand: Hand,
    to_main: Sender<Msg>,
    cancelled: Cancelled,
    mut perform: impl FnMut(Job, &Wanted) -> Done + Send + 'static,
) -> Sender<Numbered> {
    let (jobs, queue): (_, Receiver<Numbered>) = channel();
    thread::spawn(move || {
        while let Ok(job) = queue.recv() {
            let mut batch = vec![job];
            batch.extend(queue.try_iter());
            for (number, job) in in_order(batch, |(_, job)| job) {
                let doing = Doing::of(&job);
                let wanted = if doing.cancels {
                    Wanted { number, cancelled: cancelled.clone() }
                } else {
                    Wanted::always()
                };
                // Nobody listens any more when the program ends.
                let _ = to_main.send(Msg::Began(doing));
                let done = if wanted.is_over() {
                    Ok(Done::Cancelled)
                } else {
                    catch_unwind(AssertUnwindSafe(|| perform(job, &wanted)))
                };
                let lost = done.is_err();
                let done = done.map(|done| if wanted.is_over() { Done::Cancelled } else { done });
                let _ = to_main.send(Msg::Rests(hand));
                if to_main.send(done.map_or(Msg::WorkerLost, Msg::Done)).is_err() || lost {
                    return;
                }
            }
        }
    });
    jobs
}

/// Saves before anything else; older checks than the last are not worth doing.
pub(crate) fn in_order<T>(jobs: Vec<T>, job: impl Fn(&T) -> &Job) -> Vec<T> {
    let is_check = |item: &T| matches!(job(item), Job::Check { .. });
    let last_check = jobs.iter().rposition(is_check);
    let is_judgement = |item: &T| matches!(job(item), Job::Texts(task) if task.is_passing());
    let last_judgement = jobs.iter().rposition(is_judgement);
    let mut kept: Vec<T> = jobs
        .into_iter()
        .enumerate()
        .filter(|(at, item)| !is_check(item) || Some(*at) == last_check)
        .filter(|(at, item)| !is_judgement(item) || Some(*at) == last_judgement)
        .map(|(_, item)| item)
        .collect();
    kept.sort_by_key(|item| !matches!(job(item), Job::Save { .. }));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::RecvTimeoutError;
    use std::time::Duration;

    /// A hand whose work takes until it is told to go on.
    fn slow() -> (Sender<Numbered>, Sender<()>, Receiver<Msg>, Cancelled) {
        let (to_main, inbox) = channel();
        let (go, waits) = channel::<()>();
        let cancelled = Cancelled::default();
        let jobs = hand(Hand::Disk, to_main, cancelled.clone(), move |_, _| {
            let _ = waits.recv();
            Done::Listed(Ok(super::super::msg::Home::default()))
        });
        (jobs, go, inbox, cancelled)
    }

    fn next(inbox: &Receiver<Msg>) -> Result<Msg, RecvTimeoutError> {
        inbox.recv_timeout(Duration::from_secs(10))
    }

    #[test]
    fn what_is_cancelled_while_it_is_done_is_dropped() {
        let (jobs, go, inbox, cancelled) = slow();
        assert!(jobs.send((1, Job::List)).is_ok());
        assert!(matches!(next(&inbox), Ok(Msg::Began(_))));
        cancelled.0.store(1, Ordering::SeqCst);
        assert!(go.send(()).is_ok());
        assert!(matches!(next(&inbox), Ok(Msg::Rests(Hand::Disk))));
        assert!(matches!(next(&inbox), Ok(Msg::Done(Done::Cancelled))));
        // What is asked for after that is done.
        assert!(jobs.send((2, Job::List)).is_ok());
        assert!(go.send(()).is_ok());
        assert!(matches!(next(&inbox), Ok(Msg::Began(_))));
        assert!(matches!(next(&inbox), Ok(Msg::Rests(_))));
        assert!(matches!(next(&inbox), Ok(Msg::Done(Done::Listed(_)))));
    }

    #[test]
    fn what_is_cancelled_before_it_is_begun_is_never_done() {
        let (jobs, _go, inbox, cancelled) = slow();
        cancelled.0.store(1, Ordering::SeqCst);
        assert!(jobs.send((1, Job::List)).is_ok());
        assert!(matches!(next(&inbox), Ok(Msg::Began(_))));
        assert!(matches!(next(&inbox), Ok(Msg::Rests(_))));
        assert!(matches!(next(&inbox), Ok(Msg::Done(Done::Cancelled))));
    }
}
