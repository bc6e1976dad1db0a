//! What lies over the page, in a frame of its own.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Clear;

use super::sheet::Sheet;
use super::step::text_field;
use super::text::{cut, width};
use super::{inside, panel, printable, viewer};
use crate::rule::docs::{Block, Docs};
use crate::rule::{Finding, Level, Rule, sources};
use crate::wizard::filter::fits;
use crate::wizard::keymap::Place;
use crate::wizard::model::Model;
use crate::wizard::msg::Intent;
use crate::wizard::overlay::Overlay;
use crate::wizard::palette;
use crate::wizard::region::{Hit, Region};
use crate::wizard::solutions::said;
use crate::wizard::theme::mark;

/// Names that a path may go on with that are shown at once.
const OFFERED: usize = 12;
/// Entries of the palette that are shown at once; few enough for the smallest screen with frames.
const PALETTE_ROWS: usize = 8;

/// Draws the top overlay, if there is one.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, body: Rect) -> Vec<Region> {
    let Some(overlay) = model.overlays.last() else { return Vec::new() };
    if let Overlay::Finding { index, scroll, line, side } = overlay
        && let Some(finding) = model.open.as_ref().and_then(|open| open.findings().get(*index))
        && viewer::draw(model, finding, (*line, *side, *scroll), frame, body)
    {
        return Vec::new();
    }
    let whole = matches!(
        overlay,
        Overlay::Help { .. }
            | Overlay::Diff { .. }
            | Overlay::Finding { .. }
            | Overlay::Mending(_)
            | Overlay::Texts(_)
            | Overlay::Rule { .. }
            | Overlay::Way { .. }
            | Overlay::Tour { .. }
    ) || matches!(overlay, Overlay::Desk(desk) if desk.is_long());
    let columns = usize::from(body.width.min(if whole { 100 } else { 64 })).saturating_sub(4);
    let (title, sheet) = content(model, overlay, columns);
    let height = u16::try_from(sheet.len() + 2).unwrap_or(u16::MAX).min(body.height);
    let width = u16::try_from(columns + 4).unwrap_or(body.width).min(body.width);
    let area = Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    };
    frame.render_widget(Clear, area);
    let block = panel(title, model, true);
    let inner = inside(&block, area);
    frame.render_widget(block, area);
    sheet.draw(frame, inner, true)
}

fn content(model: &Model, overlay: &Overlay, columns: usize) -> (&'static str, Sheet) {
    let mut sheet = Sheet::default();
    let theme = model.theme;
    match overlay {
        Overlay::Help { scroll } => {
            super::help::draw(&mut sheet, model, columns);
            sheet.scroll_to(*scroll);
            (" Help ", sheet)
        }
        Overlay::Confirm(confirm) => {
            sheet.text(&confirm.text, columns, 0, Style::new());
            sheet.gap();
            let key = |intent| model.keys.name(Place::Confirm, intent).unwrap_or_default();
            let yes = format!("{} yes", key(&Intent::Accept));
            let no = format!("{} no", key(&Intent::Back));
            let from = width(&yes) + 3;
            sheet.hit_at(0..width(&yes), Hit::Do(Intent::Accept));
            sheet.hit_at(from..from + width(&no), Hit::Do(Intent::Back));
            sheet.line(format!("{yes}   {no}"), theme.focus());
            (" Sure? ", sheet)
        }
        Overlay::Message { text } => {
            sheet.marked("✗", text, columns, 0, theme.level(Level::Error));
            sheet.hit_from(0, Hit::Do(Intent::Back));
            (" That did not work ", sheet)
        }
        Overlay::Prompt { title, editor, choices } => {
            sheet.text(title, columns, 0, Style::new());
            sheet.gap();
            text_field(&mut sheet, model, editor, columns, true);
            if !choices.is_empty() {
                sheet.gap();
                let shown: Vec<String> =
                    choices.iter().take(OFFERED).map(|name| printable(name).into_owned()).collect();
                let more = choices.len().saturating_sub(OFFERED);
                let rest = if more > 0 { format!("  and {more} more") } else { String::new() };
                let text = format!("{}{rest}", shown.join("  "));
                sheet.text(&text, columns, 2, theme.quiet());
            }
            (" Open ", sheet)
        }
        Overlay::Diff { lines, scroll, .. } => {
            sheet.text(
                "Your answers change these lines, and nothing else. Enter writes them.",
                columns,
                0,
                Style::new(),
            );
            sheet.gap();
            super::mending::diff(&mut sheet, model, lines, columns);
            sheet.scroll_to(*scroll);
            (" Write the answers into the files ", sheet)
        }
        Overlay::Finding { index, scroll, .. } => {
            if let Some(open) = &model.open
                && let Some(finding) = open.findings().get(*index)
            {
                explained(&mut sheet, model, finding, columns);
            }
            sheet.scroll_to(*scroll);
            (" Finding ", sheet)
        }
        Overlay::Mending(mends) => {
            super::mending::draw(&mut sheet, model, mends, columns);
            (" Mend ", sheet)
        }
        Overlay::Reason { index, editor } => {
            let finding = model.open.as_ref().and_then(|open| open.findings().get(*index));
            if let Some(finding) = finding {
                sheet.text(&said(finding), columns, 0, theme.quiet());
                sheet.gap();
            }
            sheet.text(
                "Why shall this be left alone? The reason goes into conncert.toml, and into the \
                 checklist: Microsoft will see the fault all the same.",
                columns,
                0,
                Style::new(),
            );
            sheet.gap();
            text_field(&mut sheet, model, editor, columns, true);
            (" Set aside ", sheet)
        }
        Overlay::Filter { editor } => {
            sheet.text(crate::wizard::filter::HELP, columns, 0, theme.quiet());
            sheet.gap();
            text_field(&mut sheet, model, editor, columns, true);
            if let Some(open) = &model.open {
                let all = open.findings();
                let shown = all.iter().filter(|found| fits(&open.filter, found)).count();
                sheet.gap();
                sheet.line(format!("{shown} of {} findings", all.len()), Style::new());
            }
            (" Filter ", sheet)
        }
        Overlay::Texts(form) => {
            super::texts::draw(&mut sheet, model, form, columns);
            (" Missing texts ", sheet)
        }
        Overlay::Palette { editor, cursor } => {
            text_field(&mut sheet, model, editor, columns, true);
            sheet.gap();
            let entries = palette::found(model, &editor.text());
            if entries.is_empty() {
                sheet.line("Nothing has that name.", theme.quiet());
            }
            // The list moves under the line that is typed in, which stays.
            let first = cursor.saturating_sub(PALETTE_ROWS - 1);
            for (number, entry) in entries.iter().enumerate().skip(first).take(PALETTE_ROWS) {
                let here = number == *cursor;
                let style = if here { theme.focus() } else { Style::new() };
                let left = format!("{} {}", if here { "›" } else { " " }, entry.name);
                sheet.hit_at(0..columns, Hit::Palette(number));
                sheet.ends((&left, style), (&entry.hint, theme.quiet()), columns);
            }
            (" Find ", sheet)
        }
        Overlay::Rule { rule, scroll } => {
            sheet.line(rule.id.to_owned(), theme.title());
            reasons(&mut sheet, model, rule, columns);
            sheet.scroll_to(*scroll);
            (" Rule ", sheet)
        }
        Overlay::Way { way, cursor } => {
            super::way::draw(&mut sheet, model, way, *cursor, columns);
            (" The way to go ", sheet)
        }
        Overlay::Icon(shown) => {
            super::picture::draw(&mut sheet, model, shown, columns);
            (" The icon ", sheet)
        }
        Overlay::Tour { scroll } => {
            super::tour::draw(&mut sheet, model, columns);
            sheet.scroll_to(*scroll);
            (" Welcome ", sheet)
        }
        Overlay::Desk(desk) => {
            let title = super::drafts::draw(&mut sheet, model, desk, columns);
            (title, sheet)
        }
        Overlay::Trash { cursor } => {
            for (number, listed) in model.home.iter().flat_map(|home| &home.trashed).enumerate() {
                let here = number == *cursor;
                let lead = if here { "›" } else { " " };
                let style = if here { theme.focus() } else { Style::new() };
                let start = sheet.len();
                sheet.hit_at(0..columns, Hit::Trash(number));
                sheet.line(cut(&format!("{lead} {}", listed.name), columns), style);
                if here {
                    sheet.focus_from(start);
                }
            }
            (" Bring back which draft? ", sheet)
        }
    }
}

/// What is wrong, and what the rule says about it.
pub(super) fn explained(sheet: &mut Sheet, model: &Model, finding: &Finding, columns: usize) {
    let theme = model.theme;
    sheet.line(
        format!("{} {} · {}", mark(finding.level), finding.level.word(), finding.rule.id),
        theme.level(finding.level),
    );
    sheet.text(&said(finding), columns, 0, Style::new());
    if !finding.spot.pointer.is_empty() {
        sheet.line(cut(&finding.spot.pointer, columns), theme.quiet());
    }
    reasons(sheet, model, finding.rule, columns);
}

/// Why a rule is there, and what Microsoft calls it.
fn reasons(sheet: &mut Sheet, model: &Model, rule: &Rule, columns: usize) {
    let theme = model.theme;
    sheet.gap();
    if let Ok(docs) = Docs::parse(rule.docs) {
        sheet.text(docs.summary, columns, 0, theme.title());
        for block in &docs.blocks {
            if let Block::Text(text) = block {
                sheet.gap();
                let plain = text.replace("## ", "").replace('\n', " ").replace("  ", "\n\n");
                sheet.text(&plain, columns, 0, Style::new());
            }
        }
    }
    if !rule.official.is_empty() {
        sheet.gap();
        let names = rule.official.join(", ");
        sheet.text(&format!("Microsoft calls it: {names}"), columns, 0, theme.quiet());
    }
    if !rule.cites.is_empty() {
        let text = format!("Source: {}", sources::titles(rule.cites));
        sheet.text(&text, columns, 0, theme.quiet());
    }
    if let Some(page) = sources::page(rule) {
        sheet.gap();
        sheet.text(&format!("More about it (o opens it): {page}"), columns, 0, theme.quiet());
    }
}
