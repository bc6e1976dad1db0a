//! Words in commands that people paste. They read alike in a Unix shell and in PowerShell.

/// A text as one word. Names that are legal hold none of the signs that mean something between
/// double quotation marks, and only names that were published long ago an apostrophe.
pub(super) fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        assert_eq!(quoted("Contoso & Sons (v2)"), "'Contoso & Sons (v2)'");
        assert_eq!(quoted("Contoso's Bills"), "\"Contoso's Bills\"");
    }
}
