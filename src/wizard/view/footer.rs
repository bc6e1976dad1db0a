//! The line at the bottom: the keys that matter here, and where a click finds them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::text::{cut, width};
use crate::wizard::keymap;
use crate::wizard::model::Model;
use crate::wizard::msg::Intent;
use crate::wizard::region::{Hit, Region};

/// Draws it.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Vec<Region> {
    let limit = usize::from(area.width).saturating_sub(1);
    let mut parts: Vec<(String, Intent)> = model
        .keys
        .bindings(keymap::place(model), false)
        .map(|found| (format!("{} {}", found.shown, found.label), found.intent().clone()))
        .collect();
    // Where not all fit, those stay that lead out of any place: help, and the end.
    let is_way_out = |part: &mut (String, Intent)| matches!(part.1, Intent::Help | Intent::Leave);
    let mut last: Vec<_> = parts.extract_if(.., is_way_out).collect();
    let room =
        |parts: &[(String, Intent)]| parts.iter().map(|part| width(&part.0) + 2).sum::<usize>();
    let mut first: Vec<_> = Vec::new();
    for part in parts {
        first.push(part);
        if room(&first) + room(&last) > limit + 2 {
            first.pop();
        }
    }
    if room(&first) + room(&last) > limit + 2 {
        last.remove(0);
    }
    let mut regions = Vec::new();
    let mut text = String::new();
    for (part, intent) in first.into_iter().chain(last) {
        if !text.is_empty() {
            text.push_str("  ");
        }
        let columns = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let x = area.x.saturating_add(columns(1 + width(&text)));
        let part_area = Rect { x, y: area.y, width: columns(width(&part)), height: 1 };
        regions.push(Region { area: part_area.intersection(area), hit: Hit::Do(intent) });
        text.push_str(&part);
    }
    let line = Line::styled(format!(" {}", cut(&text, limit)), model.theme.quiet());
    frame.render_widget(Paragraph::new(line), area);
    regions
}
