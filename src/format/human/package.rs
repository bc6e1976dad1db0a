//! What a package is, before what is wrong with it.

use std::fmt::Write as _;

use super::super::{Style, plural, visible, wrap};
use crate::connector::Connector;
use crate::connector::package::Package;
use crate::rule::Checked;

/// What is in it, a line for each thing, and what it is compared with.
pub(super) fn contents(out: &mut String, checked: &Checked, package: &Package, style: &Style) {
    let mut line = |text: &str| {
        let text = wrap(&visible(text), style.width.saturating_sub(2), "      ");
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {text}");
    };
    if let Some((page, bytes)) = package.page() {
        line(&format!("{page}: {}", plural(bytes.len(), "byte", "bytes")));
    }
    for solution in package.solutions() {
        line(&format!("{}: {}", solution.path, solution.described(package.plugin)));
    }
    let connector = checked.submission.connector.as_deref();
    match connector.map(Connector::folder) {
        Some(folder) => line(&format!("Compared with the connector in {}.", folder.display())),
        None => line(
            "With `--connector FOLDER` or `--draft NAME` it is also compared with the files of the \
             connector.",
        ),
    }
    out.push('\n');
}
