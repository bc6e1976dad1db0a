//! Asks once, when a picture is on the screen for the first time, and paints from then on.

use std::sync::Arc;

use crossterm::event::Event;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui_image::Image;
use ratatui_image::protocol::Protocol;

use super::paint::encode;
use super::reply::Way;
use crate::connector::picture::Colour;
use crate::wizard::model::Model;
use crate::wizard::overlay::Overlay;
use crate::wizard::picture::Fine;
use crate::wizard::region::{Hit, Region};

/// How often one asks a terminal that does not answer in time; a connection may be slow for once.
const OFTEN: u8 = 3;

/// What the terminal can, and what it was told.
#[derive(Default)]
pub(in crate::wizard) struct Graphics {
    asked: u8,
    is_answered: bool,
    /// Whether a picture was on the screen last.
    is_there: bool,
    way: Option<(Way, (u16, u16))>,
    painted: Vec<(Key, Protocol)>,
}

/// What a painted picture depends on.
#[derive(Debug, Clone)]
struct Key {
    fine: Arc<Fine>,
    ground: Colour,
    cell: (u16, u16),
    /// A screen of another size was cleared, and pictures with it.
    screen: Rect,
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.fine, &other.fine)
            && (self.ground, self.cell, self.screen) == (other.ground, other.cell, other.screen)
    }
}

impl Graphics {
    /// Whether a picture has just come and nobody knows yet what the terminal can.
    pub(in crate::wizard) fn is_curious(&mut self, regions: &[Region]) -> bool {
        let was_there = self.is_there;
        self.is_there = places(regions).next().is_some();
        self.is_there && !was_there && !self.is_answered && self.asked < OFTEN
    }

    /// Asks the terminal; nobody else may be reading from it. What was typed meanwhile, and whether
    /// an answer may still come.
    pub(in crate::wizard) fn ask(&mut self) -> (Vec<Event>, bool) {
        self.asked += 1;
        #[cfg(unix)]
        {
            use super::{ask, reply};
            let variable = |name: &str| std::env::var(name).ok();
            let Some(question) = reply::question(variable) else {
                self.is_answered = true;
                return (Vec::new(), false);
            };
            let answer = ask::ask(&question);
            let reply = reply::Reply::parse(&answer);
            let cell = measured().or(reply.cell);
            self.way = reply.way(variable).zip(cell);
            self.is_answered = reply::is_whole(&answer);
            (reply.typed, !self.is_answered)
        }
        #[cfg(not(unix))]
        (Vec::new(), false)
    }

    /// The terminal has been in other hands.
    pub(in crate::wizard) fn forget(&mut self) {
        self.painted.clear();
    }

    /// Paints the icon where half blocks stand for it.
    pub(in crate::wizard) fn draw(
        &mut self,
        model: &Model,
        regions: &[Region],
        frame: &mut Frame<'_>,
    ) {
        let Some((way, told)) = self.way else { return };
        let Some(Overlay::Icon(shown)) = model.overlays.last() else { return };
        let Some(fine) = &shown.fine else { return };
        let cell = measured().unwrap_or(told);
        for (number, (area, ground)) in (1..).zip(places(regions)) {
            let key = Key { fine: Arc::clone(fine), ground, cell, screen: frame.area() };
            let known = self.painted.iter().position(|(painted, _)| *painted == key);
            let known = known.or_else(|| {
                let size = (area.width, area.height);
                let protocol = encode(way, fine, ground, size, cell, own(number))?;
                self.painted.retain(|(painted, _)| painted.ground != ground);
                self.painted.push((key, protocol));
                Some(self.painted.len() - 1)
            });
            let Some((_, protocol)) = known.and_then(|at| self.painted.get(at)) else { continue };
            for position in area.positions() {
                if let Some(cell) = frame.buffer_mut().cell_mut(position) {
                    cell.reset();
                }
            }
            frame.render_widget(Image::new(protocol), area);
        }
    }
}

/// Where whole pictures are, and on which ground. Of one that is cut, half blocks show the rest.
fn places(regions: &[Region]) -> impl Iterator<Item = (Rect, Colour)> {
    regions.iter().filter_map(|Region { area, hit }| match hit {
        Hit::Picture(ground) if area.width == 2 * area.height => Some((*area, *ground)),
        _ => None,
    })
}

/// Width and height of a character in pixels, where the system knows them.
fn measured() -> Option<(u16, u16)> {
    let window = crossterm::terminal::window_size().ok()?;
    let cell = (window.width.checked_div(window.columns)?, window.height.checked_div(window.rows)?);
    (cell.0 > 0 && cell.1 > 0).then_some(cell)
}

/// A number for a picture that no other program in this window is likely to use.
fn own(number: u32) -> u32 {
    (std::process::id() & 0xffff) << 8 | number
}
