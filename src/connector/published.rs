//! Titles of published connectors with publisher and host, as facts to compare a title with.
//! One connector a line in `assets/titles.tsv`: title, publisher, host, `v` or `i`.

use std::sync::LazyLock;

use strsim::osa_distance;

/// A published connector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its title.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// The host it calls.
    pub host: &'static str,
    /// Published by the owner of the service.
    pub is_verified: bool,
    /// The title as titles are compared for equality.
    folded: String,
    /// Only its letters and digits.
    letters: String,
    count: usize,
    kinds: u64,
}

/// Every published connector that is known, by title. Prepared at the first question.
static ALL: LazyLock<Vec<Published>> = LazyLock::new(|| {
    include_str!("../../assets/titles.tsv").lines().filter_map(Published::read).collect()
});

impl Published {
    fn read(line: &'static str) -> Option<Self> {
        let mut parts = line.split('\t');
        let (title, publisher, host) = (parts.next()?, parts.next()?, parts.next()?);
        let letters = letters(title);
        Some(Self {
            title,
            publisher,
            host,
            is_verified: parts.next() == Some("v"),
            folded: folded(title),
            count: letters.chars().count(),
            kinds: kinds(&letters),
            letters,
        })
    }

    /// Whether a connector with this host is this one, as far as host and publisher tell. Where
    /// the publisher is not known, the host decides.
    pub fn is_own(&self, host: &str, publisher: Option<&str>) -> bool {
        self.host.eq_ignore_ascii_case(host.trim())
            && publisher.is_none_or(|publisher| self.is_by(publisher))
    }

    /// Whether this is the publisher, whatever the case of its letters.
    pub fn is_by(&self, publisher: &str) -> bool {
        folded(self.publisher) == folded(publisher)
    }
}

/// The connectors with this very title, trimmed and whatever the case.
pub fn taken(title: &str) -> impl Iterator<Item = &'static Published> {
    let wanted = folded(title);
    ALL.iter().filter(move |entry| entry.folded == wanted)
}

/// The connectors whose title is another, but easily mistaken for this one: the same letters and
/// digits, or few of many differ.
pub fn alike(title: &str) -> impl Iterator<Item = &'static Published> {
    let wanted = folded(title);
    let own = letters(title);
    let count = own.chars().count();
    let kinds = kinds(&own);
    ALL.iter().filter(move |entry| {
        let strays = strays(count.min(entry.count));
        // Cheap questions first: lengths, then which letters occur at all.
        count.abs_diff(entry.count) <= strays
            && (kinds ^ entry.kinds).count_ones() as usize <= 2 * strays
            && entry.folded != wanted
            && digits(&own) == digits(&entry.letters)
            && osa_distance(&own, &entry.letters) <= strays
    })
}

/// How many letters may differ between two titles of this length that look alike.
fn strays(count: usize) -> usize {
    match count {
        0..=6 => 0,
        7..=13 => 1,
        _ => 2,
    }
}

fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Titles that differ by a number are different on purpose.
fn digits(letters: &str) -> impl PartialEq {
    letters.chars().filter(char::is_ascii_digit).collect::<String>()
}

/// The kinds of letters in a text, as bits.
fn kinds(letters: &str) -> u64 {
    letters.chars().fold(0, |kinds, c| kinds | 1 << (u32::from(c) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("../../assets/titles.tsv").lines().count();
        assert_eq!(ALL.len(), lines);
        assert!(ALL.iter().all(|entry| !entry.title.is_empty() && !entry.host.is_empty()));
        assert!(ALL.iter().any(|entry| entry.is_verified) && ALL.iter().any(|e| !e.is_verified));
    }

    #[test]
    fn equal_is_taken_and_near_is_alike() {
        let some = ALL.iter().find(|entry| entry.count > 13).map(|entry| entry.title);
        let title = some.unwrap_or_default();
        assert_eq!(
            taken(&format!(" {} ", title.to_uppercase())).next().map(|e| e.title),
            Some(title)
        );
        assert_eq!(taken(&format!("{title}s")).count(), 0);
        assert!(alike(&format!("{title}s")).any(|entry| entry.title == title));
        assert!(alike(&format!("{title}xq")).any(|entry| entry.title == title));
        assert!(!alike(&format!("{title}xqz")).any(|entry| entry.title == title));
        assert!(!alike(&format!("{title}2")).any(|entry| entry.title == title));
        assert!(!alike(title).any(|entry| entry.title == title));
    }
}
