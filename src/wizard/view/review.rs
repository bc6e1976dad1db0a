//! The review: every finding and every answer on one page.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::text::cut;
use crate::answers::{Kind, Question};
use crate::connector::files::Role;
use crate::rule::Finding;
use crate::rule::question::question_of;
use crate::steps::{STEPS, question};
use crate::wizard::model::Model;
use crate::wizard::region::Hit;
use crate::wizard::review::{self, Row};
use crate::wizard::solutions;
use crate::wizard::theme::mark;

/// Its lines.
pub(super) fn sheet(model: &Model, columns: usize) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(open) = &model.open else { return sheet };
    let theme = model.theme;
    let rows = review::rows(open);
    let cursor = (0..rows.len())
        .find(|row| *row >= open.review_cursor && rows[*row].is_stop())
        .or_else(|| (0..rows.len()).rev().find(|row| rows[*row].is_stop()));
    if open.report.is_none() {
        sheet.line("Checking…", theme.quiet());
    }
    // Of a hundred thousand rows only those near the cursor can be on the screen.
    let near = 2 * usize::from(model.size.1);
    for (number, row) in rows.iter().enumerate() {
        if row.is_stop() && number.abs_diff(cursor.unwrap_or_default()) > near {
            sheet.unseen();
            continue;
        }
        let here = cursor == Some(number);
        let lead = if here { "›" } else { " " };
        let start = sheet.len();
        match row {
            Row::Heading(text) => {
                sheet.gap();
                sheet.line(text.clone(), theme.title());
            }
            Row::Note(text) => sheet.text(text, columns, 2, theme.quiet()),
            Row::Finding { index, more } => {
                let Some(finding) = open.findings().get(*index) else { continue };
                let style = match (here, finding.is_unanswered()) {
                    (true, _) => theme.focus(),
                    (false, true) => Style::new(),
                    (false, false) => theme.level(finding.level),
                };
                let place = match more {
                    0 => short_place(finding),
                    more => format!("{} places", more + 1),
                };
                sheet.ends((&title(finding, lead), style), (&place, theme.quiet()), columns);
                if here {
                    sheet.text(&solutions::said(finding), columns, 4, Style::new());
                }
            }
            Row::Answer(question) => {
                let style = if here { theme.focus() } else { Style::new() };
                let text = open.answers.text(question.key).replace('\n', " ");
                let blank = text.trim().is_empty();
                let symbol = if blank { "○" } else { "✓" };
                let answer = if blank {
                    if matches!(question.kind, Kind::Attestation(_)) {
                        "not ticked"
                    } else {
                        "not answered"
                    }
                    .to_owned()
                } else {
                    cut(&text, columns / 2)
                };
                let shown = if open.answers.is_unconfirmed(question.key) {
                    format!("{answer} (from the files)")
                } else {
                    answer
                };
                sheet.ends(
                    (&format!("{lead} {symbol} {}", question.prompt), style),
                    (&shown, theme.quiet()),
                    columns,
                );
            }
        }
        if row.is_stop() {
            sheet.hit_from(start, Hit::Review(number));
        }
        if here {
            sheet.focus_from(start);
        }
    }
    sheet
}

/// The question that is still to be answered, or the rule that is broken.
fn title(finding: &Finding, lead: &str) -> String {
    let question = question_of(finding).filter(|_| finding.is_unanswered());
    match question {
        Some(question) => format!("{lead} ○ {}", question.prompt),
        None => format!("{lead} {} {}", mark(finding.level), finding.rule.id),
    }
}

/// Where a finding is, in few columns: what the file is to the connector, line and column; or the
/// step that asks.
pub(crate) fn short_place(finding: &Finding) -> String {
    if let Some((part, _)) = solutions::place(finding) {
        return part.to_owned();
    }
    let spot = &finding.spot;
    let file = match spot.role {
        Some(Role::Definition) => "definition",
        Some(Role::Properties) => "properties",
        Some(Role::Readme) => "read-me",
        Some(Role::Intro) => "intro",
        Some(Role::Icon) => "icon",
        Some(Role::Script) => "script",
        Some(Role::Settings) => "settings",
        None => {
            let step = spot.answer.and_then(question).map(Question::step);
            let step = STEPS.iter().find(|known| Some(known.id) == step);
            return step.map_or(String::new(), |step| format!("step {}", step.title));
        }
    };
    match spot.range {
        Some(range) => format!("{file} {}:{}", range.line, range.column),
        None => file.to_owned(),
    }
}
