//! Drafts in lists, to be chosen, side by side, and the answers that one lends another.

use ratatui::style::Style;
use ratatui::text::Span;

use super::sheet::Sheet;
use super::step::text_field;
use super::text::{cut, width, wrap};
use crate::format::plural;
use crate::rule::Level;
use crate::source::text::printable;
use crate::store::Listed;
use crate::wizard::drafts::{Comparison, Desk, Import, Pick, Purpose, offered};
use crate::wizard::model::Model;
use crate::wizard::plain::shown;
use crate::wizard::region::Hit;
use crate::wizard::update::{HomeRow, home_rows};

/// Drafts on offer that are shown at once.
const OFFERED: usize = 6;
/// Columns from which two answers stand side by side.
const BESIDE: usize = 72;

/// What lies over a page about drafts, with its title.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, desk: &Desk, columns: usize) -> &'static str {
    match desk {
        Desk::Search { editor } => {
            let help = "Words that all have to fit: of the name, the publisher type or the folder.";
            sheet.text(help, columns, 0, model.theme.quiet());
            sheet.gap();
            text_field(sheet, model, editor, columns, true);
            sheet.gap();
            let is_draft = |row: &HomeRow| matches!(row, HomeRow::Draft(_) | HomeRow::Archived(_));
            let count = home_rows(model).iter().filter(|row| is_draft(row)).count();
            sheet.line(plural(count, "draft", "drafts"), Style::new());
            " Search "
        }
        Desk::Rename { editor, .. } => {
            sheet.line("What shall the draft be called?", Style::new());
            sheet.gap();
            text_field(sheet, model, editor, columns, true);
            " Rename "
        }
        Desk::Pick(pick) => {
            choose(sheet, model, pick, columns);
            match pick.purpose {
                Purpose::Compare => " Compare with which draft? ",
                Purpose::Import(_) => " Import answers from which draft? ",
            }
        }
        Desk::Compared(comparison) => {
            compared(sheet, model, comparison, columns);
            " Two drafts "
        }
        Desk::Import(import) => {
            imported(sheet, model, import, columns);
            " Import answers "
        }
    }
}

/// A draft of a list.
pub(super) fn row(sheet: &mut Sheet, model: &Model, listed: &Listed, here: bool, columns: usize) {
    let theme = model.theme;
    let (mark, style) = if here { ("›", theme.focus()) } else { (" ", Style::new()) };
    let name = printable(&listed.name);
    let changed = listed.updated.map_or(String::new(), |at| {
        let at = at.to_zoned(jiff::tz::TimeZone::system());
        at.strftime("%Y-%m-%d %H:%M").to_string()
    });
    sheet.ends((&format!("{mark} {name}"), style), (&changed, theme.quiet()), columns);
    if let Some(error) = &listed.error {
        sheet.marked("✗", error, columns, 2, theme.level(Level::Error));
        return;
    }
    let publisher = listed.publisher.map_or("publisher type open", |found| found.word());
    let (answered, of) = listed.answered;
    let away = if listed.archived { " · put away" } else { "" };
    let state = format!("{publisher} · {answered} of {of} answered{away}");
    sheet.text(&state, columns, 2, theme.quiet());
}

fn choose(sheet: &mut Sheet, model: &Model, pick: &Pick, columns: usize) {
    text_field(sheet, model, &pick.editor, columns, true);
    sheet.gap();
    let offers = offered(model, pick);
    if model.home.is_none() {
        sheet.line("Looking for drafts…", model.theme.quiet());
    } else if offers.is_empty() {
        sheet.line("There is no other draft of that name.", model.theme.quiet());
    }
    // The list moves under the line that is typed in, which stays.
    let first = pick.cursor.saturating_sub(OFFERED - 1);
    for (number, listed) in offers.iter().enumerate().skip(first).take(OFFERED) {
        let here = number == pick.cursor;
        let style = if here { model.theme.focus() } else { Style::new() };
        let left = format!("{} {}", if here { "›" } else { " " }, printable(&listed.name));
        let publisher = listed.publisher.map_or("publisher type open", |found| found.word());
        let away = if listed.archived { ", put away" } else { "" };
        let right = format!("{publisher}{away}");
        let start = sheet.len();
        sheet.ends((&left, style), (&right, model.theme.quiet()), columns);
        sheet.hit_from(start, Hit::Desk(number));
    }
}

fn compared(sheet: &mut Sheet, model: &Model, comparison: &Comparison, columns: usize) {
    let theme = model.theme;
    let [first, second] = comparison.names.each_ref().map(|name| printable(name));
    let equal = comparison.equal();
    let differ = comparison.pairs.len() - equal;
    let beside = columns >= BESIDE;
    if beside {
        side_by_side(sheet, &first, &second, columns, theme.title());
    } else {
        sheet.line(cut(&format!("1  {first}"), columns), theme.title());
        sheet.line(cut(&format!("2  {second}"), columns), theme.title());
    }
    sheet.gap();
    match differ {
        0 => sheet.line("Both answer the same.", theme.done()),
        _ => sheet.line(format!("! {} differ", plural(differ, "answer", "answers")), theme.title()),
    }
    for pair in comparison.pairs.iter().filter(|pair| !pair.is_equal()) {
        sheet.gap();
        sheet.line(cut(pair.question.prompt, columns), theme.quiet());
        let [one, other] = [&pair.first, &pair.second].map(|text| said(pair.question, text));
        if beside {
            side_by_side(sheet, &one, &other, columns, Style::new());
        } else {
            sheet.marked("1", &one, columns, 0, Style::new());
            sheet.marked("2", &other, columns, 0, Style::new());
        }
    }
    if equal > 0 {
        sheet.gap();
        let fold = if comparison.unfolded { "" } else { "; space shows them" };
        sheet.line(
            format!("✓ {} alike{fold}", plural(equal, "answer is", "answers are")),
            theme.title(),
        );
    }
    for pair in comparison.pairs.iter().filter(|pair| comparison.unfolded && pair.is_equal()) {
        sheet.gap();
        sheet.line(cut(pair.question.prompt, columns), theme.quiet());
        sheet.text(&said(pair.question, &pair.first), columns, 0, Style::new());
    }
    sheet.scroll_to(comparison.scroll);
}

/// Two texts in two columns, as many lines as the longer one takes.
fn side_by_side(sheet: &mut Sheet, first: &str, second: &str, columns: usize, style: Style) {
    let half = columns.saturating_sub(3) / 2;
    let (first, second) = (wrap(first, half), wrap(second, half));
    for number in 0..first.len().max(second.len()) {
        let part = |lines: &[String]| lines.get(number).cloned().unwrap_or_default();
        let left = part(&first);
        let gap = " ".repeat(half.saturating_sub(width(&left)));
        sheet.spans(vec![
            Span::styled(left, style),
            Span::raw(format!("{gap} │ ")),
            Span::styled(part(&second), style),
        ]);
    }
}

fn imported(sheet: &mut Sheet, model: &Model, import: &Import, columns: usize) {
    let theme = model.theme;
    let (taken, all) = (import.taken().count(), import.loans.len());
    let text = format!(
        "{taken} of {} of “{}” taken. They are the publisher's; what belongs to one connector \
         stays there. One undo takes them back.",
        plural(all, "answer", "answers"),
        printable(&import.from)
    );
    sheet.text(&text, columns, 0, Style::new());
    sheet.gap();
    for (number, (loan, taken)) in import.loans.iter().enumerate() {
        let here = number == import.cursor;
        let style = if here { theme.focus() } else { Style::new() };
        let start = sheet.len();
        let lead = if here { "›" } else { " " };
        let tick = if *taken { "[x]" } else { "[ ]" };
        sheet.line(cut(&format!("{lead} {tick} {}", loan.question.prompt), columns), style);
        sheet.text(&said(loan.question, &loan.text), columns, 6, Style::new());
        if let Some((own, given)) = loan.own.as_ref().filter(|_| loan.replaces()) {
            let whose = if *given { "replaces yours" } else { "your files say" };
            let text = format!("{whose}: {}", said(loan.question, own));
            sheet.marked("!", &text, columns, 6, theme.level(Level::Warning));
        } else if loan.own.is_some() {
            sheet.text("your files say the same; this confirms it", columns, 6, theme.quiet());
        }
        sheet.hit_from(start, Hit::Desk(number));
        if here {
            sheet.focus_from(start);
        }
    }
}

/// An answer as people say it.
fn said(question: &crate::answers::Question, text: &str) -> String {
    if text.trim().is_empty() {
        return "—".to_owned();
    }
    printable(&shown(question, text).replace('\n', " / ")).into_owned()
}
