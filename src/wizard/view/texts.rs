//! The form of the missing texts: where the text will stand, the field, how long it may be, what
//! the rules say of it; at its end what the files would become.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::step::text_field;
use super::text::cut;
use crate::connector::terms;
use crate::fix::Gap;
use crate::format::plural;
use crate::rule::Level;
use crate::source::text::printable;
use crate::wizard::model::Model;
use crate::wizard::texts::{Form, Shown};
use crate::wizard::theme::mark;

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, form: &Form, columns: usize) {
    match (&form.shown, form.gap()) {
        (Some(shown), _) => changes(sheet, model, shown, columns),
        (None, Some(gap)) => asked(sheet, model, form, gap, columns),
        (None, None) => {}
    }
}

fn asked(sheet: &mut Sheet, model: &Model, form: &Form, gap: &Gap, columns: usize) {
    let theme = model.theme;
    let number = format!("{} of {}", form.at + 1, form.gaps.len());
    let written = format!("{} typed", form.count(&model.typed));
    sheet.ends((&number, theme.quiet()), (&written, theme.quiet()), columns);
    let beside = beside(model, form, gap);
    // A small screen has room for the operation and its part; the rest would push them away.
    let most = if super::is_small_size(model.size) { 2 } else { usize::MAX };
    for line in gap.around.iter().chain(&beside).take(most) {
        sheet.line(cut(&printable(line), columns), theme.quiet());
    }
    let start = sheet.len();
    sheet.line(cut(&format!("› {}", gap.wanted.what), columns), theme.focus());
    text_field(sheet, model, &form.editor, columns, true);
    let text = form.editor.text();
    count(sheet, model, gap, &text, columns);
    verdict(sheet, model, form, &text, columns);
    let is_proposal = gap.proposal.as_ref() == Some(&text);
    let hint = if is_proposal && form.typed(&model.typed, gap).is_none() {
        "A proposal: enter takes it, tab leaves it."
    } else {
        gap.wanted.hint
    };
    sheet.text(hint, columns, 2, theme.quiet());
    if form.waits {
        sheet.line("  Looking what that makes of the files…", theme.quiet());
    }
    sheet.focus_from(start);
}

/// What was typed just before or after for the same thing.
fn beside(model: &Model, form: &Form, gap: &Gap) -> Vec<String> {
    let holder = |gap: &Gap| gap.finding.place.pointer().and_then(|(_, at)| at.parent());
    let near = [form.at.checked_sub(1), Some(form.at + 1)];
    near.into_iter()
        .flatten()
        .filter_map(|at| form.gaps.get(at))
        .filter(|other| holder(other) == holder(gap))
        .filter_map(|other| {
            let text = form.typed(&model.typed, other)?;
            Some(format!("{}: {text}", other.wanted.what.to_lowercase()))
        })
        .collect()
}

/// How long it is and may be.
fn count(sheet: &mut Sheet, model: &Model, gap: &Gap, text: &str, columns: usize) {
    let length = terms::length(text.trim());
    let (fewest, most) = (gap.wanted.fewest, gap.wanted.most);
    let limits = match most {
        Some(most) if fewest > 1 => format!("{length} characters, {fewest} to {most}"),
        Some(most) => format!("{length} of {most} characters"),
        None => plural(length, "character", "characters"),
    };
    let too_long = most.is_some_and(|most| length > most);
    let (line, style) = match most {
        Some(most) if too_long => {
            (format!("✗ {limits}: {} too many", length - most), model.theme.level(Level::Error))
        }
        _ if length > 0 && length < fewest => {
            (format!("✗ {limits}: {} too few", fewest - length), model.theme.level(Level::Error))
        }
        _ => (limits, model.theme.quiet()),
    };
    sheet.line(cut(&format!("  {line}"), columns), style);
}

/// What the rules say.
fn verdict(sheet: &mut Sheet, model: &Model, form: &Form, text: &str, columns: usize) {
    let theme = model.theme;
    match &form.said {
        _ if text.trim().is_empty() => {}
        None => sheet.line("  asking the rules…", theme.quiet()),
        Some(said) if said.is_empty() => sheet.line("  ✓ no rule objects", theme.done()),
        Some(said) => {
            for (level, message) in said {
                let text = printable(message);
                sheet.marked(mark(*level), &text, columns, 2, theme.level(*level));
            }
        }
    }
}

fn changes(sheet: &mut Sheet, model: &Model, shown: &Shown, columns: usize) {
    let text = format!(
        "{} into the files, as below and in no other place. Enter writes, in one step that ctrl+z \
         undoes; esc leads back to the texts.",
        plural(shown.written, "text goes", "texts go")
    );
    sheet.text(&text, columns, 0, Style::new());
    sheet.gap();
    super::mending::diff(sheet, model, &shown.lines, columns);
    sheet.scroll_to(shown.scroll);
}
