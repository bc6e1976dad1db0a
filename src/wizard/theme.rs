//! Names for styles. The terminal's own colours, complete without any: meaning always has a mark
//! and a word beside it.

use ratatui::style::{Color, Modifier, Style};

use crate::rule::Level;

/// The styles of the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Theme {
    colour: bool,
}

impl Theme {
    /// A theme; without colour every colour is the terminal's own, since crossterm 0.29 resets
    /// the modifiers too when it meets a colour under `NO_COLOR`.
    pub(crate) const fn new(colour: bool) -> Self {
        Self { colour }
    }

    fn paint(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// The field, row or page one is at.
    #[expect(clippy::unused_self, reason = "a style like the others; later themes colour it")]
    pub(crate) fn focus(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Headings.
    pub(crate) fn title(self) -> Style {
        self.focus()
    }

    /// What need not be read.
    #[expect(clippy::unused_self, reason = "a style like the others; later themes colour it")]
    pub(crate) fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Selected text.
    #[expect(clippy::unused_self, reason = "a style like the others; later themes colour it")]
    pub(crate) fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The name of a member, in a file that is shown.
    pub(crate) fn name(self) -> Style {
        self.paint(Color::Cyan)
    }

    /// A number or a word with a meaning, in a file that is shown.
    pub(crate) fn value(self) -> Style {
        self.paint(Color::Magenta)
    }

    /// Something is done.
    pub(crate) fn done(self) -> Style {
        self.paint(Color::Green)
    }

    /// A finding of this level. Magenta rather than yellow, which vanishes on white.
    pub(crate) fn level(self, level: Level) -> Style {
        match level {
            Level::Error => self.paint(Color::Red),
            Level::Warning => self.paint(Color::Magenta),
            Level::Advice => Style::new(),
        }
    }
}

/// The mark of a level.
pub(crate) const fn mark(level: Level) -> &'static str {
    match level {
        Level::Error => "✗",
        Level::Warning => "!",
        Level::Advice => "·",
    }
}
