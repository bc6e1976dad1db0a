//! Pictures for the README, drawn from the real screens. Stale ones fail the test;
//! `CONNCERT_UPDATE=1 cargo test` draws them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::Stage;
use crate::format::wrap;

const CELL: (usize, usize) = (9, 19);
const MARGIN: usize = 14;

#[test]
fn pictures_are_current() {
    let mut stage = Stage::still(80, 24);
    picture("publisher", &stage);
    stage.keys("pgdn pgdn pgdn tab");
    stage.text("help@contoso");
    picture("support", &stage);
    stage.keys("ctrl+a");
    stage.text("help@contoso.com");
    stage.keys("ctrl+r");
    picture("review", &stage);
    stage.keys("/");
    stage.text("readme");
    stage.keys("enter f");
    picture("mend", &stage);
    stage.keys("esc / ctrl+u");
    stage.text("brand-colour");
    stage.keys("enter enter");
    picture("finding", &stage);
    stage.keys("esc / ctrl+u enter t");
    picture("way", &stage);
    stage.keys("esc ctrl+p");
    stage.text("up");
    picture("palette", &stage);
    picture("home", &Stage::new(80, 24));
    let mut stage = Stage::new(80, 24);
    stage.draw_icon();
    stage.open(&stage.connector());
    stage.keys("ctrl+r i");
    picture("icon", &stage);
}

/// A picture of a screen.
fn picture(name: &str, stage: &Stage) {
    let (buffer, cursor) = stage.buffer();
    keep(name, &svg(&buffer, cursor));
}

/// A picture of what was said in lines, on a terminal of eighty columns.
pub(super) fn picture_of_lines(name: &str, told: &str) {
    let mut wrapped = Vec::new();
    for line in told.lines() {
        let parts = wrap(line, 80, "");
        wrapped.extend(
            if line.is_empty() { vec![""] } else { parts.lines().collect() }
                .into_iter()
                .map(str::to_owned),
        );
    }
    keep(name, &svg(&Buffer::with_lines(wrapped), None));
}

/// Compares a picture with the one that is kept, or keeps it.
fn keep(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/pictures/{name}.svg"));
    if std::env::var_os("CONNCERT_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, drawn).unwrap();
    } else {
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == drawn, "{name}.svg is stale: run `CONNCERT_UPDATE=1 cargo test pictures`");
    }
}

/// A screen as SVG: text in rows, so that it can be searched and read aloud.
fn svg(buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-label=\"A screen of conncert\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#1b1d23\"/>\n\
         <g font-family=\"ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace\" \
         font-size=\"15\" xml:space=\"preserve\">\n"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let start = x;
            let mut text = String::new();
            while x < buffer.area.width && alike(first, &buffer[(x, y)]) {
                let symbol = buffer[(x, y)].symbol();
                text.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            if text.trim().is_empty() && !first.modifier.contains(Modifier::REVERSED) {
                continue;
            }
            run(&mut svg, first, &text, usize::from(start), usize::from(x - start), usize::from(y));
        }
    }
    if let Some((x, y)) = cursor.filter(|at| *at != (0, 0)) {
        let (left, top) = (MARGIN + usize::from(x) * CELL.0, MARGIN + usize::from(y) * CELL.1);
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"2\" height=\"{}\" fill=\"#e8e8e8\"/>",
            CELL.1
        );
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn run(svg: &mut String, cell: &Cell, text: &str, column: usize, columns: usize, row: usize) {
    let (left, top) = (MARGIN + column * CELL.0, MARGIN + row * CELL.1);
    let wide = columns * CELL.0;
    let mut colour = match cell.fg {
        Color::Red => "#ff7b72".to_owned(),
        Color::Green => "#7ee787".to_owned(),
        Color::Magenta => "#d2a8ff".to_owned(),
        Color::Cyan => "#79c0ff".to_owned(),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => "#d6d9df".to_owned(),
    };
    if let (Color::Rgb(red, green, blue), "▀") = (cell.bg, cell.symbol()) {
        // Half blocks as what they are: fonts leave gaps between them.
        let half = CELL.1 / 2;
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{half}\" fill=\"{colour}\"/>\
             <rect x=\"{left}\" y=\"{}\" width=\"{wide}\" height=\"{}\" \
             fill=\"#{red:02x}{green:02x}{blue:02x}\"/>",
            top + half,
            CELL.1 - half
        );
        return;
    }
    if cell.modifier.contains(Modifier::REVERSED) {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"#d6d9df\"/>",
            CELL.1
        );
        "#1b1d23".clone_into(&mut colour);
    }
    let dim = if cell.modifier.contains(Modifier::DIM) { " opacity=\"0.65\"" } else { "" };
    let bold = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"{}\" textLength=\"{wide}\" fill=\"{colour}\"{dim}{bold}>{escaped}</text>",
        top + CELL.1 - 5
    );
}

fn alike(a: &Cell, b: &Cell) -> bool {
    (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier)
}
