//! Snapshots of every page without colour. What is bold, dim, underlined or reversed is written
//! below its line, since nothing else tells it apart there.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr as _;

use super::super::model::Page;
use super::super::theme::{Kind, Theme};
use super::Stage;
use super::screens::assert_text;

const MARKS: [(&str, Modifier); 4] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// A screen as lines, each with what its characters are besides.
fn told(buffer: &Buffer) -> String {
    let mut told = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut marks = MARKS.map(|_| String::new());
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let columns = cell.symbol().width().max(1);
            line.push_str(cell.symbol());
            for ((_, modifier), mark) in MARKS.iter().zip(&mut marks) {
                // The sides of a frame are as its top, and would only fill the page.
                let is_marked = cell.modifier.contains(*modifier) && cell.symbol() != "│";
                let sign = if is_marked { "=" } else { " " };
                mark.push_str(&sign.repeat(columns));
            }
            x += u16::try_from(columns).unwrap();
        }
        let _ = writeln!(told, "{:>10} |{}", "", line.trim_end());
        for ((name, _), mark) in MARKS.iter().zip(&marks) {
            if mark.contains('=') {
                let _ = writeln!(told, "{name:>10} |{}", mark.trim_end());
            }
        }
    }
    told.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// No character of the screen has a colour, nor anything that the marks leave out.
fn assert_colourless(name: &str, buffer: &Buffer) {
    let known = MARKS.iter().fold(Modifier::empty(), |all, (_, modifier)| all | *modifier);
    for (at, cell) in buffer.content.iter().enumerate() {
        let place = (at % usize::from(buffer.area.width), at / usize::from(buffer.area.width));
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{name} at {place:?}");
        assert!(known.contains(cell.modifier), "{name} at {place:?}: {:?}", cell.modifier);
    }
}

fn assert_page(name: &str, stage: &Stage) {
    let (buffer, _) = stage.buffer();
    assert_colourless(name, &buffer);
    assert_text(&format!("{name}-monochrome"), &told(&buffer));
}

fn colourless(mut stage: Stage) -> Stage {
    stage.model.theme = Theme::new(Kind::Monochrome, false);
    stage
}

#[test]
fn every_page_without_colour() {
    assert_page("home", &colourless(Stage::new(80, 24)));
    let mut stage = colourless(Stage::still(80, 24));
    for page in Page::journey() {
        assert_eq!(stage.model.page, page);
        assert_page(&page.title().to_lowercase(), &stage);
        // The review pages its own list, so it is left by its key.
        stage.keys(if page == Page::Review { "x" } else { "pgdn" });
    }
}

#[test]
fn what_lies_over_a_page_without_colour() {
    let mut stage = colourless(Stage::still(80, 24));
    for (name, keys) in [
        ("help", "?"),
        ("finding", "esc ctrl+r down enter"),
        ("way", "esc t"),
        ("filter", "esc /"),
        ("palette", "esc ctrl+p"),
        ("missing", "esc m"),
    ] {
        stage.keys(keys);
        assert_page(name, &stage);
    }
    let mut stage = colourless(Stage::still(80, 24));
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("help@contoso");
    assert_page("support-wrong", &stage);
    // Selected text is reversed, which is all that tells it apart.
    stage.keys("ctrl+a");
    assert_page("support-selected", &stage);
    let (buffer, _) = stage.buffer();
    let reversed = buffer.content.iter().filter(|c| c.modifier.contains(Modifier::REVERSED));
    assert_eq!(reversed.map(ratatui::buffer::Cell::symbol).collect::<String>(), "help@contoso");
    stage.keys("ctrl+p").text("tour").keys("enter");
    assert_page("tour", &stage);
}

#[test]
fn the_icon_without_colour_is_its_figures() {
    let stage = Stage::new(80, 24);
    stage.draw_icon();
    let mut stage = colourless(stage);
    stage.open(&stage.connector());
    stage.keys("ctrl+r i");
    assert_page("icon", &stage);
    let screen = stage.screen();
    assert!(screen.contains("contrast with that") && !screen.contains('▀'), "{screen}");
}
