//! Two drafts side by side: question by question what each says, what differs first.

use crate::answers::{Answers, Question};
use crate::steps;

/// A question with the answers of two drafts.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What was asked.
    pub question: &'static Question,
    /// What the first says; blank where it says nothing.
    pub first: String,
    /// What the second says.
    pub second: String,
}

impl Pair {
    /// Whether both say the same.
    pub fn is_equal(&self) -> bool {
        let (first, second) = (self.first.trim(), self.second.trim());
        first == second
            // A list is a set, `Finance;Data` or not, and so on.
            || !first.is_empty()
                && self.question.agrees(first, &self.question.in_file(second))
    }
}

/// Every question that either draft answers: those that differ first, each part in the order of the
/// steps.
pub fn compare(first: &Answers, second: &Answers) -> Vec<Pair> {
    let (equal, mut pairs): (Vec<Pair>, Vec<Pair>) = steps::questions()
        .map(|question| Pair {
            question,
            first: first.text(question.key).to_owned(),
            second: second.text(question.key).to_owned(),
        })
        .filter(|pair| !pair.first.trim().is_empty() || !pair.second.trim().is_empty())
        .partition(Pair::is_equal);
    pairs.extend(equal);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_comes_first_and_what_nobody_answered_is_left_out() {
        let mut first = Answers::default();
        let mut second = Answers::default();
        for (key, one, other) in [
            ("publisher.name", "Contoso Ltd", " Contoso Ltd "),
            ("support.email", "a@contoso.com", "b@contoso.com"),
            ("support.categories", "Finance, Data", "data, Finance"),
            ("uptime.percent", "99.95", ""),
        ] {
            first.give(key, one);
            second.give(key, other);
        }
        second.give("connector.name", "Contoso Orders");
        let pairs = compare(&first, &second);
        let told: Vec<_> = pairs.iter().map(|pair| (pair.question.key, pair.is_equal())).collect();
        assert_eq!(
            told,
            [
                ("support.email", false),
                ("uptime.percent", false),
                ("connector.name", false),
                ("publisher.name", true),
                ("support.categories", true),
            ]
        );
        assert_eq!((pairs[2].first.as_str(), pairs[2].second.as_str()), ("", "Contoso Orders"));
        assert!(compare(&first, &first).iter().all(Pair::is_equal));
    }
}
