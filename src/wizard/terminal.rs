//! Takes the terminal and gives it back, whatever happens: quit, error, panic, signal.

use std::io::{self, Stdout};
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;

use super::clipboard::{self, Between};

/// Whether the terminal is ours now; it is given back exactly once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours now.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Buttons, the wheel and drags, with places beyond column 223. Mere motion is not asked for: it
/// would come with every step of the pointer.
#[cfg(not(windows))]
fn mouse(on: bool) -> io::Result<()> {
    use std::io::Write as _;
    let mut out = io::stdout();
    let (sign, modes) = if on { ('h', [1000, 1002, 1006]) } else { ('l', [1006, 1002, 1000]) };
    for mode in modes {
        write!(out, "\u{1b}[?{mode}{sign}")?;
    }
    out.flush()
}

/// The console of Windows has one switch for it.
#[cfg(windows)]
fn mouse(on: bool) -> io::Result<()> {
    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// The terminal while it is ours. Dropping it gives it back.
pub(crate) struct Terminal {
    /// Never dropped: it would print a complaint where the terminal is gone, and panic where nobody
    /// takes that. What it would do, `give_back` does.
    inner: Inner,
}

type Inner = ManuallyDrop<ratatui::Terminal<CrosstermBackend<Stdout>>>;

fn inner() -> io::Result<Inner> {
    Ok(ManuallyDrop::new(ratatui::Terminal::new(CrosstermBackend::new(io::stdout()))?))
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// The terminal's own; it is given back before.
    pub(crate) fn take() -> io::Result<Self> {
        install_hook();
        TAKEN.store(true, Ordering::SeqCst);
        Self::enter().inspect_err(|_| give_back())
    }

    fn enter() -> io::Result<Self> {
        switch_on()?;
        Ok(Self { inner: inner()? })
    }

    /// Gives the terminal back for a while, to a shell or another program.
    #[expect(clippy::unused_self, reason = "only whoever holds the terminal can give it back")]
    pub(crate) fn lend(&mut self) {
        give_back();
    }

    /// Takes it again after that, whatever was done to it meanwhile; the next frame draws all.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(crate) fn take_again(&mut self) -> io::Result<()> {
        give_back();
        TAKEN.store(true, Ordering::SeqCst);
        switch_on()?;
        self.start_anew()
    }

    /// The next frame draws all, whatever stands there.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(crate) fn start_anew(&mut self) -> io::Result<()> {
        // A new one knows nothing of what stood there, so it draws all. Clearing the old one would
        // ask the terminal where its cursor is, and wait for an answer that another thread reads.
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.inner = inner()?;
        Ok(())
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.inner.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// Puts a text where pasting finds it (OSC 52). Terminals that may not, ignore it.
    ///
    /// # Errors
    /// The terminal is gone.
    #[expect(clippy::unused_self, reason = "only who has the terminal may write to it")]
    pub(crate) fn copy(&mut self, text: &str) -> io::Result<()> {
        let between = between();
        if between == Between::Tmux {
            clipboard::tell_tmux(text);
        }
        execute!(io::stdout(), Print(clipboard::sequence(text, between)))
    }

    /// Takes the mouse, or leaves it to the terminal, which then selects text with it.
    ///
    /// # Errors
    /// The terminal is gone, or knows no mouse.
    #[expect(clippy::unused_self, reason = "only who has the terminal may write to it")]
    pub(crate) fn hear_mouse(&mut self, on: bool) -> io::Result<()> {
        if MOUSE.swap(on, Ordering::SeqCst) == on {
            return Ok(());
        }
        mouse(on)
    }

    /// Draws one frame, as one update where the terminal knows how.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(crate) fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let mut out = io::stdout();
        execute!(out, BeginSynchronizedUpdate)?;
        let drawn = self.inner.draw(view).map(|_| ());
        // Also after an error, or the screen would stay frozen.
        execute!(out, EndSynchronizedUpdate)?;
        drawn
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Switches everything on that `give_back` switches off.
fn switch_on() -> io::Result<()> {
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen)?;
    // The legacy Windows console has no bracketed paste; pastes then arrive as keys.
    let _ = execute!(out, EnableBracketedPaste);
    Ok(())
}

/// What stands between us and the terminal, by what it leaves in the environment.
fn between() -> Between {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("TMUX") {
        Between::Tmux
    } else if is_set("STY") {
        Between::Screen
    } else {
        Between::Nothing
    }
}

/// Undoes what `take` did, once. A terminal that is gone cannot be mended, so errors are let go.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        if MOUSE.swap(false, Ordering::SeqCst) {
            let _ = mouse(false);
        }
        let _ = execute!(
            out,
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            cursor::Show
        );
        let _ = disable_raw_mode();
    }
}

/// A panic gives the terminal back before its message is printed. One in a helping thread leaves
/// the screen alone: the wizard goes on, and says so itself.
fn install_hook() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() == Some("main") {
            give_back();
            before(panic);
        }
    }));
}
