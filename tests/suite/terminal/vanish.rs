//! A terminal that vanishes, as when a window is closed or a connection breaks: the draft is saved,
//! and the program ends instead of waiting, or turning in circles, for ever.

use std::fs;

use super::Session;

impl Session {
    /// Closes every handle of the terminal, as a closed window does.
    fn hang_up(&mut self) {
        self.lets_go.store(true, std::sync::atomic::Ordering::SeqCst);
        // The reader holds a handle until it reads: something has to be drawn.
        self.type_in("m");
        self.reader.take().map(std::thread::JoinHandle::join);
        self.master = None;
        self.writer = Box::new(std::io::sink());
    }
}

#[test]
fn the_draft_is_saved_and_the_program_ends_well() {
    let mut session = Session::start(|_| {});
    session.typing();
    session.hang_up();
    assert_eq!(session.ended(), 0);
    // The last character may never have arrived.
    assert!(session.draft().contains("email = \"help@contoso"), "{}", session.draft());
}

#[test]
fn where_nothing_can_be_saved_it_ends_all_the_same_and_says_so_by_its_code() {
    let mut session = Session::start(|_| {});
    session.wait("Publisher");
    // A file stands where the drafts would be kept.
    let data = session.dir.path().join("data");
    if data.is_dir() {
        fs::remove_dir_all(&data).expect("nothing was saved yet");
    }
    fs::write(&data, "").expect("a file");
    session.type_in("\r");
    session.wait("cannot be written");
    session.hang_up();
    assert_eq!(session.ended(), 3);
}
