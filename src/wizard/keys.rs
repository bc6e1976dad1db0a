//! The keys in force: those of the table, and what `config.toml` changes of them. Keys and actions
//! by their names, and what is wrong with what somebody wrote.

use std::borrow::Cow;

use crossterm::event::{KeyCode, KeyModifiers};

use super::keymap::{self, Binding, Place};
use super::msg::Intent;
use crate::store::KeyLine;

/// A key with what is held beside it.
pub(crate) type Key = (KeyCode, KeyModifiers);

/// The word that takes a key away from whatever it does.
const UNBOUND: &str = "unbound";

/// Keys that have names.
const NAMED: [(&str, KeyCode); 16] = [
    ("enter", KeyCode::Enter),
    ("tab", KeyCode::Tab),
    ("esc", KeyCode::Esc),
    ("space", KeyCode::Char(' ')),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("plus", KeyCode::Char('+')),
];

/// What somebody changed. Without changes the table alone counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    given: Vec<Given>,
    /// Keys of the table that do nothing any more, or something else.
    taken: Vec<(Place, Key)>,
}

/// A key that somebody gave to an action.
#[derive(Debug, Clone)]
struct Given {
    place: Place,
    key: Key,
    /// None where the key is to do nothing.
    binding: Option<&'static Binding>,
    line: usize,
    /// Whether it is meant for this place, rather than for all.
    own: bool,
}

/// A line of the table, with the keys as they are in force.
#[derive(Debug)]
pub(crate) struct InForce {
    /// The key as printed.
    pub(crate) shown: Cow<'static, str>,
    /// All its keys.
    pub(crate) names: Vec<String>,
    /// What it does, in a word or two.
    pub(crate) label: &'static str,
    binding: &'static Binding,
}

impl InForce {
    /// What it means.
    pub(crate) fn intent(&self) -> &'static Intent {
        self.binding.intent()
    }
}

impl Keys {
    /// The keys that these lines of a file make, and what is wrong with the lines.
    pub(crate) fn of(lines: &[KeyLine], file: &str) -> (Self, Vec<String>) {
        let mut faults: Vec<(usize, String)> = Vec::new();
        let mut given: Vec<Given> = Vec::new();
        for line in lines {
            match read(line) {
                Ok(read) => {
                    for one in read {
                        if let Some(fault) = clash(&given, &one) {
                            faults.push((line.line, fault));
                            continue;
                        }
                        given.retain(|old| (old.place, old.key) != (one.place, one.key) || old.own);
                        let is_overruled =
                            given.iter().any(|old| (old.place, old.key) == (one.place, one.key));
                        if !is_overruled {
                            given.push(one);
                        }
                    }
                }
                Err(fault) => faults.push((line.line, fault)),
            }
        }
        let mut keys = Self::made(given);
        while let Some((line, fault)) = keys.lost() {
            keys = Self::made(keys.given.into_iter().filter(|given| given.line != line).collect());
            faults.push((line, fault));
        }
        faults.sort();
        faults.dedup();
        let told = faults.into_iter().map(|(line, fault)| format!("{file}:{line}: {fault}."));
        (keys, told.collect())
    }

    fn made(given: Vec<Given>) -> Self {
        let taken = given.iter().map(|given| (given.place, given.key)).collect();
        Self { given, taken }
    }

    /// What a key does at a place.
    pub(crate) fn find(&self, place: Place, key: Key) -> Option<&'static Binding> {
        let pressed = plain(key);
        let given = self.given.iter().find(|given| given.place == place && given.key == pressed);
        match given {
            Some(given) => given.binding,
            None => keymap::of_table(place, key),
        }
    }

    /// The keys of this place: those of the footer, or all.
    pub(crate) fn bindings(&self, place: Place, all: bool) -> impl Iterator<Item = InForce> {
        keymap::bindings(place, all).filter_map(move |binding| {
            let shown = self.shown(place, binding)?;
            let names = self.names(place, binding);
            Some(InForce { shown, names, label: binding.label, binding })
        })
    }

    /// The key of an action at a place.
    pub(crate) fn name(&self, place: Place, intent: &Intent) -> Option<Cow<'static, str>> {
        self.bindings(place, true).find(|found| found.intent() == intent).map(|found| found.shown)
    }

    /// All keys of a line of the table.
    fn names(&self, place: Place, binding: &'static Binding) -> Vec<String> {
        let own = self.given.iter().filter(|given| {
            given.place == place && given.binding.is_some_and(|found| std::ptr::eq(found, binding))
        });
        let table = binding.keys().map(plain).filter(|key| !self.taken.contains(&(place, *key)));
        let mut names = Vec::new();
        for name in own.map(|given| given.key).chain(table).map(named) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// How the key of a line is printed: as somebody gave it, else as the table has it.
    fn shown(&self, place: Place, binding: &'static Binding) -> Option<Cow<'static, str>> {
        let own = |given: &&Given| {
            given.place == place && given.binding.is_some_and(|found| std::ptr::eq(found, binding))
        };
        if let Some(given) = self.given.iter().find(own) {
            return Some(named(given.key).into());
        }
        let left = binding.keys().find(|key| !self.taken.contains(&(place, plain(*key))))?;
        let first = binding.keys().next()?;
        Some(if left == first { binding.shown.into() } else { named(left).into() })
    }

    /// A line that takes the last key from an action that had one: whoever changes keys by a slip
    /// must still be able to leave, and to get help.
    fn lost(&self) -> Option<(usize, String)> {
        self.given.iter().find_map(|given| {
            let place = given.place;
            let old = keymap::of_table(place, given.key)?;
            let same = |binding: &&Binding| binding.intent() == old.intent();
            let reaches = keymap::bindings(place, true).filter(same).any(|binding| {
                let table =
                    binding.keys().filter(|key| !self.taken.contains(&(place, plain(*key))));
                let own = self.given.iter().filter(|given| {
                    given.place == place
                        && given.binding.is_some_and(|found| std::ptr::eq(found, binding))
                });
                table.chain(own.map(|given| given.key)).any(is_everywhere)
            });
            let fault = format!(
                "{} is the only key of `{}` at {}, so it stays; give that another key as well",
                named(given.key),
                action(old.intent()),
                self::place(place),
            );
            (!reaches).then_some((given.line, fault))
        })
    }
}

/// What a line means, place by place.
fn read(line: &KeyLine) -> Result<Vec<Given>, String> {
    let key = parse(&line.key)?;
    let wanted = line.action.trim().to_ascii_lowercase();
    let only = match &line.place {
        None => None,
        Some(name) => {
            let found = keymap::places().find(|known| self::place(*known) == name.trim());
            let near = || near(name, keymap::places().map(self::place));
            Some(found.ok_or_else(|| format!("there is no place `{name}`{}", near()))?)
        }
    };
    let places = || keymap::places().filter(move |place| only.is_none_or(|only| only == *place));
    let given =
        |place, binding| Given { place, key, binding, line: line.line, own: only.is_some() };
    if wanted == UNBOUND {
        let bound = |place: &Place| keymap::of_table(*place, key).is_some();
        return Ok(places().filter(bound).map(|place| given(place, None)).collect());
    }
    let mut known = false;
    let mut found: Vec<Given> = Vec::new();
    for place in places() {
        let binding = keymap::bindings(place, true).find(|b| action(b.intent()) == wanted);
        let Some(binding) = binding else { continue };
        known = true;
        // What is text stays text.
        if !(is_text(key) && place.is_typing()) {
            found.push(given(place, Some(binding)));
        }
    }
    let at = only.map(|place| format!(" at {}", self::place(place))).unwrap_or_default();
    if !known {
        let all = keymap::places().flat_map(|place| keymap::bindings(place, true));
        let near = near(&wanted, all.map(|binding| action(binding.intent())));
        return Err(format!("there is no action `{}`{at}{near}", line.action));
    }
    if found.is_empty() {
        return Err(format!("`{}` is text where `{wanted}` works; hold ctrl or alt", line.key));
    }
    Ok(found)
}

/// Another line that gives the same key to something else.
fn clash(given: &[Given], new: &Given) -> Option<String> {
    let same = |old: &&Given| {
        (old.place, old.key, old.own) == (new.place, new.key, new.own)
            && old.binding.map(Binding::intent) != new.binding.map(Binding::intent)
    };
    let old = given.iter().find(same)?;
    let does = old.binding.map_or(UNBOUND.to_owned(), |binding| action(binding.intent()));
    let (key, line) = (named(new.key), old.line);
    Some(format!("{key} is `{does}` at {} by line {line} already", place(new.place)))
}

/// A name that was meant, perhaps.
fn near(name: &str, known: impl Iterator<Item = String>) -> String {
    let name = name.trim().to_ascii_lowercase();
    let nearest = known.map(|known| (strsim::osa_distance(&name, &known), known)).min();
    match nearest {
        Some((0..=3, known)) => format!("; perhaps `{known}`"),
        _ => "; `conncert man` lists them".to_owned(),
    }
}

/// A key by its name, as in `ctrl+o`, `F`, `pgdn`.
pub(crate) fn parse(name: &str) -> Result<Key, String> {
    let fault =
        || format!("there is no key `{name}`; a key is written as in \"ctrl+o\", \"F\", \"pgdn\"");
    let name = name.trim();
    let (held, last) = match name.rsplit_once('+') {
        Some((held, "")) => (held.strip_suffix('+').unwrap_or_default(), "+"),
        Some((held, last)) => (held, last),
        None => ("", name),
    };
    let mut modifiers = KeyModifiers::NONE;
    for word in held.split('+').map(str::trim).filter(|word| !word.is_empty()) {
        modifiers |= match word.to_ascii_lowercase().as_str() {
            "ctrl" | "control" => KeyModifiers::CONTROL,
            "alt" | "meta" | "option" => KeyModifiers::ALT,
            "shift" => KeyModifiers::SHIFT,
            _ => return Err(fault()),
        };
    }
    let last = last.trim();
    let lower = last.to_ascii_lowercase();
    let mut letters = last.chars();
    let code = match (letters.next(), letters.next()) {
        (Some(letter), None) if !letter.is_control() => KeyCode::Char(letter),
        _ => {
            let named = NAMED.iter().find(|(known, _)| *known == lower).map(|(_, code)| *code);
            let number = || lower.strip_prefix('f')?.parse().ok().filter(|n| (1..=12).contains(n));
            named.or_else(|| number().map(KeyCode::F)).ok_or_else(fault)?
        }
    };
    let is_ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let is_shift = modifiers.contains(KeyModifiers::SHIFT);
    let code = match code {
        KeyCode::Tab if is_shift => KeyCode::BackTab,
        KeyCode::Char(letter) if is_shift && !is_ctrl => {
            KeyCode::Char(letter.to_uppercase().next().unwrap_or(letter))
        }
        code => code,
    };
    let same = |as_what: &str| {
        format!("many terminals cannot tell `{name}` from {as_what}; choose another key")
    };
    match code {
        KeyCode::Char('i' | 'I') if is_ctrl => Err(same("tab")),
        KeyCode::Char('m' | 'M') if is_ctrl => Err(same("enter")),
        KeyCode::Char('[') if is_ctrl => Err(same("esc")),
        KeyCode::Char(_) if is_ctrl && is_shift => Err(same("the same without shift")),
        KeyCode::Enter if !modifiers.is_empty() => Err(same("enter")),
        KeyCode::Tab if !modifiers.is_empty() => Err(same("tab")),
        code => Ok(plain((code, modifiers))),
    }
}

/// A key as it is compared: a shifted letter is that letter, and ctrl knows no upper case.
fn plain((code, modifiers): Key) -> Key {
    let code = match code {
        KeyCode::Char(letter) if modifiers.contains(KeyModifiers::CONTROL) => {
            KeyCode::Char(letter.to_ascii_lowercase())
        }
        code => code,
    };
    let is_shifted =
        matches!(code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab);
    (code, if is_shifted { modifiers.difference(KeyModifiers::SHIFT) } else { modifiers })
}

/// A key as it is printed.
pub(crate) fn named((code, modifiers): Key) -> String {
    let mut name = String::new();
    for (held, word) in [
        (KeyModifiers::CONTROL, "ctrl+"),
        (KeyModifiers::ALT, "alt+"),
        (KeyModifiers::SHIFT, "shift+"),
    ] {
        if modifiers.contains(held) && !(code == KeyCode::BackTab && held == KeyModifiers::SHIFT) {
            name.push_str(word);
        }
    }
    match code {
        KeyCode::BackTab => name.push_str("shift+tab"),
        KeyCode::Char('+') => name.push('+'),
        KeyCode::F(number) => {
            name.push('f');
            name.push_str(&number.to_string());
        }
        code => match (NAMED.iter().find(|(_, known)| *known == code), code) {
            (Some((known, _)), _) => name.push_str(known),
            (None, KeyCode::Char(letter)) => name.push(letter),
            (None, _) => {}
        },
    }
    name
}

/// Whether a key types a character.
fn is_text((code, modifiers): Key) -> bool {
    matches!(code, KeyCode::Char(_)) && modifiers.difference(KeyModifiers::SHIFT).is_empty()
}

/// Whether every keyboard and every terminal has the key: laptops hide the F-keys, and few
/// terminals tell a modified Enter from Enter.
pub(crate) fn is_everywhere((code, modifiers): Key) -> bool {
    !matches!(code, KeyCode::F(_)) && (code != KeyCode::Enter || modifiers.is_empty())
}

/// An action by the name that `config.toml` gives it.
pub(crate) fn action(intent: &Intent) -> String {
    let shown = format!("{intent:?}");
    match shown.strip_prefix("Edit(") {
        Some(edit) if edit.contains("select: true") => format!("edit-select-{}", kebab(edit)),
        Some(edit) => format!("edit-{}", kebab(edit)),
        None => kebab(&shown),
    }
}

/// A place by the name that `config.toml` gives it.
pub(crate) fn place(place: Place) -> String {
    kebab(&format!("{place:?}"))
}

/// `OpenFolder` as `open-folder`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().take_while(char::is_ascii_alphanumeric) {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    fn line(place: Option<&str>, key: &str, action: &str, line: usize) -> KeyLine {
        let (key, action) = (key.to_owned(), action.to_owned());
        KeyLine { place: place.map(str::to_owned), key, action, line }
    }

    fn does(keys: &Keys, place: Place, key: &str) -> Option<String> {
        keys.find(place, parse(key).unwrap()).map(|binding| action(binding.intent()))
    }

    #[test]
    fn keys_are_read_as_they_are_printed() {
        for name in [
            "ctrl+o",
            "F",
            "f",
            "pgdn",
            "shift+tab",
            "alt+x",
            "space",
            "+",
            "ctrl++",
            "f5",
            "?",
            "shift+left",
            "ctrl+shift+left",
            "é",
        ] {
            assert_eq!(named(parse(name).unwrap()), name);
        }
        assert_eq!(parse("Shift+f").unwrap(), parse("F").unwrap());
        assert_eq!(parse("CTRL+O").unwrap(), parse("ctrl+o").unwrap());
        for bad in
            ["", "hyper+x", "f13", "f0", "enterr", "shift+enter", "ctrl+i", "ctrl+m", "ctrl+["]
        {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_key_is_given_and_the_old_one_goes_on() {
        let (keys, faults) = Keys::of(&[line(None, "alt+o", "open-folder", 2)], "c");
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(does(&keys, Place::Home, "alt+o").unwrap(), "open-folder");
        assert_eq!(does(&keys, Place::Home, "o").unwrap(), "open-folder");
        assert_eq!(keys.name(Place::Home, &Intent::OpenFolder).unwrap(), "alt+o");
        assert_eq!(does(&keys, Place::Text, "alt+o"), None);
    }

    #[test]
    fn two_actions_may_change_places() {
        let lines = [line(None, "x", "write-back", 2), line(None, "w", "export", 3)];
        let (keys, faults) = Keys::of(&lines, "c");
        assert_eq!(does(&keys, Place::Review, "x").unwrap(), "write-back");
        assert_eq!(does(&keys, Place::Review, "w").unwrap(), "export");
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn the_last_key_of_an_action_stays() {
        let (keys, faults) = Keys::of(&[line(None, "ctrl+c", "undo", 4)], "c");
        assert_eq!(does(&keys, Place::Text, "ctrl+c").unwrap(), "leave");
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("c:4: ctrl+c is the only key of `leave` at"), "{faults:?}");
        let (keys, faults) = Keys::of(&[line(None, "ctrl+c", "unbound", 4)], "c");
        assert_eq!(does(&keys, Place::Text, "ctrl+c").unwrap(), "leave");
        assert_eq!(faults.len(), 1, "{faults:?}");
        // An F-key alone is not enough.
        let lines = [line(None, "f5", "help", 4), line(None, "ctrl+g", "unbound", 5)];
        let (_, faults) = Keys::of(&lines, "c");
        assert!(faults[0].starts_with("c:5: ctrl+g is the only key of `help`"), "{faults:?}");
    }

    #[test]
    fn one_place_overrules_all_places_in_either_order() {
        let lines = [line(Some("review"), "v", "export", 2), line(None, "v", "undo", 3)];
        for lines in [lines.clone(), [lines[1].clone(), lines[0].clone()]] {
            let (keys, faults) = Keys::of(&lines, "c");
            assert_eq!(faults, Vec::<String>::new());
            assert_eq!(does(&keys, Place::Review, "v").unwrap(), "export");
            assert_eq!(does(&keys, Place::Journey, "v").unwrap(), "undo");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let lines = [
            line(None, "ctrl+o", "open-foldr", 2),
            line(Some("revue"), "z", "undo", 3),
            line(None, "hyper+z", "undo", 4),
            line(None, "z", "edit-backspace", 5),
            line(None, "alt+z", "undo", 6),
            line(None, "Alt+z", "redo", 7),
            line(Some("home"), "z", "write-back", 8),
        ];
        let (_, faults) = Keys::of(&lines, "c");
        let expected = [
            "c:2: there is no action `open-foldr`; perhaps `open-folder`.",
            "c:3: there is no place `revue`; perhaps `review`.",
            "c:4: there is no key `hyper+z`",
            "c:5: `z` is text where `edit-backspace` works",
            "c:7: alt+z is `undo`",
            "c:8: there is no action `write-back` at home",
        ];
        for expected in expected {
            assert!(
                faults.iter().any(|fault| fault.starts_with(expected)),
                "{expected}: {faults:#?}"
            );
        }
    }

    #[test]
    fn every_action_and_every_place_has_a_name_of_its_own() {
        let mut seen: Vec<(String, &Intent)> = Vec::new();
        for place in keymap::places() {
            assert!(!self::place(place).is_empty());
            for binding in keymap::bindings(place, true) {
                let name = action(binding.intent());
                assert_ne!(name, UNBOUND);
                let same = seen.iter().find(|(known, _)| *known == name);
                assert!(same.is_none_or(|(_, intent)| *intent == binding.intent()), "{name}");
                seen.push((name, binding.intent()));
            }
        }
        // People have written these into their files: they may not change.
        for name in [
            "open-folder",
            "write-back",
            "mend-all",
            "leave",
            "help",
            "palette",
            "page-down",
            "edit-delete-word-back",
            "edit-select-left",
            "next",
            "accept",
            "toggle",
            "back",
        ] {
            assert!(seen.iter().any(|(known, _)| known == name), "{name}");
        }
    }
}
