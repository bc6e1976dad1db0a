//! The time line: what is done, whose turn it is, what follows and how long it takes.

use ratatui::style::Style;

use super::sheet::Sheet;
use crate::format::plural;
use crate::rule::Level;
use crate::tasks::{State, Who};
use crate::wizard::model::Model;
use crate::wizard::region::Hit;
use crate::wizard::way::{Readiness, Way};

/// Its lines.
pub(super) fn draw(sheet: &mut Sheet, model: &Model, way: &Way, cursor: usize, columns: usize) {
    let theme = model.theme;
    if let Some(open) = &model.open {
        let ready = Readiness::of(open);
        sheet.text(&ready.sentence(), columns, 0, theme.title());
        let waived = plural(ready.warnings, "warning", "warnings");
        let text = format!("{waived} and {} advice do not block it.", ready.advice);
        sheet.text(&text, columns, 0, theme.quiet());
    }
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
    for (number, stop) in way.stops.iter().enumerate() {
        let here = number == cursor;
        let is_next = way.next == Some(number);
        let lead = if here {
            "›"
        } else if is_next {
            "▸"
        } else {
            " "
        };
        let style = match stop.state {
            _ if here => theme.focus(),
            State::Done => theme.done(),
            State::Open => theme.level(Level::Error),
            State::ToAttest | State::Microsoft => Style::new(),
        };
        let start = sheet.len();
        if number > 0 {
            sheet.line("   │", theme.quiet());
        } else {
            sheet.gap();
        }
        let left = format!("{lead} {} {}", stop.state.mark(), stop.title);
        let right = format!("{} · {}", stop.who.word(), stop.state.word());
        sheet.ends((&left, style), (&right, theme.quiet()), columns);
        sheet.text(stop.duration, columns, 5, theme.quiet());
        for day in &stop.ticked {
            sheet.text(&format!("ticked on {day}"), columns, 5, theme.quiet());
        }
        sheet.hit_from(start, Hit::Way(number));
        if here {
            sheet.text(stop.how, columns, 5, Style::new());
            sheet.text(stop.address, columns, 5, theme.quiet());
            sheet.focus_from(start);
        }
    }
}
