//! A line becomes an answer: which options it means, and which intents give that answer.

use super::super::model::options;
use super::super::msg::Intent;
use super::talk::Talk;
use crate::answers::{Kind, Question, items};

/// What can be chosen: value, label, help.
type Options = [(&'static str, &'static str, &'static str)];

/// A number from one on.
pub(super) fn number(line: &str, most: usize) -> Option<usize> {
    let line = line.trim().trim_end_matches('.');
    line.parse().ok().filter(|number| (1..=most).contains(number))
}

/// The option that a line means: by number, by value, or by how its label begins if only one does.
fn option(line: &str, options: &Options) -> Option<usize> {
    let word = line.trim().to_lowercase();
    let short = |text: &str| text == "y" && word == "yes" || text == "n" && word == "no";
    if let Some(number) = number(&word, options.len()) {
        return Some(number - 1);
    }
    let exact = options.iter().position(|(value, label, _)| {
        value.eq_ignore_ascii_case(&word) || label.to_lowercase() == word || short(value)
    });
    exact.or_else(|| {
        let begins = |(_, label, _): &(&str, &str, &str)| label.to_lowercase().starts_with(&word);
        let mut found = options.iter().enumerate().filter(|(_, option)| begins(option));
        match (word.is_empty(), found.next(), found.next()) {
            (false, Some((index, _)), None) => Some(index),
            _ => None,
        }
    })
}

/// The options that a line means, or the word that means none.
fn several<'l>(line: &'l str, options: &Options) -> Result<Vec<usize>, &'l str> {
    let numbers = line.split([',', ';', ' ']).filter(|item| !item.is_empty());
    let numbers: Option<Vec<usize>> =
        numbers.map(|item| number(item, options.len()).map(|number| number - 1)).collect();
    if let Some(numbers) = numbers {
        return Ok(numbers);
    }
    let words = line.split([',', ';']).map(str::trim).filter(|item| !item.is_empty());
    words.map(|item| option(item, options).ok_or(item)).collect()
}

impl Talk<'_> {
    /// Gives the answer that a line means to the question one is at. Says why where it means none.
    pub(super) fn give(&mut self, question: &'static Question, line: &str) -> bool {
        let options = options(question);
        match question.kind {
            Kind::Choice(_) | Kind::YesNo => {
                let word = match (question.kind, line.trim().to_lowercase().as_str()) {
                    (Kind::YesNo, "y") => "yes".to_owned(),
                    (Kind::YesNo, "n") => "no".to_owned(),
                    (_, word) => word.to_owned(),
                };
                let Some(index) = option(&word, &options) else {
                    let count = options.len();
                    self.say(format!(
                        "“{line}” is none of these. Type a number from 1 to {count}."
                    ));
                    return false;
                };
                self.stand_on(index);
                self.queue(Intent::Toggle);
            }
            Kind::Choices { .. } => match several(line, &options) {
                Ok(wanted) => self.choose(question, &wanted),
                Err(word) => {
                    self.say(format!(
                        "“{word}” is none of these. Type numbers from 1 to {}, separated by \
                         commas.",
                        options.len()
                    ));
                    return false;
                }
            },
            Kind::Attestation(_) => {
                let ticked = match line.trim().to_lowercase().as_str() {
                    "yes" | "y" | "1" => true,
                    "no" | "n" | "0" => false,
                    _ => {
                        self.say("Type yes when it is so, no when it is not.");
                        return false;
                    }
                };
                if ticked == self.is_blank(question) {
                    self.queue(Intent::Toggle);
                }
            }
            Kind::Line | Kind::Long | Kind::Percent | Kind::Path | Kind::Day => self.fill(line),
        }
        self.settle(Vec::new());
        true
    }

    /// Empties the answer. Says why where that cannot be.
    pub(super) fn clear(&mut self, question: &'static Question) {
        match question.kind {
            Kind::Choice(_) | Kind::YesNo => {
                self.say("This one cannot be emptied: choose another, or type undo.");
                return;
            }
            Kind::Choices { .. } => self.choose(question, &[]),
            Kind::Attestation(_) if !self.is_blank(question) => self.queue(Intent::Toggle),
            Kind::Attestation(_) => {}
            _ => self.fill(""),
        }
        self.settle(Vec::new());
        self.say("It is empty now.");
    }

    fn is_blank(&self, question: &Question) -> bool {
        self.model.open.as_ref().is_none_or(|open| open.answers.is_blank(question.key))
    }

    /// Exactly these options.
    fn choose(&mut self, question: &'static Question, wanted: &[usize]) {
        for (index, (value, _, _)) in options(question).iter().enumerate() {
            let chosen = self.model.open.as_ref().is_some_and(|open| {
                items(open.answers.text(question.key)).any(|item| item.eq_ignore_ascii_case(value))
            });
            if chosen != wanted.contains(&index) {
                self.stand_on(index);
                self.queue(Intent::Toggle);
            }
        }
    }

    /// Moves among the options of the field.
    fn stand_on(&mut self, index: usize) {
        let at = self.model.open.as_ref().map_or(0, |open| open.option);
        let intent = if at < index { Intent::Down } else { Intent::Up };
        for _ in 0..at.abs_diff(index) {
            self.queue(intent.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: &Options =
        &[("oauth2", "OAuth 2.0", ""), ("api-key", "API key", ""), ("basic", "Basic", "")];

    #[test]
    fn options_are_meant_by_number_value_or_label() {
        assert_eq!(option("2", OPTIONS), Some(1));
        assert_eq!(option("API-KEY", OPTIONS), Some(1));
        assert_eq!(option("bas", OPTIONS), Some(2));
        assert_eq!(option("4", OPTIONS), None);
        assert_eq!(option("0", OPTIONS), None);
        assert_eq!(option("", OPTIONS), None);
    }

    #[test]
    fn several_are_meant_by_numbers_or_words() {
        assert_eq!(several("3, 1", OPTIONS), Ok(vec![2, 0]));
        assert_eq!(several("1 2", OPTIONS), Ok(vec![0, 1]));
        assert_eq!(several("OAuth 2.0, basic", OPTIONS), Ok(vec![0, 2]));
        assert_eq!(several("1, magic", OPTIONS), Err("magic"));
    }
}
