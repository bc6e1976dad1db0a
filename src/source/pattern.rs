//! Faults of a regular expression that no dialect forgives, found in one scan from the left.

/// What is wrong, as the middle of a sentence.
pub fn fault(pattern: &str) -> Option<&'static str> {
    scan(pattern).err()
}

fn scan(pattern: &str) -> Result<(), &'static str> {
    let text: Vec<char> = pattern.chars().collect();
    let mut before = Before::Nothing;
    let mut open = 0_usize;
    let mut at = 0;
    while let Some(character) = text.get(at) {
        let rest = &text[at + 1..];
        let (length, now) = match character {
            '\\' if rest.is_empty() => return Err("it ends in a backslash"),
            '\\' => (2, Before::Other),
            '[' => (class(rest)? + 1, Before::Other),
            '(' if rest.starts_with(&['?', '#']) => {
                let end = rest.iter().position(|character| *character == ')');
                match end {
                    Some(end) => (end + 2, Before::Other),
                    None => return Err(UNCLOSED),
                }
            }
            '(' => {
                open += 1;
                match rest {
                    ['?', ..] => (2, Before::Other),
                    ['*', letter, ..] if letter.is_alphabetic() => (2, Before::Other),
                    _ => (1, Before::Nothing),
                }
            }
            ')' if open == 0 => return Err("a closing parenthesis has no opening one"),
            ')' => {
                open -= 1;
                (1, Before::Other)
            }
            '|' => (1, Before::Nothing),
            '*' | '+' | '?' => match before {
                Before::Nothing => return Err(NOTHING),
                Before::Sign if *character == '*' => {
                    return Err("an asterisk repeats a repetition");
                }
                _ => (1, Before::Sign),
            },
            '{' => match braces(rest) {
                Some(_) if before == Before::Nothing => return Err(NOTHING),
                Some((_, true)) => return Err("a repetition ends below its start"),
                Some((length, false)) => (length + 1, Before::Other),
                None => (1, Before::Other),
            },
            _ => (1, Before::Other),
        };
        before = now;
        at += length;
    }
    if open > 0 { Err(UNCLOSED) } else { Ok(()) }
}

const UNCLOSED: &str = "an opening parenthesis has no closing one";
const NOTHING: &str = "a repetition has nothing to repeat";

/// What stands before a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that could be repeated.
    Nothing,
    /// `*`, `+` or `?`.
    Sign,
    Other,
}

/// How long a class is, after its opening bracket.
fn class(text: &[char]) -> Result<usize, &'static str> {
    let mut at = usize::from(text.first() == Some(&'^'));
    let first = at;
    // A plain character with which a range may begin.
    let mut start: Option<char> = None;
    while let Some(character) = text.get(at) {
        match (character, start, text.get(at + 1)) {
            // First of all it is a plain character.
            (']', ..) if at > first => return Ok(at + 1),
            ('\\', ..) => {
                start = None;
                at += 1;
            }
            ('-', Some(from), Some(to)) if !matches!(to, ']' | '[' | '\\') => {
                if *to < from {
                    return Err("a range of characters runs backwards");
                }
                start = None;
                at += 1;
            }
            _ => start = Some(*character),
        }
        at += 1;
    }
    Err("an opening bracket has no closing one")
}

/// How long a repetition is, after its opening brace, and whether it ends below its start; none
/// where the brace opens no repetition.
fn braces(text: &[char]) -> Option<(usize, bool)> {
    let end = text.iter().position(|character| *character == '}')?;
    let inside: String = text[..end].iter().collect();
    let (low, high) = inside.split_once(',').unwrap_or((&inside, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if low.is_empty() || !is_number(low) || !is_number(high) {
        return None;
    }
    // By length, then by digits: the numbers may have any size.
    let size = |part: &str| {
        let digits = part.trim_start_matches('0');
        (digits.len(), digits.to_owned())
    };
    Some((end + 1, !high.is_empty() && size(high) < size(low)))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn what_some_dialect_reads_is_left_alone() {
        for pattern in [
            "",
            "^[a-z]+$",
            r"\(",
            "(?:*a)",
            "(*UTF8)a",
            "a(?# ( )*",
            "[]a]",
            "[^]a]",
            "[a-]",
            "[-a]",
            "[a-[b]]",
            r"[\w-a]",
            "a{2,2}",
            "a{2,}",
            "a{,1}",
            "{x}",
            "a*?",
            "a+?",
            "a*+",
            "a{1}*",
            "(|a)",
            "[(*]",
            "a{02,10}",
            "^*",
            r"[z\-a]",
            "[+--]",
        ] {
            assert_eq!(fault(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn what_no_dialect_reads_is_found() {
        for pattern in [
            "\\", "(", "a)", "(?#a", "(()", "[", "[a", "[]", "[^]", "[z-a]", "[b-a]", "a{2,1}",
            "*", "+a", "?", "{1}", "{1,}", "{1,2}", "(*)", "(+a)", "a|*", "a**", "a+*", "a?*",
            "({2})", "a{10,9}",
        ] {
            assert!(fault(pattern).is_some(), "{pattern}");
        }
    }
}
