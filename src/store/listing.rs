//! Which drafts of a list are shown, and in which order. Pure; the wizard and the command line ask
//! the same.

use std::cmp::Reverse;

use super::Listed;

/// An order of drafts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Last changed first.
    #[default]
    Changed,
    /// By name.
    Name,
    /// What has least left to answer first.
    Left,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Changed, Self::Name, Self::Left];

    /// As given on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Name => "name",
            Self::Left => "left",
        }
    }

    /// In a few words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Changed => "last changed first",
            Self::Name => "by name",
            Self::Left => "least left to answer first",
        }
    }

    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Changed => Self::Name,
            Self::Name => Self::Left,
            Self::Left => Self::Changed,
        }
    }
}

/// The places of the drafts that hold every word, in an order. A word may stand in the name, the
/// publisher type or the connector's folder, in any case.
pub fn arranged(drafts: &[Listed], words: &str, order: Order) -> Vec<usize> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<usize> = (0..drafts.len())
        .filter(|at| {
            let text = haystack(&drafts[*at]);
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    // Stable: equals stay as they were listed.
    match order {
        Order::Changed => {}
        Order::Name => found.sort_by_key(|at| drafts[*at].name.to_lowercase()),
        // One that cannot be read says nothing about what is left; it comes last.
        Order::Left => found.sort_by_key(|at| (drafts[*at].error.is_some(), drafts[*at].left())),
    }
    found
}

fn haystack(listed: &Listed) -> String {
    let publisher = listed.publisher.map_or("", |publisher| publisher.word());
    let folder = listed.folder.as_ref().map(|folder| folder.display().to_string());
    format!("{}\n{publisher}\n{}", listed.name, folder.unwrap_or_default()).to_lowercase()
}

impl Listed {
    /// Questions that are asked and not yet answered.
    pub fn left(&self) -> usize {
        self.answered.1.saturating_sub(self.answered.0)
    }
}

/// Drafts in the order of a list that has just been read: last changed first.
pub(super) fn by_change(listed: &mut [Listed]) {
    listed.sort_by(|a, b| {
        Reverse(a.updated).cmp(&Reverse(b.updated)).then_with(|| a.name.cmp(&b.name))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Publisher;

    fn listed(name: &str, answered: (usize, usize), error: bool) -> Listed {
        Listed {
            path: format!("{name}.toml").into(),
            name: name.to_owned(),
            publisher: Some(Publisher::Verified),
            answered,
            updated: None,
            folder: Some(format!("/home/{name}-files").into()),
            archived: false,
            error: error.then(|| "broken".to_owned()),
        }
    }

    #[test]
    fn words_are_found_wherever_they_stand_and_all_of_them() {
        let drafts =
            [listed("Contoso Orders", (1, 9), false), listed("Contoso Invoices", (1, 9), false)];
        let found = |words| arranged(&drafts, words, Order::Changed);
        assert_eq!(found(""), [0, 1]);
        assert_eq!(found("  INVOICES contoso "), [1]);
        assert_eq!(found("orders-files"), [0]);
        assert_eq!(found("verified"), [0, 1]);
        assert_eq!(found("verified invoices orders"), [0_usize; 0]);
    }

    #[test]
    fn orders_are_by_change_by_name_and_by_what_is_left() {
        let drafts = [
            listed("beta", (2, 9), false),
            listed("Alpha", (8, 9), false),
            listed("broken", (0, 0), true),
            listed("gamma", (8, 9), false),
        ];
        assert_eq!(arranged(&drafts, "", Order::Changed), [0, 1, 2, 3]);
        assert_eq!(arranged(&drafts, "", Order::Name), [1, 0, 2, 3]);
        assert_eq!(arranged(&drafts, "", Order::Left), [1, 3, 0, 2]);
        let mut order = Order::default();
        for expected in [Order::Name, Order::Left, Order::Changed] {
            order = order.next();
            assert_eq!(order, expected);
        }
    }
}
