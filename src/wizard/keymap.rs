//! One table: key, intent, label, where it works. Dispatch, footer and help read it, so the
//! footer never promises a key that is text where one is.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::keys::Key;
use super::model::{Focus, Model, Page, is_text};
use super::msg::{Edit, Intent};
use super::overlay::Overlay;
use crate::answers::Kind;

/// Where a key is pressed, as far as its meaning goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Home,
    Journey,
    /// A line of text.
    Text,
    /// Several lines of text.
    Long,
    /// Something to choose from.
    Options,
    /// A box to tick.
    Tick,
    Review,
    /// A button or switch of the export page.
    Button,
    /// The target of the export.
    Target,
    /// What an export has written.
    Written,
    Prompt,
    Confirm,
    Message,
    Help,
    Diff,
    Finding,
    Trash,
    Mending,
    Reason,
    Filter,
    Palette,
    Rule,
    Way,
    Icon,
    /// A text that is missing.
    Missing,
    /// What conncert does, at the first start.
    Tour,
    /// Which drafts home lists.
    Search,
    /// The name of a draft.
    Rename,
    /// Another draft to be chosen.
    Pick,
    /// Two drafts side by side.
    Compared,
    /// Answers to be taken from another draft.
    Import,
}

impl Place {
    /// Whether a bare character is text there.
    pub(crate) fn is_typing(self) -> bool {
        TYPING.contains(&self)
    }

    /// As the manual names it.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Home => "Home",
            Self::Journey => "The journey",
            Self::Text => "A line of text",
            Self::Long => "Several lines of text",
            Self::Options => "Something to choose from",
            Self::Tick => "A box to tick",
            Self::Review => "Review",
            Self::Button => "Export, on a button or switch",
            Self::Target => "Export, where to write",
            Self::Written => "Export, what was written",
            Self::Prompt => "A line that is asked for",
            Self::Confirm => "A question with yes or no",
            Self::Message => "A message",
            Self::Help => "Help",
            Self::Diff => "Changes to be written",
            Self::Finding => "A finding",
            Self::Trash => "The trash",
            Self::Mending => "Mends on offer",
            Self::Reason => "The reason of an exception",
            Self::Filter => "The filter of the review",
            Self::Palette => "The palette",
            Self::Rule => "A rule",
            Self::Icon => "The icon",
            Self::Way => "The time line",
            Self::Missing => "A text that is missing",
            Self::Tour => "The tour",
            Self::Search => "The search for drafts",
            Self::Rename => "The name of a draft",
            Self::Pick => "Another draft to choose",
            Self::Compared => "Two drafts side by side",
            Self::Import => "Answers of another draft",
        }
    }
}

use Place::{
    Button, Compared, Confirm, Diff, Filter, Finding, Help, Home, Icon, Import, Journey, Long,
    Mending, Message, Missing, Options, Palette, Pick, Prompt, Reason, Rename, Review, Rule,
    Search, Target, Text, Tick, Tour, Trash, Way, Written,
};

const TYPING: &[Place] =
    &[Text, Long, Target, Prompt, Reason, Filter, Palette, Missing, Search, Rename, Pick];
const NOT_TYPING: &[Place] = &[
    Home, Journey, Options, Tick, Review, Button, Confirm, Message, Help, Diff, Finding, Trash,
    Mending, Rule, Way, Icon, Tour, Written, Compared, Import,
];
const FORM: &[Place] = &[Text, Long, Options, Tick];
/// Where a page is turned, since there is no list to page through.
const TURNING: &[Place] = &[Text, Long, Options, Tick, Target, Button];
const PAGES: &[Place] = &[Text, Long, Options, Tick, Target, Button, Review, Journey, Written];
const LISTS: &[Place] = &[
    Home, Journey, Review, Help, Diff, Finding, Trash, Mending, Rule, Way, Written, Compared,
    Import, Icon,
];
/// Where the palette opens.
const WITH_PALETTE: &[Place] =
    &[Home, Journey, Text, Long, Options, Tick, Review, Button, Target, Finding, Written];
/// The same where a bare character is no text.
const CALM: &[Place] = &[Home, Journey, Options, Tick, Review, Button, Finding, Written];
/// Where emacs goes down, and up: `ctrl+n` turns the page of a form, `ctrl+p` finds.
const LISTED: &[Place] = &[
    Home, Journey, Review, Finding, Help, Diff, Trash, Mending, Rule, Way, Palette, Pick, Compared,
    Import, Icon,
];
const OVERLAID: &[Place] =
    &[Help, Diff, Trash, Mending, Rule, Way, Palette, Pick, Compared, Import, Icon];
/// Where one types into what lies over a page.
const ASKED: &[Place] = &[Prompt, Reason, Filter, Palette, Missing, Search, Rename, Pick];
const EVERYWHERE: &[Place] = &[
    Home, Journey, Text, Long, Options, Tick, Review, Button, Target, Prompt, Confirm, Message,
    Help, Diff, Finding, Trash, Mending, Reason, Filter, Palette, Rule, Missing, Way, Icon, Tour,
    Written, Search, Rename, Pick, Compared, Import,
];

/// Where stopping is offered, on systems that know it.
const STOPPING: &[Place] = if cfg!(unix) { &[Home, Journey, Review] } else { &[] };

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Binding {
    keys: &'static [(KeyCode, KeyModifiers)],
    /// As printed.
    pub(crate) shown: &'static str,
    /// What it does, in a word or two.
    pub(crate) label: &'static str,
    intent: Intent,
    places: &'static [Place],
    /// Whether the footer names it; help names all.
    footer: bool,
}

impl Binding {
    /// What it means.
    pub(crate) fn intent(&self) -> &Intent {
        &self.intent
    }

    /// The keys that do it.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        self.keys.iter().copied()
    }
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CTRL_SHIFT: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::SHIFT);

macro_rules! keys {
    ($($shown:literal, $label:literal, $footer:literal, $places:expr, $intent:expr, [$(($code:expr, $mods:expr)),+];)+) => {
        &[$(Binding { keys: &[$(($code, $mods)),+], shown: $shown, label: $label, intent: $intent, places: $places, footer: $footer }),+]
    };
}

/// The table. Earlier lines come first in the footer.
static BINDINGS: &[Binding] = keys! {
    "enter", "open", true, &[Home], Intent::Accept, [(KeyCode::Enter, NONE)];
    "n", "new", true, &[Home], Intent::New, [(KeyCode::Char('n'), NONE)];
    "o", "open folder", true, &[Home], Intent::OpenFolder, [(KeyCode::Char('o'), NONE)];
    "d", "delete", true, &[Home], Intent::Delete, [(KeyCode::Char('d'), NONE), (KeyCode::Delete, NONE)];
    "r", "restore", true, &[Home], Intent::Restore, [(KeyCode::Char('r'), NONE)];
    "enter", "go there", true, &[Journey, Review], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "next", true, &[Text], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "next", true, &[Options, Tick], Intent::Accept, [(KeyCode::Enter, NONE)];
    "space", "choose", true, &[Options, Tick], Intent::Toggle, [(KeyCode::Char(' '), NONE)];
    "enter", "write", true, &[Target, Button], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "to the form", true, &[Written], Intent::Accept, [(KeyCode::Enter, NONE), (KeyCode::Tab, NONE)];
    "space", "switch", true, &[Button], Intent::Toggle, [(KeyCode::Char(' '), NONE)];
    "enter", "new line; twice: next", true, &[Long], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "open", true, &[Prompt], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "go there", true, &[Way], Intent::Accept, [(KeyCode::Enter, NONE)];
    "tab", "complete", true, &[Prompt], Intent::Next, [(KeyCode::Tab, NONE)];
    "enter", "write", true, &[Diff], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "restore", true, &[Trash], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "close", true, &[Message], Intent::Back, [(KeyCode::Enter, NONE)];
    "enter", "to the question", true, &[Finding], Intent::Accept, [(KeyCode::Enter, NONE)];
    "y", "yes", true, &[Confirm], Intent::Accept, [(KeyCode::Char('y'), NONE), (KeyCode::Char('Y'), SHIFT)];
    "n", "no", true, &[Confirm], Intent::Back, [(KeyCode::Char('n'), NONE), (KeyCode::Char('N'), SHIFT)];
    "f", "mend", true, &[Review, Finding], Intent::Mend, [(KeyCode::Char('f'), NONE)];
    "F", "mend all safe", true, &[Review], Intent::MendAll, [(KeyCode::Char('F'), NONE), (KeyCode::Char('F'), SHIFT)];
    "s", "set aside", false, &[Review, Finding], Intent::SetAside, [(KeyCode::Char('s'), NONE)];
    "enter", "write", true, &[Mending], Intent::Accept, [(KeyCode::Enter, NONE)];
    "space", "take or leave", true, &[Mending], Intent::Toggle, [(KeyCode::Char(' '), NONE)];
    "a", "take all", true, &[Mending], Intent::All, [(KeyCode::Char('a'), NONE)];
    "n", "leave all", false, &[Mending], Intent::None, [(KeyCode::Char('n'), NONE)];
    "y", "copy", false, &[Review, Finding], Intent::Copy, [(KeyCode::Char('y'), NONE)];
    "/", "filter", true, &[Review], Intent::Filter, [(KeyCode::Char('/'), NONE), (KeyCode::Char('/'), SHIFT)];
    "b", "by rule or place", false, &[Review], Intent::Group, [(KeyCode::Char('b'), NONE)];
    "enter", "show these", true, &[Filter], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "set aside", true, &[Reason], Intent::Accept, [(KeyCode::Enter, NONE)];
    "m", "missing texts", true, &[Review], Intent::Texts, [(KeyCode::Char('m'), NONE)];
    "enter", "next", true, &[Missing], Intent::Accept, [(KeyCode::Enter, NONE)];
    "tab", "skip", true, &[Missing], Intent::Next, [(KeyCode::Tab, NONE)];
    "shift+tab", "the one before", false, &[Missing], Intent::Previous, [(KeyCode::BackTab, SHIFT), (KeyCode::BackTab, NONE)];
    "esc", "done", true, &[Missing], Intent::Back, [(KeyCode::Esc, NONE)];
    "u", "undo", false, &[Review, Journey], Intent::Undo, [(KeyCode::Char('u'), NONE)];
    "U", "redo", false, &[Review, Journey], Intent::Redo, [(KeyCode::Char('U'), NONE), (KeyCode::Char('U'), SHIFT)];
    "w", "into the files", true, &[Review], Intent::WriteBack, [(KeyCode::Char('w'), NONE)];
    "x", "export", true, &[Review, Journey], Intent::Export, [(KeyCode::Char('x'), NONE)];
    "tab", "next", true, &[Text, Long, Options, Tick, Target, Button], Intent::Next, [(KeyCode::Tab, NONE)];
    "shift+tab", "back", false, &[Text, Long, Options, Tick, Target, Button], Intent::Previous, [(KeyCode::BackTab, SHIFT), (KeyCode::BackTab, NONE)];
    "tab", "next of its kind", true, &[Finding], Intent::Next, [(KeyCode::Tab, NONE)];
    "shift+tab", "the one before", false, &[Finding], Intent::Previous, [(KeyCode::BackTab, SHIFT), (KeyCode::BackTab, NONE)];
    "n", "next finding", true, &[Finding], Intent::NextFinding, [(KeyCode::Char('n'), NONE)];
    "p", "finding before", false, &[Finding], Intent::PreviousFinding, [(KeyCode::Char('p'), NONE)];
    "right", "right in the file", false, &[Finding], Intent::Rightwards, [(KeyCode::Right, NONE)];
    "left", "left in the file", false, &[Finding], Intent::Leftwards, [(KeyCode::Left, NONE)];
    "tab", "to the page", false, &[Journey], Intent::Next, [(KeyCode::Tab, NONE), (KeyCode::Right, NONE)];
    "pgdn", "next step", false, TURNING, Intent::PageDown, [(KeyCode::PageDown, NONE), (KeyCode::Char('n'), CTRL)];
    "pgup", "step before", false, TURNING, Intent::PageUp, [(KeyCode::PageUp, NONE), (KeyCode::Char('b'), CTRL)];
    "pgdn", "a page down", false, LISTS, Intent::PageDown, [(KeyCode::PageDown, NONE)];
    "pgup", "a page up", false, LISTS, Intent::PageUp, [(KeyCode::PageUp, NONE)];
    "home", "to the first", false, LISTS, Intent::First, [(KeyCode::Home, NONE)];
    "end", "to the last", false, LISTS, Intent::Last, [(KeyCode::End, NONE)];
    "down", "down", false, EVERYWHERE, Intent::Down, [(KeyCode::Down, NONE)];
    "up", "up", false, EVERYWHERE, Intent::Up, [(KeyCode::Up, NONE)];
    "?", "help", true, NOT_TYPING, Intent::Help, [(KeyCode::Char('?'), NONE), (KeyCode::Char('?'), SHIFT)];
    "ctrl+g", "help", true, TYPING, Intent::Help, [(KeyCode::Char('g'), CTRL)];
    "ctrl+p", "find", false, WITH_PALETTE, Intent::Palette, [(KeyCode::Char('p'), CTRL)];
    ":", "find", false, CALM, Intent::Palette, [(KeyCode::Char(':'), NONE), (KeyCode::Char(':'), SHIFT)];
    "t", "how far I am", false, &[Review, Journey, Home], Intent::Way, [(KeyCode::Char('t'), NONE)];
    "i", "the icon", false, &[Review, Journey, Finding], Intent::Icon, [(KeyCode::Char('i'), NONE)];
    "enter", "do it, or go there", true, &[Palette], Intent::Accept, [(KeyCode::Enter, NONE)];
    "j", "down", false, LISTS, Intent::Down, [(KeyCode::Char('j'), NONE)];
    "k", "up", false, LISTS, Intent::Up, [(KeyCode::Char('k'), NONE)];
    "ctrl+d", "a page down", false, LISTS, Intent::PageDown, [(KeyCode::Char('d'), CTRL), (KeyCode::Char('f'), CTRL)];
    "ctrl+u", "a page up", false, LISTS, Intent::PageUp, [(KeyCode::Char('u'), CTRL), (KeyCode::Char('b'), CTRL)];
    "esc", "journey", true, FORM, Intent::Back, [(KeyCode::Esc, NONE)];
    "esc", "journey", true, &[Review, Target, Button, Written], Intent::Back, [(KeyCode::Esc, NONE)];
    "esc", "home", true, &[Journey], Intent::Back, [(KeyCode::Esc, NONE)];
    "esc", "close", true, &[Prompt, Confirm, Message, Help, Diff, Finding, Trash, Mending, Reason, Filter, Palette, Rule, Way, Icon], Intent::Back, [(KeyCode::Esc, NONE)];
    "ctrl+s", "save", false, PAGES, Intent::Save, [(KeyCode::Char('s'), CTRL)];
    "ctrl+z", "undo", false, PAGES, Intent::Undo, [(KeyCode::Char('z'), CTRL)];
    "ctrl+y", "redo", false, PAGES, Intent::Redo, [(KeyCode::Char('y'), CTRL)];
    "ctrl+r", "review", false, PAGES, Intent::Review, [(KeyCode::Char('r'), CTRL)];
    "f1", "help", false, EVERYWHERE, Intent::Help, [(KeyCode::F(1), NONE)];
    "q", "leave", false, &[Home, Journey], Intent::Leave, [(KeyCode::Char('q'), NONE)];
    "ctrl+c", "leave", true, EVERYWHERE, Intent::Leave, [(KeyCode::Char('c'), CTRL)];
    "left", "left", false, TYPING, Intent::Edit(Edit::Left { select: false }), [(KeyCode::Left, NONE)];
    "right", "right", false, TYPING, Intent::Edit(Edit::Right { select: false }), [(KeyCode::Right, NONE)];
    "shift+left", "select left", false, TYPING, Intent::Edit(Edit::Left { select: true }), [(KeyCode::Left, SHIFT)];
    "shift+right", "select right", false, TYPING, Intent::Edit(Edit::Right { select: true }), [(KeyCode::Right, SHIFT)];
    "ctrl+left", "a word left", false, TYPING, Intent::Edit(Edit::WordLeft { select: false }), [(KeyCode::Left, CTRL), (KeyCode::Left, ALT), (KeyCode::Char('b'), ALT)];
    "ctrl+right", "a word right", false, TYPING, Intent::Edit(Edit::WordRight { select: false }), [(KeyCode::Right, CTRL), (KeyCode::Right, ALT), (KeyCode::Char('f'), ALT)];
    "ctrl+shift+left", "select a word left", false, TYPING, Intent::Edit(Edit::WordLeft { select: true }), [(KeyCode::Left, CTRL_SHIFT)];
    "ctrl+shift+right", "select a word right", false, TYPING, Intent::Edit(Edit::WordRight { select: true }), [(KeyCode::Right, CTRL_SHIFT)];
    "home", "start of line", false, TYPING, Intent::Edit(Edit::Start { select: false }), [(KeyCode::Home, NONE)];
    "end", "end of line", false, TYPING, Intent::Edit(Edit::End { select: false }), [(KeyCode::End, NONE), (KeyCode::Char('e'), CTRL)];
    "shift+home", "select to the start", false, TYPING, Intent::Edit(Edit::Start { select: true }), [(KeyCode::Home, SHIFT)];
    "shift+end", "select to the end", false, TYPING, Intent::Edit(Edit::End { select: true }), [(KeyCode::End, SHIFT)];
    "ctrl+a", "select all", false, TYPING, Intent::Edit(Edit::SelectAll), [(KeyCode::Char('a'), CTRL)];
    "ctrl+l", "select the word", false, TYPING, Intent::Edit(Edit::SelectWord), [(KeyCode::Char('l'), CTRL)];
    "backspace", "delete left", false, TYPING, Intent::Edit(Edit::Backspace), [(KeyCode::Backspace, NONE), (KeyCode::Backspace, SHIFT), (KeyCode::Char('h'), CTRL)];
    "delete", "delete right", false, TYPING, Intent::Edit(Edit::Delete), [(KeyCode::Delete, NONE), (KeyCode::Char('d'), CTRL)];
    "ctrl+w", "delete the word before", false, TYPING, Intent::Edit(Edit::DeleteWordBack), [(KeyCode::Char('w'), CTRL), (KeyCode::Backspace, ALT), (KeyCode::Backspace, CTRL)];
    "ctrl+u", "delete to the start", false, TYPING, Intent::Edit(Edit::DeleteToStart), [(KeyCode::Char('u'), CTRL)];
    "z", "suspend; fg comes back", false, STOPPING, Intent::Suspend, [(KeyCode::Char('z'), NONE)];
    "ctrl+k", "delete to the end", false, TYPING, Intent::Edit(Edit::DeleteToEnd), [(KeyCode::Char('k'), CTRL)];
    "e", "edit", true, &[Review, Finding], Intent::OpenEditor, [(KeyCode::Char('e'), NONE)];
    "o", "read about it", false, &[Review, Finding, Rule, Options, Tick], Intent::OpenLink, [(KeyCode::Char('o'), NONE)];
    "ctrl+o", "read about it", false, &[Text, Long], Intent::OpenLink, [(KeyCode::Char('o'), CTRL)];
    "alt+d", "delete the word after", false, TYPING, Intent::Edit(Edit::DeleteWord), [(KeyCode::Char('d'), ALT), (KeyCode::Delete, CTRL)];
    "ctrl+f", "right", false, TYPING, Intent::Edit(Edit::Right { select: false }), [(KeyCode::Char('f'), CTRL)];
    "ctrl+b", "left", false, ASKED, Intent::Edit(Edit::Left { select: false }), [(KeyCode::Char('b'), CTRL)];
    "ctrl+t", "find", false, WITH_PALETTE, Intent::Palette, [(KeyCode::Char('t'), CTRL), (KeyCode::Char('x'), ALT)];
    "g", "to the first", false, LISTS, Intent::First, [(KeyCode::Char('g'), NONE), (KeyCode::Char('<'), ALT)];
    "G", "to the last", false, LISTS, Intent::Last, [(KeyCode::Char('G'), NONE), (KeyCode::Char('>'), ALT)];
    "ctrl+n", "down", false, LISTED, Intent::Down, [(KeyCode::Char('n'), CTRL)];
    "ctrl+p", "up", false, OVERLAID, Intent::Up, [(KeyCode::Char('p'), CTRL)];
    "j", "down", false, &[Options, Tick], Intent::Down, [(KeyCode::Char('j'), NONE), (KeyCode::Char('l'), NONE), (KeyCode::Right, NONE)];
    "k", "up", false, &[Options, Tick], Intent::Up, [(KeyCode::Char('k'), NONE), (KeyCode::Char('h'), NONE), (KeyCode::Left, NONE)];
    "l", "open", false, &[Home, Review], Intent::Accept, [(KeyCode::Char('l'), NONE), (KeyCode::Right, NONE)];
    "h", "journey", false, &[Review], Intent::Back, [(KeyCode::Char('h'), NONE), (KeyCode::Left, NONE)];
    "l", "to the page", false, &[Journey], Intent::Next, [(KeyCode::Char('l'), NONE)];
    "l", "right in the file", false, &[Finding], Intent::Rightwards, [(KeyCode::Char('l'), NONE)];
    "h", "left in the file", false, &[Finding], Intent::Leftwards, [(KeyCode::Char('h'), NONE)];
    "h", "close", false, &[Help, Rule, Way, Diff, Trash, Mending, Icon], Intent::Back, [(KeyCode::Char('h'), NONE), (KeyCode::Left, NONE)];
    "enter", "close", true, &[Tour], Intent::Accept, [(KeyCode::Enter, NONE), (KeyCode::Char(' '), NONE)];
    "esc", "close", false, &[Tour], Intent::Back, [(KeyCode::Esc, NONE)];
    "/", "search", true, &[Home], Intent::Search, [(KeyCode::Char('/'), NONE), (KeyCode::Char('/'), SHIFT)];
    "s", "sort", false, &[Home], Intent::Sort, [(KeyCode::Char('s'), NONE)];
    "R", "rename", false, &[Home], Intent::Rename, [(KeyCode::Char('R'), NONE), (KeyCode::Char('R'), SHIFT)];
    "c", "copy", false, &[Home], Intent::Duplicate, [(KeyCode::Char('c'), NONE)];
    "v", "compare", false, &[Home], Intent::Compare, [(KeyCode::Char('v'), NONE)];
    "a", "put away, or bring back", false, &[Home], Intent::Archive, [(KeyCode::Char('a'), NONE)];
    "A", "those put away", false, &[Home], Intent::Archived, [(KeyCode::Char('A'), NONE), (KeyCode::Char('A'), SHIFT)];
    "esc", "all drafts; back to the draft", false, &[Home], Intent::Back, [(KeyCode::Esc, NONE)];
    "I", "import answers", false, &[Journey, Options, Tick, Review], Intent::Import, [(KeyCode::Char('I'), NONE), (KeyCode::Char('I'), SHIFT)];
    "enter", "show these", true, &[Search], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "rename", true, &[Rename], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "this one", true, &[Pick], Intent::Accept, [(KeyCode::Enter, NONE)];
    "enter", "take them", true, &[Import], Intent::Accept, [(KeyCode::Enter, NONE)];
    "space", "take or leave", true, &[Import], Intent::Toggle, [(KeyCode::Char(' '), NONE)];
    "a", "take all", true, &[Import], Intent::All, [(KeyCode::Char('a'), NONE)];
    "n", "leave all", false, &[Import], Intent::None, [(KeyCode::Char('n'), NONE)];
    "space", "what is equal", true, &[Compared], Intent::Toggle, [(KeyCode::Char(' '), NONE)];
    "enter", "close", false, &[Compared], Intent::Accept, [(KeyCode::Enter, NONE)];
    "esc", "close", true, &[Search, Rename, Pick, Compared, Import], Intent::Back, [(KeyCode::Esc, NONE)];
};

/// Where the next key goes, from the model alone.
pub(crate) fn place(model: &Model) -> Place {
    place_under(model, model.overlays.last())
}

/// Where keys will go once the top overlay is closed.
pub(crate) fn place_below(model: &Model) -> Place {
    place_under(model, model.overlays.iter().rev().nth(1))
}

fn place_under(model: &Model, overlay: Option<&Overlay>) -> Place {
    if let Some(overlay) = overlay {
        return match overlay {
            Overlay::Help { .. } => Help,
            Overlay::Confirm(_) => Confirm,
            Overlay::Message { .. } => Message,
            Overlay::Prompt { .. } => Prompt,
            Overlay::Diff { .. } => Diff,
            Overlay::Finding { .. } => Finding,
            Overlay::Trash { .. } => Trash,
            // One mend is taken or not: a diff like any other.
            Overlay::Mending(mends) if !mends.is_choice() => Diff,
            Overlay::Mending(_) => Mending,
            Overlay::Reason { .. } => Reason,
            Overlay::Filter { .. } => Filter,
            Overlay::Palette { .. } => Palette,
            Overlay::Rule { .. } => Rule,
            Overlay::Icon(_) => Icon,
            Overlay::Way { .. } => Way,
            Overlay::Texts(form) if form.shown.is_some() => Diff,
            Overlay::Texts(_) => Missing,
            Overlay::Tour { .. } => Tour,
            Overlay::Desk(desk) => desk.place(),
        };
    }
    let Some(open) = &model.open else { return Home };
    match (model.page, model.focus) {
        (Page::Home, _) => Home,
        (_, Focus::Journey) => Journey,
        (Page::Review, _) => Review,
        (Page::Export, _) if open.export.is_written() => Written,
        (Page::Export, _) if open.export.cursor == 0 => Target,
        (Page::Export, _) => Button,
        (Page::Step(_), _) => {
            match model.question().map(|question| (question.kind, is_text(question))) {
                Some((Kind::Long, _)) => Long,
                Some((Kind::Attestation(_), _)) | None => Tick,
                Some((_, true)) => Text,
                Some((_, false)) => Options,
            }
        }
    }
}

/// What a key means where it is pressed. None for keys that mean nothing there.
pub(crate) fn intent(model: &Model, key: KeyEvent) -> Option<Intent> {
    // Windows sends releases too; a held key sends repeats.
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let key = without_alt_gr(key, cfg!(windows));
    let place = place(model);
    // Some terminals report ctrl+letter with the letter in upper case.
    let code = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(CTRL) => KeyCode::Char(c.to_ascii_lowercase()),
        code => code,
    };
    let known = KeyModifiers::CONTROL | KeyModifiers::SHIFT | KeyModifiers::ALT;
    let modifiers = key.modifiers & known;
    let bound = model.keys.find(place, (code, modifiers));
    if let Some(binding) = bound {
        let is_held = key.kind == KeyEventKind::Repeat && !binding.intent.repeats();
        return (!is_held).then(|| binding.intent.clone());
    }
    match key.code {
        KeyCode::Char(c) if TYPING.contains(&place) && modifiers.difference(SHIFT).is_empty() => {
            Some(Intent::Edit(Edit::Insert(c)))
        }
        _ => None,
    }
}

/// What a key of the table does at a place.
pub(crate) fn of_table(place: Place, (code, modifiers): Key) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| {
        binding.places.contains(&place)
            && binding.keys.iter().any(|(wanted, mods)| {
                // A shifted letter is that letter; only named keys tell shift apart.
                let is_shifted = matches!(
                    code,
                    KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab
                );
                *wanted == code
                    && (*mods == modifiers || is_shifted && *mods == modifiers.difference(SHIFT))
            })
    })
}

/// Every place.
pub(crate) fn places() -> impl Iterator<Item = Place> {
    EVERYWHERE.iter().copied()
}

/// On Windows a character typed with `AltGr` arrives with control and alt held.
fn without_alt_gr(mut key: KeyEvent, windows: bool) -> KeyEvent {
    if let KeyCode::Char(c) = key.code
        && windows
        && !c.is_ascii_alphanumeric()
        && key.modifiers.contains(CTRL.union(ALT))
    {
        key.modifiers = key.modifiers.difference(CTRL.union(ALT));
    }
    key
}

/// The keys of this place: those of the footer, or all.
pub(crate) fn bindings(place: Place, all: bool) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.places.contains(&place) && (all || binding.footer))
}

/// Every key by the place where it works, for those who read about the wizard outside it.
pub(crate) fn listed() -> impl Iterator<Item = (Place, Vec<(&'static str, &'static str)>)> {
    EVERYWHERE.iter().map(|place| {
        let keys = bindings(*place, true).map(|binding| (binding.shown, binding.label));
        (*place, keys.collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in EVERYWHERE {
            let mut seen = Vec::new();
            for binding in bindings(*place, true) {
                for key in binding.keys {
                    assert!(!seen.contains(&key), "{key:?} twice at {place:?}");
                    seen.push(key);
                }
            }
        }
    }

    #[test]
    fn no_bare_character_is_bound_where_one_types() {
        for place in TYPING {
            for binding in bindings(*place, true) {
                for (code, modifiers) in binding.keys {
                    let bare = matches!(code, KeyCode::Char(_)) && modifiers.is_empty();
                    assert!(!bare, "{} is text at {place:?}", binding.shown);
                }
            }
        }
    }

    /// Every action of every place, with all keys that reach it there.
    fn reached() -> impl Iterator<Item = (Place, &'static Intent, Vec<Key>)> {
        places().flat_map(|place| {
            bindings(place, true).map(move |binding| {
                let same = bindings(place, true).filter(|other| other.intent == binding.intent);
                (place, &binding.intent, same.flat_map(Binding::keys).collect())
            })
        })
    }

    #[test]
    fn nothing_is_reached_by_an_f_key_or_a_modified_enter_alone() {
        for (place, intent, keys) in reached() {
            let is_reached = keys.iter().any(|key| super::super::keys::is_everywhere(*key));
            assert!(is_reached, "{intent:?} at {place:?} has only {keys:?}");
        }
    }

    #[test]
    fn nothing_needs_a_key_that_terminals_confuse() {
        // Control with i, m and [ is tab, enter and esc.
        let confused = |(code, modifiers): &Key| {
            modifiers.contains(CTRL) && matches!(code, KeyCode::Char('i' | 'm' | '['))
        };
        for (place, intent, keys) in reached() {
            assert!(!keys.iter().any(confused), "{intent:?} at {place:?} has {keys:?}");
        }
    }

    #[test]
    fn every_place_leads_to_help_and_out() {
        for place in places() {
            for wanted in [Intent::Help, Intent::Leave] {
                assert!(bindings(place, true).any(|b| b.intent == wanted), "{place:?}: {wanted:?}");
            }
        }
    }

    #[test]
    fn what_alt_gr_types_is_text() {
        for c in ['@', '{', '}', '[', ']', '\\', '|', '~', '€', 'µ', 'ł', 'ß'] {
            let typed = without_alt_gr(key(KeyCode::Char(c), CTRL | ALT), true);
            assert_eq!((typed.code, typed.modifiers), (KeyCode::Char(c), NONE), "{c}");
            let shifted = without_alt_gr(key(KeyCode::Char(c), CTRL | ALT | SHIFT), true);
            assert_eq!(shifted.modifiers, SHIFT, "{c}");
        }
    }

    #[test]
    fn alt_gr_types_on_windows_only() {
        let at = key(KeyCode::Char('@'), CTRL | ALT);
        assert_eq!(without_alt_gr(at, true).modifiers, NONE);
        assert_eq!(without_alt_gr(at, false).modifiers, CTRL | ALT);
        let bound = key(KeyCode::Char('s'), CTRL | ALT);
        assert_eq!(without_alt_gr(bound, true).modifiers, CTRL | ALT);
    }
}
