//! How the wizard looks at its start: what was asked for where, and which word counts.

use super::Start;
use super::theme::{Kind as ThemeKind, Theme};
use crate::store::Preferences;

/// How the wizard looks: as asked on the command line, else in the environment, else in
/// `config.toml`.
pub(super) struct Looks {
    pub(super) theme: Theme,
    /// Whether colours are refused.
    pub(super) no_color: bool,
    /// What could not be understood.
    pub(super) faults: Vec<String>,
}

impl Looks {
    /// From the surroundings.
    pub(super) fn of(start: &Start, preferences: &Preferences) -> Self {
        Self::among(start, preferences, |name| std::env::var(name).ok())
    }

    fn among(
        start: &Start,
        preferences: &Preferences,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        let mut faults = Vec::new();
        let mut named = |name: &str, whence: &str| {
            let kind = ThemeKind::named(name);
            if kind.is_none() {
                let all: Vec<&str> = ThemeKind::ALL.iter().map(|kind| kind.name()).collect();
                let all = all.join(", ");
                faults.push(format!("{whence}: there is no theme `{name}`; there are {all}."));
            }
            kind
        };
        let asked = start.theme;
        let asked =
            asked.or_else(|| set("CONNCERT_THEME").and_then(|name| named(&name, "CONNCERT_THEME")));
        let asked = asked.or_else(|| {
            let (name, line) = preferences.theme.as_ref()?;
            named(name, &format!("{}:{line}", preferences.file))
        });
        let no_color = start.no_color || set("NO_COLOR").is_some();
        let kind =
            if no_color { ThemeKind::Monochrome } else { asked.unwrap_or(ThemeKind::Terminal) };
        let ascii = start.ascii || set("CONNCERT_ASCII").is_some() || preferences.ascii;
        Self { theme: Theme::new(kind, ascii), no_color, faults }
    }
}

/// Faults that a message has room for, on a small screen too.
const FAULTS: usize = 4;

/// Faults as one message.
pub(super) fn told(mut faults: Vec<String>) -> Option<String> {
    let more = faults.len().saturating_sub(FAULTS);
    faults.truncate(FAULTS);
    if more > 0 {
        faults.push(format!("And {more} more of the kind."));
    }
    (!faults.is_empty()).then(|| faults.join("\n"))
}

/// Whether a terminal is one of the old kinds that paste as if somebody typed.
pub(super) fn is_paste_unmarked(term: Option<&str>) -> bool {
    let term = term.unwrap_or_default();
    ["linux", "vt", "cons25", "sun", "wsvt"].iter().any(|old| term.starts_with(old))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(start: &Start, config: &str, variables: &[(&str, &str)]) -> Looks {
        let preferences = Preferences::parse(config, "config.toml");
        Looks::among(start, &preferences, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_flag_goes_before_the_environment_and_that_before_the_file() {
        let none = Start::default();
        let flag = Start { theme: Some(ThemeKind::HighContrast), ..Start::default() };
        let file = "theme = \"light\"\nascii = true\n";
        let dark = [("CONNCERT_THEME", "dark")];
        for (start, config, variables, kind) in [
            (&none, "", &[][..], ThemeKind::Terminal),
            (&none, file, &[], ThemeKind::Light),
            (&none, file, &dark, ThemeKind::Dark),
            (&flag, file, &dark, ThemeKind::HighContrast),
            (&flag, file, &[("NO_COLOR", "1")], ThemeKind::Monochrome),
            (&flag, file, &[("NO_COLOR", "")], ThemeKind::HighContrast),
        ] {
            let look = look(start, config, variables);
            assert_eq!(look.theme.kind, kind, "{config} {variables:?}");
            assert_eq!(look.theme.ascii, !config.is_empty());
            assert_eq!(look.faults, Vec::<String>::new());
        }
        let refused = Start { no_color: true, ..Start::default() };
        let look = look(&refused, file, &dark);
        assert!(look.no_color && look.theme.kind == ThemeKind::Monochrome);
    }

    #[test]
    fn a_theme_that_nobody_knows_is_told_and_the_next_word_counts() {
        let none = Start::default();
        let look = look(&none, "\ntheme = \"pink\"", &[("CONNCERT_THEME", "purple")]);
        assert_eq!(look.theme.kind, ThemeKind::Terminal);
        assert_eq!(look.faults.len(), 2, "{:?}", look.faults);
        assert!(look.faults[0].starts_with("CONNCERT_THEME: there is no theme `purple`"));
        assert!(look.faults[1].starts_with("config.toml:2: there is no theme `pink`"));
    }

    #[test]
    fn many_faults_make_one_message_that_fits() {
        assert_eq!(told(Vec::new()), None);
        let many: Vec<String> = (0..9).map(|number| format!("Fault {number}.")).collect();
        let told = told(many).unwrap_or_default();
        assert!(told.contains("Fault 3.") && !told.contains("Fault 4."), "{told}");
        assert!(told.ends_with("And 5 more of the kind."), "{told}");
    }

    #[test]
    fn old_terminals_paste_as_if_somebody_typed() {
        for (term, unmarked) in [
            (Some("linux"), true),
            (Some("vt220"), true),
            (Some("xterm-256color"), false),
            (None, false),
        ] {
            assert_eq!(is_paste_unmarked(term), unmarked, "{term:?}");
        }
    }
}
