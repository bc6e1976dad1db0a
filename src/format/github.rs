//! The format `github`: annotations that GitHub Actions shows at the lines of a pull request, and
//! one line that sums up.

use super::path::told;
use super::{Counts, Format, Style, plural, policy, tally, visible};
use crate::rule::{Checked, Finding, Level, Place};

/// The format.
pub(super) const FORMAT: Format =
    Format { name: "github", summary: "annotations for GitHub Actions", render };

fn render(checked: &[Checked], style: &Style) -> String {
    let mut out = String::new();
    for checked in checked {
        for finding in &checked.report.findings {
            out.push_str(&annotation(checked, finding, style));
            out.push('\n');
        }
    }
    let counts = checked.iter().map(|checked| Counts::of(&checked.report));
    let counts = counts.fold(Counts::default(), Counts::add);
    let found = if counts.total() == 0 { "nothing to mend".to_owned() } else { tally(counts) };
    let connectors = plural(checked.len(), "connector", "connectors");
    out + &format!("conncert: {found} in {connectors}\n")
}

fn annotation(checked: &Checked, finding: &Finding, style: &Style) -> String {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "notice",
    };
    let spot = &finding.spot;
    let mut properties: Vec<(&str, String)> = Vec::new();
    if let Some(file) = &spot.file {
        properties.push(("file", told(checked, Some(file), style).path));
    }
    if let Some(range) = spot.range {
        properties.push(("line", range.line.to_string()));
        // A file as a whole, or a heading that is not there, has no columns; and columns of
        // several lines are refused.
        let whole = matches!(finding.place, Place::File(_) | Place::Section(..));
        if !whole {
            properties.push(("endLine", range.end_line.to_string()));
            if range.line == range.end_line {
                properties.push(("col", range.column.to_string()));
                properties.push(("endColumn", range.end_column.to_string()));
            }
        }
    }
    properties.push(("title", finding.rule.id.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let place = match (spot.answer, spot.pointer.as_str()) {
        (Some(answer), _) => format!("\nanswer {answer}"),
        (None, "") => String::new(),
        (None, pointer) => format!("\n{pointer}"),
    };
    let policy = policy(finding).map(|policy| format!(" ({policy})")).unwrap_or_default();
    let message = data(&format!("{}{policy}{place}", finding.message));
    format!("::{command} {}::{message}", properties.join(","))
}

/// Text as the message of a command: it stays on its line.
fn data(text: &str) -> String {
    visible(&text.replace('\r', " ")).replace('%', "%25").replace('\n', "%0A")
}

/// Text as a property of a command: it ends where it should.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_field() {
        assert_eq!(data("50% of\nthis::error x"), "50%25 of%0Athis::error x");
        assert_eq!(data("a\r\nb\u{1b}[31m"), "a %0Ab\u{241b}[31m");
        assert_eq!(property("a,b:c\nd"), "a%2Cb%3Ac%0Ad");
    }
}
