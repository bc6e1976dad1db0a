//! The editing buffer of a text field. The text area is only that: the answer is the truth and is
//! synchronised at every edit. Moves and deletions go by grapheme, so an emoji stays whole.

use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::msg::Edit;

/// A text being edited.
#[derive(Debug)]
pub(crate) struct Editor {
    /// The question, or the prompt, it belongs to.
    pub(crate) key: String,
    area: TextArea<'static>,
    multiline: bool,
}

impl Editor {
    /// An editor with the cursor at the end of the text.
    pub(crate) fn new(key: &str, text: &str, multiline: bool) -> Self {
        let lines = if multiline {
            text.split('\n').map(str::to_owned).collect()
        } else {
            vec![text.replace('\n', " ")]
        };
        let mut area = TextArea::new(lines);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { key: key.to_owned(), area, multiline }
    }

    /// The text as it stands.
    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Its lines.
    pub(crate) fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Row and column of the cursor, the column in characters.
    pub(crate) fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// What is selected, from and to, as row and column.
    pub(crate) fn selection(&self) -> Option<((usize, usize), (usize, usize))> {
        self.area.selection_range()
    }

    /// Carries out an edit. Says whether the text changed.
    pub(crate) fn edit(&mut self, edit: &Edit) -> bool {
        let before = self.text();
        match edit {
            Edit::Insert(c) => self.insert(*c),
            Edit::Paste(text) => self.paste(text),
            Edit::Backspace => self.delete(true),
            Edit::Delete => self.delete(false),
            Edit::DeleteWordBack => {
                self.area.delete_word();
            }
            Edit::DeleteToStart => {
                self.area.delete_line_by_head();
            }
            Edit::DeleteToEnd => {
                self.area.delete_line_by_end();
            }
            Edit::Left { select } => self.step(CursorMove::Back, *select),
            Edit::Right { select } => self.step(CursorMove::Forward, *select),
            Edit::WordLeft { select } => self.go(CursorMove::WordBack, *select),
            Edit::WordRight { select } => self.go(CursorMove::WordForward, *select),
            Edit::Start { select } => self.go(CursorMove::Head, *select),
            Edit::End { select } => self.go(CursorMove::End, *select),
            Edit::SelectAll => self.area.select_all(),
            Edit::SelectWord => {
                self.area.cancel_selection();
                self.area.move_cursor(CursorMove::WordBack);
                self.area.start_selection();
                self.area.move_cursor(CursorMove::WordEnd);
                self.area.move_cursor(CursorMove::Forward);
            }
            Edit::DeleteWord => {
                self.area.delete_next_word();
            }
        }
        self.text() != before
    }

    /// Moves a line up or down. False at the edge, where the field is left instead.
    pub(crate) fn line(&mut self, down: bool) -> bool {
        if !self.multiline {
            return false;
        }
        let before = self.cursor();
        self.go(if down { CursorMove::Down } else { CursorMove::Up }, false);
        self.cursor().0 != before.0
    }

    /// Whether Enter would only add to blank lines at the end, or to nothing: whoever presses it
    /// there wants to go on. Takes such lines away.
    pub(crate) fn ends_blank(&mut self) -> bool {
        let (row, _) = self.cursor();
        let lines = self.area.lines();
        let last = row + 1 == lines.len();
        if !(last && lines.last().is_some_and(|line| line.trim().is_empty())) {
            return false;
        }
        let text = self.text();
        let trimmed = text.trim_end();
        if trimmed != text {
            *self = Self::new(&self.key, trimmed, self.multiline);
        }
        true
    }

    fn insert(&mut self, c: char) {
        match c {
            '\n' | '\r' if self.multiline => self.area.insert_newline(),
            '\n' | '\r' => self.area.insert_char(' '),
            _ if c.is_control() => {}
            _ => self.area.insert_char(c),
        }
    }

    /// Pasted text: line ends become ours, and control characters, which no answer needs, go.
    fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String =
            text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
        let clean = clean.replace('\t', " ");
        if self.multiline {
            self.area.insert_str(clean);
        } else {
            self.area.insert_str(clean.trim_matches('\n').replace('\n', " "));
        }
    }

    fn delete(&mut self, back: bool) {
        let count = if self.area.is_selecting() { 1 } else { self.cluster(back) };
        for _ in 0..count {
            if back {
                self.area.delete_char();
            } else {
                self.area.delete_next_char();
            }
        }
    }

    fn step(&mut self, direction: CursorMove, select: bool) {
        let count = self.cluster(direction == CursorMove::Back);
        for _ in 0..count {
            self.go(direction, select);
        }
    }

    fn go(&mut self, direction: CursorMove, select: bool) {
        if select && !self.area.is_selecting() {
            self.area.start_selection();
        } else if !select {
            self.area.cancel_selection();
        }
        self.area.move_cursor(direction);
    }

    /// Characters of the grapheme before or after the cursor; 1 at the edge of a line.
    fn cluster(&self, back: bool) -> usize {
        let (row, column) = self.cursor();
        let line = self.area.lines().get(row).map_or("", String::as_str);
        let mut passed = 0;
        for grapheme in line.graphemes(true) {
            let length = grapheme.chars().count();
            let (from, to) = (passed, passed + length);
            if back && column > from && column <= to {
                return column - from;
            }
            if !back && column >= from && column < to {
                return to - column;
            }
            passed = to;
        }
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_goes_whole() {
        let mut editor = Editor::new("k", "a👨‍👩‍👧", false);
        assert!(editor.edit(&Edit::Backspace));
        assert_eq!(editor.text(), "a");
    }

    #[test]
    fn a_single_line_takes_no_line_ends_and_no_controls() {
        let mut editor = Editor::new("k", "", false);
        editor.edit(&Edit::Paste("one\r\ntwo\rthree\u{1b}[2J\n".to_owned()));
        assert_eq!(editor.text(), "one two three[2J");
        editor.edit(&Edit::Insert('\n'));
        assert_eq!(editor.lines().len(), 1);
    }

    #[test]
    fn a_selection_is_replaced() {
        let mut editor = Editor::new("k", "old text", false);
        editor.edit(&Edit::SelectAll);
        editor.edit(&Edit::Insert('n'));
        assert_eq!(editor.text(), "n");
        let mut editor = Editor::new("k", "one two", false);
        editor.edit(&Edit::SelectWord);
        editor.edit(&Edit::Insert('x'));
        assert_eq!(editor.text(), "one x");
    }

    #[test]
    fn a_blank_line_at_the_end_is_an_end() {
        let mut editor = Editor::new("k", "one\ntwo", true);
        assert!(!editor.ends_blank());
        editor.edit(&Edit::Insert('\n'));
        assert!(editor.ends_blank());
        assert_eq!(editor.text(), "one\ntwo");
        assert!(Editor::new("k", "", true).ends_blank());
    }

    #[test]
    fn long_texts_move_by_line_until_the_edge() {
        let mut editor = Editor::new("k", "a\nb", true);
        assert!(editor.line(false));
        assert!(!editor.line(false));
        assert!(!Editor::new("k", "a", false).line(true));
    }
}
