//! Opens an address with whatever the system opens addresses with.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address, and waits until the system has taken it.
///
/// # Errors
/// In words, with the address: nothing here opens one.
pub(crate) fn open(address: &str) -> Result<(), String> {
    let told = |why: &str| format!("{why} The address is {address}");
    if !has_screen() {
        return Err(told("No browser can be opened from this terminal."));
    }
    match run(address) {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(told("The browser did not open.")),
    }
}

/// Whether a window could open. A browser that runs in the terminal would take ours.
fn has_screen() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_own = cfg!(any(windows, target_os = "macos"));
    // Somebody who works from afar wants a window where they sit, not where this runs.
    let is_far = set("SSH_CONNECTION") && !set("DISPLAY");
    !is_far && (has_own || set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WSL_DISTRO_NAME"))
}

fn run(address: &str) -> io::Result<bool> {
    let mut command = command();
    command.arg(address);
    // Whatever it says must not land on our screen.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command.status()?.success())
}

#[cfg(windows)]
fn command() -> Command {
    // Not `start`, which is a word of a shell that would read `&` in an address.
    let mut command = Command::new("rundll32");
    command.arg("url.dll,FileProtocolHandler");
    command
}

#[cfg(target_os = "macos")]
fn command() -> Command {
    Command::new("open")
}

#[cfg(not(any(windows, target_os = "macos")))]
fn command() -> Command {
    let is_windows_below = std::env::var_os("WSL_DISTRO_NAME").is_some();
    let has_own = std::env::var_os("DISPLAY").or(std::env::var_os("WAYLAND_DISPLAY")).is_some();
    Command::new(if is_windows_below && !has_own { "wslview" } else { "xdg-open" })
}
