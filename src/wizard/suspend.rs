//! Stopping in the middle, so that the shell has the terminal, and going on later: asked for by a
//! key, or from outside. Unix only; elsewhere nothing offers it.

#[cfg(unix)]
pub(super) use unix::{ask, is_possible, stop, watch};

#[cfg(not(unix))]
pub(super) use elsewhere::{ask, is_possible, stop, watch};

/// How far we are with stopping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suspending {
    No,
    /// The publisher asks; whoever runs with us, such as a script around us, is to stop as well.
    Asked,
    /// The system asks: stop.
    Told,
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::thread;

    use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGSTOP, SIGTSTP};
    use signal_hook::iterator::Signals;

    use crate::wizard::msg::Msg;

    /// Whether somebody would wake us again: a shell with job control puts each job into a group of
    /// its own. Without one, as where a terminal or a connection runs nothing but us, whoever stops
    /// stays so for ever.
    pub(in crate::wizard) fn is_possible() -> bool {
        getsid(None).is_ok_and(|session| session != getpgrp())
    }

    /// Asks the whole job to stop, us among it.
    pub(in crate::wizard) fn ask() -> io::Result<()> {
        Ok(kill_current_process_group(Signal::TSTP)?)
    }

    /// Stops. Returns when we are woken.
    pub(in crate::wizard) fn stop() -> io::Result<()> {
        signal_hook::low_level::raise(SIGSTOP)
    }

    /// Tells when we are asked to stop, and when we were woken.
    pub(in crate::wizard) fn watch(to_main: Sender<Msg>) {
        // Without a handler a stop still stops us, only without the terminal being given back.
        let Ok(mut signals) = Signals::new([SIGTSTP, SIGCONT]) else { return };
        thread::spawn(move || {
            for signal in signals.forever() {
                let msg = if signal == SIGTSTP { Msg::Suspend } else { Msg::Woken };
                if to_main.send(msg).is_err() {
                    return;
                }
            }
        });
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;
    use std::sync::mpsc::Sender;

    use crate::wizard::msg::Msg;

    /// Never: this system does not stop programs.
    pub(in crate::wizard) fn is_possible() -> bool {
        false
    }

    /// Nobody is asked, since nothing offers it.
    #[expect(clippy::unnecessary_wraps, reason = "the twin of where it can fail")]
    pub(in crate::wizard) fn ask() -> io::Result<()> {
        Ok(())
    }

    /// Goes on at once.
    #[expect(clippy::unnecessary_wraps, reason = "the twin of where it can fail")]
    pub(in crate::wizard) fn stop() -> io::Result<()> {
        Ok(())
    }

    /// There is nothing to tell of.
    pub(in crate::wizard) fn watch(_to_main: Sender<Msg>) {}
}
