//! `readme.md` and `intro.md`: the headings (D23).

use crate::source::text::Span;

/// A Markdown file, as its headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readme {
    /// In document order.
    pub headings: Vec<Heading>,
}

/// One heading written with `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Number of `#`, 1 to 6.
    pub depth: usize,
    /// What follows them, trimmed.
    pub text: String,
    /// Its line, in bytes of the file.
    pub span: Span,
}

impl Readme {
    /// Finds the headings of a Markdown text.
    pub fn new(text: &str) -> Self {
        let mut headings = Vec::new();
        let mut fence: Option<&str> = None;
        for (span, line) in lines(text) {
            let line = if span.start == 0 { line.trim_start_matches('\u{feff}') } else { line };
            let body = unindented(line);
            let mark = body
                .and_then(|body| ["```", "~~~"].into_iter().find(|mark| body.starts_with(mark)));
            match (fence, mark) {
                (Some(open), Some(mark)) if open == mark => fence = None,
                (Some(_), _) => {}
                (None, Some(mark)) => fence = Some(mark),
                (None, None) => {
                    if let Some((depth, text)) = body.and_then(heading) {
                        headings.push(Heading { depth, text: text.to_owned(), span });
                    }
                }
            }
        }
        Self { headings }
    }

    /// Whether a heading contains a phrase, ignoring ASCII case. The phrase is in lower case.
    pub fn has_heading(&self, phrase: &str) -> bool {
        self.headings.iter().any(|heading| heading.says(phrase))
    }
}

impl Heading {
    /// Whether it contains a phrase, ignoring ASCII case. The phrase is in lower case.
    pub fn says(&self, phrase: &str) -> bool {
        self.text.to_ascii_lowercase().contains(phrase)
    }
}

/// The line less up to three blanks; none when it is indented further.
fn unindented(line: &str) -> Option<&str> {
    let body = line.trim_start_matches(' ');
    (line.len() - body.len() <= 3).then_some(body)
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let depth = marks.min(6);
    if depth == 0 {
        return None;
    }
    let text = &line[depth..];
    // "Text that is more than blanks and `#`": `## ##` is no heading.
    text.chars()
        .any(|c| !matches!(c, ' ' | '\t' | '#'))
        .then(|| (depth, text.trim_matches([' ', '\t'])))
}

/// Lines with their spans, line ends (LF, CRLF, CR) left out.
fn lines(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let rest = &text[start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        let span = Span { start, end: start + length };
        start += length + ending;
        Some((span, &rest[..length]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        Readme::new(text).headings.into_iter().map(|heading| heading.text).collect()
    }

    #[test]
    fn headings_need_no_blank_and_bear_three() {
        assert_eq!(
            texts("#One\r\n   ## Two \r    # four blanks\n#\t Three"),
            ["One", "Two", "Three"]
        );
        assert_eq!(texts("\u{feff}# One\n## ##\n#######seven"), ["One", "#seven"]);
    }

    #[test]
    fn fences_hide_headings_until_the_same_mark() {
        assert_eq!(texts("```x\n# no\n~~~\n# no\n``` tail\n# yes\n~~~\n# no"), ["yes"]);
    }
}
