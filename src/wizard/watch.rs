//! Watches the folder of the connector that is open, so that what other programs change is seen.
//! It only wakes the wizard; what has changed is found by reading.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecursiveMode, Watcher};

use super::msg::Msg;

/// How often a system is asked that cannot tell by itself.
const POLL: Duration = Duration::from_secs(2);

/// The watch on one folder.
pub(crate) struct Watch {
    to_main: Sender<Msg>,
    watcher: Option<Box<dyn Watcher>>,
    folder: Option<PathBuf>,
}

impl Watch {
    /// A watch on nothing yet.
    pub(crate) fn new(to_main: Sender<Msg>) -> Self {
        Self { to_main, watcher: None, folder: None }
    }

    /// Watches this folder and no other; again where it has gone and come back.
    pub(crate) fn follow(&mut self, folder: Option<&Path>) {
        let folder = folder.filter(|folder| folder.is_dir());
        if self.folder.as_deref() == folder {
            return;
        }
        // One watcher for each folder: dropping it is the surest way to end it.
        self.watcher = folder.and_then(|folder| self.watched(folder));
        self.folder = folder.map(Path::to_owned);
    }

    /// A watcher of the system's own, else one that looks now and then. Where neither works the
    /// files are read again on the way to the review, and every write compares them first.
    fn watched(&self, folder: &Path) -> Option<Box<dyn Watcher>> {
        let own = notify::recommended_watcher(self.wake()).ok();
        let own = own.map(|watcher| Box::new(watcher) as Box<dyn Watcher>);
        let own = own.and_then(|watcher| started(watcher, folder));
        own.or_else(|| {
            let config = Config::default().with_poll_interval(POLL);
            let watcher = PollWatcher::new(self.wake(), config).ok()?;
            started(Box::new(watcher), folder)
        })
    }

    fn wake(&self) -> impl Fn(notify::Result<Event>) + Send + 'static + use<> {
        let to_main = self.to_main.clone();
        move |event| {
            if event.is_ok_and(|event| changes(&event.kind)) {
                // Nobody listens any more when the program ends.
                let _ = to_main.send(Msg::FilesTouched);
            }
        }
    }
}

fn started(mut watcher: Box<dyn Watcher>, folder: &Path) -> Option<Box<dyn Watcher>> {
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

/// Whether an event tells of a change. Our own reading must not wake us.
fn changes(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_)
        | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        _ => true,
    }
}
