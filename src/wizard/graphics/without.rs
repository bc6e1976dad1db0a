//! Without the feature `pictures` nothing is asked and nothing painted.

use std::time::Instant;

use crossterm::event::Event;
use ratatui::Frame;

use crate::wizard::model::Model;
use crate::wizard::region::Region;

/// Nothing.
#[derive(Debug, Default)]
pub(in crate::wizard) struct Graphics(());

/// Nothing is asked, so that no answer can be late.
#[derive(Debug, Default)]
pub(in crate::wizard) struct Sieve;

#[expect(clippy::unused_self, reason = "the same as with the feature")]
impl Graphics {
    pub(in crate::wizard) fn is_curious(&mut self, _regions: &[Region]) -> bool {
        false
    }

    pub(in crate::wizard) fn ask(&mut self) -> (Vec<Event>, bool) {
        (Vec::new(), false)
    }

    pub(in crate::wizard) fn forget(&mut self) {}

    pub(in crate::wizard) fn draw(
        &mut self,
        _model: &Model,
        _regions: &[Region],
        _frame: &mut Frame<'_>,
    ) {
    }
}

#[expect(clippy::unused_self, reason = "the same as with the feature")]
impl Sieve {
    pub(in crate::wizard) fn expect(&mut self, _now: Instant) {}

    pub(in crate::wizard) fn keeps(&mut self, _event: &Event, _now: Instant) -> bool {
        false
    }
}
