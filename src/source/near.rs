//! Words that somebody may have meant. Knows nothing of what they stand for.

/// At most this many words are suggested.
const MOST: usize = 5;

/// The words near to one that is not known, nearest first.
pub fn near<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let allowed = ((length + 1) / 3).clamp(1, 4);
    let mut found: Vec<(usize, &str)> = known
        .filter_map(|candidate| {
            let lower = candidate.to_lowercase();
            let part = word.len() > 3 && (lower.contains(&word) || word.contains(&lower));
            // A whole page may stand where a word should; so many letters more are steps, too.
            let steps = match length.abs_diff(lower.chars().count()) {
                more if more > allowed => more,
                _ => distance(&word, &lower),
            };
            let likely = part || steps <= allowed;
            likely.then_some((if part { steps.min(allowed) } else { steps }, candidate))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(MOST).map(|(_, candidate)| candidate).collect()
}

/// How many characters have to be put in, taken out or exchanged to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, found) in one.chars().enumerate() {
        let mut corner = line;
        let mut left = line + 1;
        for (cell, wanted) in row.iter_mut().skip(1).zip(&other) {
            let change = corner + usize::from(found != *wanted);
            corner = *cell;
            left = change.min(corner + 1).min(left + 1);
            *cell = left;
        }
        row[0] = line + 1;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_single_steps() {
        assert_eq!(distance("check", "check"), 0);
        assert_eq!(distance("chekc", "check"), 2);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("rule", "rules"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn only_near_words_are_suggested() {
        let known = ["title-too-long", "title-missing", "scheme-https"];
        assert_eq!(near("title-to-long", known.into_iter()), ["title-too-long"]);
        assert_eq!(near("title", known.into_iter()), ["title-missing", "title-too-long"]);
        assert!(near("zzz", known.into_iter()).is_empty());
        assert!(near("x", ["abc"].into_iter()).is_empty());
        assert_eq!(near("ab", ["abc"].into_iter()), ["abc"]);
    }

    #[test]
    fn a_page_instead_of_a_word_is_soon_compared() {
        let page = "title.".repeat(200_000);
        let known: Vec<String> = (0..1000).map(|number| format!("no-such-rule-{number}")).collect();
        // Letter by letter this would be more than 10^10 steps.
        assert!(near(&page, known.iter().map(String::as_str)).is_empty());
        assert_eq!(near(&page, ["title", "host"].into_iter()), ["title"]);
    }
}
