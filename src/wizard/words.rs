//! A command line as people write it into `EDITOR`, taken apart without any shell.

/// The words of a command line: blanks part them, quotes hold them together, and where backslashes
/// are not for paths, one of them keeps the next character as it is.
///
/// # Errors
/// A quote is open at the end, or there is no word at all.
pub(crate) fn words(line: &str, has_escapes: bool) -> Result<Vec<String>, &'static str> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if c == '"' || has_escapes => {
                quote = Some(c);
                // Quotes with nothing in between are a word, too.
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None | Some('"'), '\\') if has_escapes => {
                let next = rest.next().ok_or("ends in a backslash")?;
                let word = word.get_or_insert_default();
                if quote.is_some() && !matches!(next, '"' | '\\' | '$' | '`') {
                    word.push('\\');
                }
                word.push(next);
            }
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err("has a quote that is not closed");
    }
    words.extend(word);
    if words.is_empty() { Err("is blank") } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_part_and_quotes_hold_together() {
        let of = |line| words(line, true).unwrap_or_default();
        assert_eq!(of("vim"), ["vim"]);
        assert_eq!(of("  code   --wait "), ["code", "--wait"]);
        assert_eq!(of("'/opt/my editor/ed' -n"), ["/opt/my editor/ed", "-n"]);
        assert_eq!(of(r#"emacs --eval "(foo \"x\" \n)""#), ["emacs", "--eval", r#"(foo "x" \n)"#]);
        assert_eq!(of(r"/opt/my\ editor/ed ''"), ["/opt/my editor/ed", ""]);
        assert_eq!(of("a'b'\"c\""), ["abc"]);
        assert_eq!(of("ed; rm -rf $HOME `x`"), ["ed;", "rm", "-rf", "$HOME", "`x`"]);
    }

    #[test]
    fn backslashes_of_windows_are_part_of_a_path() {
        let line = r#""C:\Program Files\Notepad++\notepad++.exe" -multiInst"#;
        let found = words(line, false).unwrap_or_default();
        assert_eq!(found, [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst"]);
        assert_eq!(words("it's", false), Ok(vec!["it's".to_owned()]));
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        assert!(words("vim 'x", true).is_err());
        assert!(words("vim \\", true).is_err());
        assert!(words("  ", true).is_err());
    }
}
