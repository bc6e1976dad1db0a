//! The words that are commands at every prompt. One table: what is understood and what help lists.

/// What a line asks for besides an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Back,
    Skip,
    Help,
    Steps,
    Review,
    Fix,
    Texts,
    Write,
    Export,
    Undo,
    Redo,
    Clear,
    Save,
    Home,
    Quit,
    Import,
}

/// The commands: the word, another one for it, and what it does.
const TABLE: [(Command, &str, &str, &str); 16] = [
    (Command::Back, "back", "b", "to the question before"),
    (Command::Skip, "skip", "s", "to the next question; this one stays as it is"),
    (Command::Help, "help", "?", "explains this question, and lists these words"),
    (Command::Steps, "steps", "journey", "lists the steps with their states, to go to one"),
    (Command::Review, "review", "r", "all findings and all answers"),
    (Command::Fix, "fix", "mend", "shows what can be mended safely in the files, and asks"),
    (Command::Texts, "texts", "m", "asks for the texts that are missing in the files, one by one"),
    (Command::Write, "write", "w", "shows what your answers change in the files, and asks"),
    (Command::Export, "export", "x", "writes the checklist and the package"),
    (Command::Undo, "undo", "u", "takes the last answer, or the last change of files, back"),
    (Command::Redo, "redo", "again", "makes what was undone again"),
    (Command::Clear, "clear", "none", "empties this answer"),
    (Command::Save, "save", "", "saves now; conncert also does so by itself"),
    (Command::Home, "home", "", "to the list of drafts"),
    (
        Command::Import,
        "import",
        "",
        "takes the publisher's answers from another draft, after asking",
    ),
    (Command::Quit, "quit", "q", "saves and leaves"),
];

/// The command that a line is. Where one types a text only whole words count, so that hardly an
/// answer is mistaken; a word that is meant as an answer gets `=` before it.
pub(super) fn command(line: &str, typing: bool) -> Option<Command> {
    let word = line.trim();
    let found = TABLE.iter().find(|(_, name, short, _)| {
        let is_short = !short.is_empty() && word.eq_ignore_ascii_case(short);
        word.eq_ignore_ascii_case(name) || is_short && (!typing || word == "?")
    });
    found.map(|(command, ..)| *command)
}

/// The answer that a line is: without the sign that says that it is no command.
pub(super) fn answer(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix('=').unwrap_or(line)
}

/// The commands with what they do.
pub(super) fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.iter().map(|(_, name, _, does)| (*name, *does))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_commands_and_an_answer_can_be_one_of_them() {
        assert_eq!(command(" Back ", true), Some(Command::Back));
        assert_eq!(command("b", true), None);
        assert_eq!(command("b", false), Some(Command::Back));
        assert_eq!(command("back to school", false), None);
        assert_eq!(command("=help", true), None);
        assert_eq!(answer("=help"), "help");
        assert_eq!(command("?", true), Some(Command::Help));
    }

    #[test]
    fn no_word_means_two_things() {
        let mut words: Vec<&str> = TABLE.iter().flat_map(|line| [line.1, line.2]).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
