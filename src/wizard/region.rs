//! What a click means: the parts of the screen that `view` drew, each with what it stands for.

use ratatui::layout::{Position, Rect};

use super::msg::Intent;
use crate::connector::picture::Colour;

/// What a part of the screen stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hit {
    /// A row of the home page.
    Home(usize),
    /// A page of the journey, by its place in it.
    Journey(usize),
    /// A question of the step.
    Field(&'static str),
    /// One of its options.
    Option(&'static str, usize),
    /// A row of the review.
    Review(usize),
    /// A part of the export page.
    Export(usize),
    /// An entry of the palette, of the trash, of the time line, of the mends on offer.
    Palette(usize),
    Trash(usize),
    Way(usize),
    Mending(usize),
    /// A key of the footer, a word of a question.
    Do(Intent),
    /// A draft on offer, an answer on loan.
    Desk(usize),
    /// The icon on this ground, which a click does nothing to.
    Picture(Colour),
}

/// A part of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) area: Rect,
    pub(crate) hit: Hit,
}

/// What stands at a place of the screen: the smallest part that holds it.
pub(crate) fn at(regions: &[Region], column: u16, row: u16) -> Option<&Hit> {
    regions
        .iter()
        .filter(|region| region.area.contains(Position { x: column, y: row }))
        .min_by_key(|region| u32::from(region.area.width) * u32::from(region.area.height))
        .map(|region| &region.hit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_part_counts() {
        let region = |x, width, hit| Region { area: Rect { x, y: 1, width, height: 2 }, hit };
        let regions = [region(2, 4, Hit::Option("a.b", 1)), region(0, 20, Hit::Field("a.b"))];
        assert_eq!(at(&regions, 3, 2), Some(&Hit::Option("a.b", 1)));
        assert_eq!(at(&regions, 6, 2), Some(&Hit::Field("a.b")));
        assert_eq!(at(&regions, 6, 3), None);
        assert_eq!(at(&regions, 20, 1), None);
    }
}
