//! The time line: how far one is, what is done, whose turn it is, what follows and how long it
//! takes.

use ratatui::style::Style;

use super::sheet::Sheet;
use super::text::{cut, width};
use crate::rule::Level;
use crate::tasks::{State, Who};
use crate::wizard::model::Model;
use crate::wizard::region::Hit;
use crate::wizard::way::{Need, Stop, Way};

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, way: &Way, cursor: usize, columns: usize) {
    let theme = model.theme;
    sheet.text(&way.sentence, columns, 0, theme.title());
    let turn = way.next.and_then(|next| way.stops.get(next));
    if let Some(stop) = turn {
        let whose = match stop.who {
            Who::Publisher => "It is your turn.",
            Who::Microsoft => "It is Microsoft's turn.",
        };
        sheet.text(whose, columns, 0, Style::new());
    }
    if let Some((earliest, latest)) = way.arrival.filter(|_| way.next.is_some()) {
        let text = format!(
            "If everything goes on from here, the connector is there for everyone between \
             {earliest} and {latest}. Most of that is waiting."
        );
        sheet.text(&text, columns, 0, Style::new());
    }
    let mut by_step = false;
    for (row, need) in way.needs.iter().enumerate() {
        if need.step.is_some() != by_step || row == 0 {
            by_step = need.step.is_some();
            sheet.gap();
            let heading = if by_step { "By step" } else { "What is left" };
            sheet.line(heading, theme.quiet());
        }
        let start = sheet.len();
        self::need(sheet, model, need, row == cursor, columns);
        sheet.hit_from(start, Hit::Way(row));
        if row == cursor {
            sheet.focus_from(start);
            if row == 0 {
                sheet.stay_at_top();
            }
        }
    }
    for (number, stop) in way.stops.iter().enumerate() {
        let row = way.needs.len() + number;
        let start = sheet.len();
        if number > 0 {
            sheet.line("   │", theme.quiet());
        } else {
            sheet.gap();
            sheet.line("The way", theme.quiet());
        }
        let is_next = way.next == Some(number);
        self::stop(sheet, model, stop, (row == cursor, is_next), columns);
        sheet.hit_from(start, Hit::Way(row));
        if row == cursor {
            sheet.text(stop.how, columns, 5, Style::new());
            sheet.text(stop.address, columns, 5, theme.quiet());
            sheet.focus_from(start);
        }
    }
}

fn need(sheet: &mut Sheet, model: &Model, need: &Need, here: bool, columns: usize) {
    let theme = model.theme;
    let lead = if here { "›" } else { " " };
    let style = if here {
        theme.focus()
    } else if need.blocks {
        theme.level(Level::Error)
    } else {
        Style::new()
    };
    let name = need.step.map(|step| format!("{step:<16}")).unwrap_or_default();
    let left = format!("{lead} {} {name}", need.mark);
    let room = columns.saturating_sub(width(&left));
    sheet.line(format!("{left}{}", cut(&need.text, room)), style);
}

fn stop(
    sheet: &mut Sheet,
    model: &Model,
    stop: &Stop,
    (here, is_next): (bool, bool),
    columns: usize,
) {
    let theme = model.theme;
    let lead = match (here, is_next) {
        (true, _) => "›",
        (false, true) => "▸",
        (false, false) => " ",
    };
    let style = match stop.state {
        _ if here => theme.focus(),
        State::Done => theme.done(),
        State::Open => theme.level(Level::Error),
        State::ToAttest | State::Microsoft => Style::new(),
    };
    let left = format!("{lead} {} {}", stop.state.mark(), stop.title);
    let right = format!("{} · {}", stop.who.word(), stop.state.word());
    sheet.ends((&left, style), (&right, theme.quiet()), columns);
    sheet.text(stop.duration, columns, 5, theme.quiet());
    for day in &stop.days {
        sheet.text(day, columns, 5, theme.quiet());
    }
    for found in &stop.follows {
        super::step::consequence(sheet, model, found, columns, 5);
    }
}
