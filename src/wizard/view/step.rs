//! A step: why it is asked, the fields, what is wrong with each, and what else concerns the step.

use std::collections::HashSet;

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;

use super::sheet::Sheet;
use super::text::{cut, width};
use crate::answers::{Answers, Kind, Moment, Origin, Question, items};
use crate::rule::{Finding, Level};
use crate::source::text::printable;
use crate::steps::outage;
use crate::tasks::dates::Consequence;
use crate::wizard::field::Editor;
use crate::wizard::model::{Focus, Model, Open, options};
use crate::wizard::region::Hit;
use crate::wizard::solutions::said;
use crate::wizard::theme::mark;

/// Findings of a step that are shown beside those under its fields.
const SHOWN: usize = 6;

/// The page. Help for the focused question stands in the form where there is no room beside it.
pub(super) fn sheet(model: &Model, columns: usize, with_help: bool) -> Sheet {
    let mut sheet = Sheet::default();
    let (Some(open), Some(step)) = (&model.open, model.step()) else { return sheet };
    sheet.text(step.intro, columns, 0, Style::new());
    let fields = model.fields();
    let follows = match step.id {
        "dates" => open.follows(),
        _ => Vec::new(),
    };
    let mut placed: HashSet<*const Finding> = HashSet::new();
    let mut moment = None;
    for (index, question) in fields.iter().enumerate() {
        let focused = model.focus == Focus::Page && index == open.field;
        if let Kind::Attestation(at) = question.kind
            && step.id == "attestations"
            && moment != Some(at)
        {
            moment = Some(at);
            sheet.gap();
            sheet.line(when(at), model.theme.title());
        } else if !matches!(question.kind, Kind::Attestation(_)) || step.id != "attestations" {
            sheet.gap();
        }
        let start = sheet.len();
        field(&mut sheet, model, open, question, focused, columns);
        super::package::file(&mut sheet, model, open, question, columns);
        for finding in open.of_question(question) {
            placed.insert(finding);
            // That it is required stands beside the question already.
            if !finding.is_unanswered() {
                told(&mut sheet, model, finding, columns, 2);
            }
        }
        for found in follows.iter().filter(|found| found.key == question.key) {
            consequence(&mut sheet, model, found, columns, 2);
        }
        if question.key == "uptime.percent" {
            uptime(&mut sheet, model, &open.answers, columns);
        }
        if focused && index == 0 {
            // What the step is about comes before what its first question is about.
            sheet.stay_at_top();
        }
        if focused && with_help {
            explanation(&mut sheet, model, open, question, columns, 2);
        }
        sheet.hit_from(start, Hit::Field(question.key));
        if focused {
            sheet.focus_from(start);
        }
    }
    if step.id == "connector" {
        facts(&mut sheet, model, open, columns);
    }
    if step.id == "package" {
        super::package::whole(&mut sheet, model, open, columns);
    }
    let rest = open.filed.counts(step.id).sum().saturating_sub(placed.len());
    if rest > 0 {
        sheet.gap();
        sheet.line("In the files", model.theme.title());
        let heads = open.filed.heads(step.id).iter().filter_map(|at| open.findings().get(*at));
        let shown: Vec<&Finding> = heads
            .filter(|finding| !placed.contains(&std::ptr::from_ref(*finding)))
            .take(SHOWN)
            .collect();
        for finding in &shown {
            told(&mut sheet, model, finding, columns, 0);
        }
        if rest > shown.len() {
            let more = rest - shown.len();
            sheet.line(
                format!("  and {more} more on the review page (ctrl+r)"),
                model.theme.quiet(),
            );
        }
    }
    if open.field + 1 == fields.len() {
        sheet.focus_to_end();
    }
    sheet
}

/// The help pane of wide screens.
pub(super) fn help(model: &Model, columns: usize) -> Sheet {
    let mut sheet = Sheet::default();
    if let (Some(open), Some(question)) = (&model.open, model.question()) {
        sheet.text(question.prompt, columns, 0, model.theme.title());
        sheet.gap();
        explanation(&mut sheet, model, open, question, columns, 0);
    }
    sheet
}

fn explanation(
    sheet: &mut Sheet,
    model: &Model,
    open: &Open,
    question: &Question,
    columns: usize,
    indent: usize,
) {
    let quiet = model.theme.quiet();
    let style = if indent == 0 { Style::new() } else { quiet };
    let chosen = options(question).get(open.option).copied();
    if let Some((_, label, help)) = chosen.filter(|(_, _, help)| !help.is_empty()) {
        sheet.text(&format!("{label}: {help}"), columns, indent, style);
    } else {
        sheet.text(question.help, columns, indent, style);
    }
    if !question.example.is_empty() && open.answers.is_blank(question.key) {
        sheet.text(&format!("For example: {}", question.example), columns, indent, quiet);
    }
}

const fn when(moment: Moment) -> &'static str {
    match moment {
        Moment::Start => "Before you start",
        Moment::Export => "Before the export",
        Moment::Submitted => "Once the pull request or the offer exists",
    }
}

fn field(
    sheet: &mut Sheet,
    model: &Model,
    open: &Open,
    question: &Question,
    focused: bool,
    columns: usize,
) {
    let theme = model.theme;
    let lead = if focused { "›" } else { " " };
    let style = if focused { theme.focus() } else { Style::new() };
    let answer = open.answers.get(question.key);
    let text = open.answers.text(question.key);
    if let Kind::Attestation(_) = question.kind {
        let ticked = !text.trim().is_empty();
        let tick = if ticked { "[x]" } else { "[ ]" };
        let date = if ticked { format!(" ({})", printable(text)) } else { String::new() };
        let head = format!("{lead} {tick}");
        sheet.marked(&head, &format!("{}{date}", question.prompt), columns, 0, style);
        return;
    }
    let blank = text.trim().is_empty();
    let due = match (blank, (question.required)(&open.answers)) {
        (false, _) => "",
        (true, true) => "required",
        (true, false) => "optional",
    };
    sheet.ends((&format!("{lead} {}", question.prompt), style), (due, theme.quiet()), columns);
    match question.kind {
        Kind::Choice(_) | Kind::Choices { .. } | Kind::YesNo => {
            choices(sheet, model, open, question, focused, columns);
        }
        _ => match open.editor.as_ref().filter(|editor| focused && editor.key == question.key) {
            Some(editor) => text_field(sheet, model, editor, columns, true),
            None => {
                let empty = text.is_empty();
                let shown = if empty { "—" } else { text };
                let style = if empty { theme.quiet() } else { Style::new() };
                for line in shown.split('\n').take(4) {
                    sheet.line(format!("  {}", cut(line, columns.saturating_sub(2))), style);
                }
            }
        },
    }
    if let Some(Origin::Read(from)) = answer.map(|answer| &answer.origin) {
        let confirm = if focused { "; enter confirms" } else { "" };
        let text = format!("from {}{confirm}", printable(from));
        sheet.line(format!("  {}", cut(&text, columns.saturating_sub(2))), theme.quiet());
    }
}

fn choices(
    sheet: &mut Sheet,
    model: &Model,
    open: &Open,
    question: &Question,
    focused: bool,
    columns: usize,
) {
    let text = open.answers.text(question.key);
    let several = matches!(question.kind, Kind::Choices { .. });
    let chosen: Vec<&str> = items(text).collect();
    let options = options(question);
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for (index, (value, label, _)) in options.iter().enumerate() {
        let on = chosen.iter().any(|item| item.eq_ignore_ascii_case(value));
        let here = focused && index == open.option;
        let lead = if here { "›" } else { " " };
        let tick = match (several, on) {
            (true, true) => "[x]",
            (true, false) => "[ ]",
            (false, true) => "(•)",
            (false, false) => "( )",
        };
        let cell = format!(" {lead}{tick} {label}");
        let style = if here { model.theme.focus() } else { Style::new() };
        // Many short options stand side by side, few stand below each other.
        if options.len() <= 6 {
            sheet.hit_at(0..columns, Hit::Option(question.key, index));
            sheet.line(cut(&cell, columns), style);
            continue;
        }
        if used > 0 && used + width(&cell) + 1 > columns {
            sheet.spans(std::mem::take(&mut spans));
            used = 0;
        }
        used += width(&cell) + 1;
        let from = used - width(&cell) - 1;
        sheet.hit_at(from..used, Hit::Option(question.key, index));
        if here {
            sheet.cursor_at(used.saturating_sub(width(&cell)) + 2);
        }
        spans.push(Span::styled(format!("{cell} "), style));
    }
    if !spans.is_empty() {
        sheet.spans(spans);
    }
    let unknown: Vec<&str> = chosen
        .into_iter()
        .filter(|item| !options.iter().any(|(value, _, _)| value.eq_ignore_ascii_case(item)))
        .collect();
    if !unknown.is_empty() {
        let text = format!("as typed: {}", unknown.join(", "));
        sheet.text(&text, columns, 2, model.theme.quiet());
    }
}

/// A text being edited, with its selection and the real cursor.
pub(super) fn text_field(
    sheet: &mut Sheet,
    model: &Model,
    editor: &Editor,
    columns: usize,
    focused: bool,
) {
    let room = columns.saturating_sub(3).max(1);
    let (row, column) = editor.cursor();
    let selection = editor.selection();
    for (number, line) in editor.lines().iter().enumerate() {
        let inside = |at: usize| {
            selection.is_some_and(|(from, to)| (number, at) >= from && (number, at) < to)
        };
        let mut cells: Vec<(String, usize, bool)> = Vec::new();
        let mut at = 0;
        let mut cursor_cell = None;
        for grapheme in line.graphemes(true) {
            if focused && number == row && at == column {
                cursor_cell = Some(cells.len());
            }
            let shown = printable(grapheme).into_owned();
            let columns = width(&shown);
            cells.push((shown, columns, focused && inside(at)));
            at += grapheme.chars().count();
        }
        let cursor = (focused && number == row).then(|| cursor_cell.unwrap_or(cells.len()));
        // The window moves so that the cursor stays in it.
        let mut first = 0;
        if let Some(cursor) = cursor {
            let before: usize = cells.iter().take(cursor).map(|cell| cell.1).sum();
            let mut over = (before + 1).saturating_sub(room);
            while over > 0 && first < cursor {
                over = over.saturating_sub(cells.get(first).map_or(1, |cell| cell.1.max(1)));
                first += 1;
            }
        }
        let mut spans = vec![Span::raw(if first > 0 { " …" } else { "  " })];
        let mut used = 0;
        for (index, (shown, columns, selected)) in cells.into_iter().enumerate().skip(first) {
            if cursor == Some(index) {
                sheet.cursor_at(2 + used);
            }
            if used + columns > room {
                break;
            }
            used += columns;
            let style = if selected { model.theme.selected() } else { Style::new() };
            spans.push(Span::styled(shown, style));
        }
        if cursor.is_some_and(|cursor| cursor >= first) && at == column {
            sheet.cursor_at(2 + used);
        }
        sheet.spans(spans);
    }
}

fn told(sheet: &mut Sheet, model: &Model, finding: &Finding, columns: usize, indent: usize) {
    let style = model.theme.level(finding.level);
    sheet.marked(mark(finding.level), &said(finding), columns, indent, style);
    let place = if finding.spot.answer.is_some() {
        finding.rule.id.to_owned()
    } else {
        format!("{} · {}", super::review::short_place(finding), finding.rule.id)
    };
    let id = cut(&place, columns.saturating_sub(indent + 2));
    let lead = columns.saturating_sub(width(&id));
    sheet.line(format!("{}{id}", " ".repeat(lead)), model.theme.quiet());
}

/// What follows from a day.
pub(super) fn consequence(
    sheet: &mut Sheet,
    model: &Model,
    found: &Consequence,
    columns: usize,
    indent: usize,
) {
    let (mark, style) = if found.presses {
        ("!", model.theme.level(Level::Warning))
    } else {
        ("→", model.theme.quiet())
    };
    sheet.marked(mark, &found.text, columns, indent, style);
}

/// What the figure means, beside the usual ones.
fn uptime(sheet: &mut Sheet, model: &Model, answers: &Answers, columns: usize) {
    let yours = crate::steps::question("uptime.percent")
        .and_then(|question| question.parse(answers.text("uptime.percent")).ok())
        .and_then(|value| match value {
            crate::answers::Value::Percent(percent) => Some(percent),
            _ => None,
        });
    let mut figures = vec![(99.0, false), (99.9, false), (99.95, false), (99.99, false)];
    if let Some(yours) = yours {
        figures.retain(|(percent, _)| (percent - yours).abs() > f64::EPSILON);
        figures.push((yours, true));
        figures.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    sheet.gap();
    sheet.line(cut("              outage a month   outage a year", columns), model.theme.quiet());
    for (percent, own) in figures {
        let outage = outage::outage(percent);
        let lead = if own { "▸" } else { " " };
        let tail = if own { "  yours" } else { "" };
        let style = if own { model.theme.focus() } else { model.theme.quiet() };
        let line =
            format!("  {lead} {percent:<8}{:>16}{:>16}{tail}", outage.month(), outage.year());
        sheet.line(cut(&line, columns), style);
    }
    if yours.is_some_and(|percent| percent >= outage::RECOMMENDED) {
        sheet.marked("✓", "At or above the recommendation.", columns, 2, model.theme.done());
    }
}

/// Title and description as the files have them.
fn facts(sheet: &mut Sheet, model: &Model, open: &Open, columns: usize) {
    sheet.gap();
    let quiet = model.theme.quiet();
    let Some(definition) = open.connector.as_deref().and_then(|found| found.definition()) else {
        let why = open.problem.as_deref().unwrap_or("No definition could be read yet.");
        sheet.text(why, columns, 2, quiet);
        return;
    };
    let text = |name| definition.info().and_then(|info| info.text(name)).unwrap_or_default();
    for (label, name) in [("Title", "title"), ("Description", "description")] {
        let value = text(name);
        let count = format!("{} characters", value.chars().count());
        sheet.ends((&format!("  {label}"), Style::new()), (&count, quiet), columns);
        sheet.text(&value, columns, 2, quiet);
    }
}
