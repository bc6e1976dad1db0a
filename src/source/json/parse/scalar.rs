//! Strings, numbers, `true`, `false` and `null`, exactly as RFC 8259 has them.

use super::{Reader, Step};

impl Reader<'_> {
    /// Reads it, and tells whether it is a string without an escape.
    pub(super) fn scalar(&mut self) -> Step<bool> {
        match self.peek() {
            Some(b'"') => return self.string(),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            _ => return Err(self.no_value()),
        }
        Ok(false)
    }

    fn word(&mut self, word: &str) -> Step {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        // `truely` is one misspelt word, not a value and something after it.
        let ends = !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric);
        if rest.starts_with(word.as_bytes()) && ends {
            self.at += word.len();
            Ok(())
        } else {
            Err(self.no_value())
        }
    }

    /// A string, from its opening quote to behind its closing one; whether it has no escape.
    pub(super) fn string(&mut self) -> Step<bool> {
        let start = self.at;
        let mut at = start + 1;
        let mut is_plain = true;
        loop {
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    is_plain = false;
                    at = self.escape(start, at)?;
                }
                Some(0..=0x1f) => return Err(self.control(start, at)),
                Some(_) => at += 1,
                None => return Err(Self::unclosed_string(start)),
            }
        }
        self.at = at + 1;
        Ok(is_plain)
    }

    /// Checks the escape at an offset and tells where it ends.
    fn escape(&self, start: usize, at: usize) -> Step<usize> {
        match self.bytes.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(at + 2),
            Some(b'u') => match self.unit(at) {
                Some(0xdc00..=0xdfff) => Err(self.lone_surrogate(at)),
                Some(0xd800..=0xdbff) => match self.unit(at + 6) {
                    Some(0xdc00..=0xdfff) => Ok(at + 12),
                    _ => Err(self.lone_surrogate(at)),
                },
                Some(_) => Ok(at + 6),
                None => Err(Self::short_escape(at)),
            },
            Some(_) => Err(self.unknown_escape(at)),
            None => Err(Self::unclosed_string(start)),
        }
    }

    /// The number written as `\uXXXX` at an offset.
    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        digits.iter().try_fold(0, |unit, &byte| Some(unit * 16 + char::from(byte).to_digit(16)?))
    }

    fn number(&mut self) -> Step {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let digits = self.digits();
        if digits == 0 {
            return Err(self.no_digits(start, "a minus sign needs a digit behind it"));
        }
        if leading_zero && digits > 1 {
            let reason = "a number does not begin with 0; remove the zero, or put the value in \
                          double quotes if it is text";
            return Err(Self::error(start, reason));
        }
        let mut is_short = digits < 300;
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return Err(self.no_digits(start, "the decimal point needs a digit behind it"));
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            is_short = false;
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.no_digits(start, "the exponent needs a digit"));
            }
        }
        let is_finite = is_short
            || self
                .text
                .get(start..self.at)
                .and_then(|text| text.parse::<f64>().ok())
                .is_some_and(f64::is_finite);
        if !is_finite {
            let reason = "this number is beyond the range of a 64-bit floating-point number";
            return Err(Self::error(start, reason));
        }
        Ok(())
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }
}
