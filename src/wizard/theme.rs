//! Names for styles, and the themes that fill them. Meaning always has a mark and a word beside it,
//! so that every theme is complete without colour.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::rule::Level;

/// The themes, by the name under which they are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The terminal's own colours, whatever they are.
    Terminal,
    /// Dark text on white.
    Light,
    /// Light text on a dark ground.
    Dark,
    /// Pure colours on black, for those who need them.
    HighContrast,
    /// No colour at all.
    Monochrome,
}

impl Kind {
    /// Every theme.
    pub const ALL: [Self; 5] =
        [Self::Terminal, Self::Light, Self::Dark, Self::HighContrast, Self::Monochrome];

    /// As it is chosen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Monochrome => "monochrome",
        }
    }

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name.trim()))
    }

    const fn colours(self) -> Colours {
        const fn rgb(hex: u32) -> Color {
            Color::from_u32(hex)
        }
        match self {
            Self::Terminal => Colours {
                text: Color::Reset,
                ground: Color::Reset,
                quiet: None,
                done: Color::Green,
                error: Color::Red,
                // Rather than yellow, which vanishes on white.
                warning: Color::Magenta,
                name: Color::Cyan,
            },
            Self::Monochrome => Colours {
                text: Color::Reset,
                ground: Color::Reset,
                quiet: None,
                done: Color::Reset,
                error: Color::Reset,
                warning: Color::Reset,
                name: Color::Reset,
            },
            Self::Light => Colours {
                text: rgb(0x001b_1f24),
                ground: rgb(0x00ff_ffff),
                quiet: Some(rgb(0x0057_606a)),
                done: rgb(0x0011_6329),
                error: rgb(0x00b3_1d28),
                warning: rgb(0x007a_3e9d),
                name: rgb(0x0005_50ae),
            },
            Self::Dark => Colours {
                text: rgb(0x00e6_e8eb),
                ground: rgb(0x001b_1d23),
                quiet: Some(rgb(0x00a2_a9b4)),
                done: rgb(0x007e_e787),
                error: rgb(0x00ff_8f87),
                warning: rgb(0x00d8_b4ff),
                name: rgb(0x0079_c0ff),
            },
            Self::HighContrast => Colours {
                text: rgb(0x00ff_ffff),
                ground: rgb(0x0000_0000),
                quiet: Some(rgb(0x00e0_e0e0)),
                done: rgb(0x0000_ff66),
                error: rgb(0x00ff_9a9a),
                warning: rgb(0x00ff_d24d),
                name: rgb(0x0066_d9ff),
            },
        }
    }
}

/// What a theme is made of.
#[derive(Debug, Clone, Copy)]
struct Colours {
    text: Color,
    ground: Color,
    /// None where the terminal dims its own.
    quiet: Option<Color>,
    done: Color,
    error: Color,
    warning: Color,
    name: Color,
}

/// How the wizard looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) kind: Kind,
    /// Only characters that every terminal has.
    pub(crate) ascii: bool,
}

impl Theme {
    /// A theme. Without colour every colour is the terminal's own, since crossterm 0.29 resets the
    /// modifiers too when it meets a colour under `NO_COLOR`.
    pub(crate) const fn new(kind: Kind, ascii: bool) -> Self {
        Self { kind, ascii }
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
    pub(crate) fn quiet(self) -> Style {
        match self.kind.colours().quiet {
            Some(colour) => Style::new().fg(colour),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// Selected text.
    #[expect(clippy::unused_self, reason = "a style like the others; later themes colour it")]
    pub(crate) fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The name of a member, in a file that is shown.
    pub(crate) fn name(self) -> Style {
        paint(self.kind.colours().name)
    }

    /// A number or a word with a meaning, in a file that is shown.
    pub(crate) fn value(self) -> Style {
        paint(self.kind.colours().warning)
    }

    /// Something is done.
    pub(crate) fn done(self) -> Style {
        paint(self.kind.colours().done)
    }

    /// A finding of this level.
    pub(crate) fn level(self, level: Level) -> Style {
        match level {
            Level::Error => paint(self.kind.colours().error),
            Level::Warning => paint(self.kind.colours().warning),
            Level::Advice => Style::new(),
        }
    }

    /// The last touch on a frame: the ground of the theme, and plain characters where asked.
    pub(crate) fn finish(self, buffer: &mut Buffer) {
        let Colours { text, ground, .. } = self.kind.colours();
        if ground == Color::Reset && !self.ascii {
            return;
        }
        for cell in &mut buffer.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
            if self.ascii
                && let Some(plain) = plain(cell.symbol())
            {
                cell.set_symbol(plain);
            }
        }
    }
}

/// The terminal's own colour is better not named at all.
fn paint(colour: Color) -> Style {
    if colour == Color::Reset { Style::new() } else { Style::new().fg(colour) }
}

/// The character that stands for one of ours on terminals without it. Others come from files, and
/// stay as they are.
fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "╭" | "╮" | "╰" | "╯" | "┌" | "┐" | "└" | "┘" => "+",
        "─" | "—" | "–" => "-",
        "│" => "|",
        "✓" => "*",
        "✗" | "×" => "x",
        "○" => "o",
        "•" | "·" => ".",
        "›" | "▸" | "→" => ">",
        "↓" => "v",
        "↑" => "^",
        "↵" => "<",
        "…" => "~",
        "“" | "”" => "\"",
        "‘" | "’" => "'",
        "█" => "#",
        _ => return None,
    })
}

/// The mark of a level.
pub(crate) const fn mark(level: Level) -> &'static str {
    match level {
        Level::Error => "✗",
        Level::Warning => "!",
        Level::Advice => "·",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, as the guidelines for accessible content have it.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(red, green, blue) = colour else { panic!("{colour:?} is the terminal's") };
        let channel = |value: u8| {
            let part = f64::from(value) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_its_ground() {
        for (kind, least) in [(Kind::Light, 4.5), (Kind::Dark, 4.5), (Kind::HighContrast, 7.0)] {
            let colours = kind.colours();
            let quiet = colours.quiet.unwrap_or(colours.text);
            for colour in
                [colours.text, quiet, colours.done, colours.error, colours.warning, colours.name]
            {
                let found = contrast(colour, colours.ground);
                assert!(found >= least, "{kind:?} {colour:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn themes_are_found_by_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(&kind.name().to_uppercase()), Some(kind));
        }
        assert_eq!(Kind::named("pink"), None);
    }
}
