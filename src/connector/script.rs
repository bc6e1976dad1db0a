//! `script.csx` as words: what a compiler would see, without comments and texts.

/// The words and marks of a C# text.
#[derive(Debug)]
pub struct Code<'a> {
    words: Vec<&'a str>,
}

impl<'a> Code<'a> {
    /// Takes a text apart. Comments, texts in quotation marks and characters are left out;
    /// whatever stands inside them cannot be mistaken for code.
    pub fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_word = first.is_alphabetic() || first == '_';
            let hidden = skipped(rest);
            let length = match hidden {
                Some(length) => length,
                None if is_word => {
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
                }
                None => first.len_utf8(),
            };
            let (word, after) = rest.split_at(length);
            if hidden.is_none() && !first.is_whitespace() {
                words.push(word);
            }
            rest = after;
        }
        Self { words }
    }

    /// Whether these words follow each other somewhere, with nothing between them but a namespace
    /// before the last.
    pub fn has(&self, wanted: &[&str]) -> bool {
        let Some((last, start)) = wanted.split_last() else { return true };
        self.words.windows(start.len()).enumerate().any(|(at, found)| {
            let mut rest = self.words[at + start.len()..].iter().copied();
            let qualifies = |word: &str| word == "." || word.starts_with(char::is_alphabetic);
            found == start && rest.find(|word| word == last || !qualifies(word)) == Some(last)
        })
    }

    /// Whether one word stands somewhere and the other after it, in the same statement.
    pub fn has_all(&self, wanted: &[&str]) -> bool {
        self.words.split(|word| matches!(*word, ";" | "{" | "}")).any(|statement| {
            let mut rest = statement.iter();
            wanted.iter().all(|word| rest.any(|found| found == word))
        })
    }
}

/// Length of a comment, a text or a character at the beginning; none where code stands there.
fn skipped(text: &str) -> Option<usize> {
    let up_to = |mark: &str, from: usize| {
        text[from..].find(mark).map_or(text.len(), |at| from + at + mark.len())
    };
    if text.starts_with("//") {
        Some(text.find(['\n', '\r']).unwrap_or(text.len()))
    } else if text.starts_with("/*") {
        Some(up_to("*/", 2))
    } else if text.starts_with("\"\"\"") {
        Some(up_to("\"\"\"", 3))
    } else if ["@\"", "$@\"", "@$\""].iter().any(|mark| text.starts_with(mark)) {
        let open = text.find('"')? + 1;
        let mut end = up_to("\"", open);
        // A doubled quotation mark is one inside.
        while text[end..].starts_with('"') {
            end = up_to("\"", end + 1);
        }
        Some(end)
    } else if text.starts_with('"') || text.starts_with('\'') {
        let mark = text.as_bytes()[0];
        let mut escaped = false;
        let end = text.bytes().skip(1).position(|byte| {
            let closes = !escaped && (byte == mark || byte == b'\n');
            escaped = !escaped && byte == b'\\';
            closes
        });
        Some(end.map_or(text.len(), |end| end + 2))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_no_code() {
        let text = "a /* b */ c // d\n\"e \\\" f\" g @\"h \"\" \\\" i $@\"j\" k '\\'' l \"\"\"m \" n\"\"\" o";
        assert_eq!(Code::new(text).words, ["a", "c", "g", "i", "k", "l", "o"]);
        for open in ["/* a", "\"a", "@\"a", "'", "\"\"\"a", "// a", "ä", "\"\\"] {
            assert!(Code::new(open).words.iter().all(|word| *word == "ä"), "{open}");
        }
    }

    #[test]
    fn words_follow_each_other() {
        let code = Code::new("public class Script : Contoso.ScriptBase { override Task<A> Run() }");
        assert!(code.has(&["class", "Script", ":", "ScriptBase"]));
        assert!(!code.has(&["class", "Script", ":", "Run"]));
        assert!(!code.has(&["class", "ScriptBase"]));
        assert!(code.has_all(&["override", "Run"]));
        assert!(!code.has_all(&["class", "Run"]));
    }
}
