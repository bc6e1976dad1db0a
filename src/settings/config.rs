//! What `conncert.toml` says, with the places at which it says so.

use jiff::civil::Date;

use crate::connector::files::Role;
use crate::source::text::Span;

/// A settings file, as far as it could be understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Other levels for rules.
    pub levels: Vec<LevelEntry>,
    /// Findings that the publisher wishes to be left alone, each with a reason.
    pub exceptions: Vec<Exception>,
    /// Findings that are known and accepted for now.
    pub baseline: Vec<Known>,
    /// What is wrong with the file. What a fault concerns does not count; the rest does.
    pub faults: Vec<Fault>,
}

/// A rule id as written. Whether there is such a rule is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The level a rule shall have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// As the level of that name.
    Error,
    /// As the level of that name.
    Warning,
    /// As the level of that name.
    Advice,
    /// Its findings are not told.
    Off,
}

impl Wanted {
    /// Every one, gravest first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Advice, Self::Off];

    /// As written in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Off => "off",
        }
    }
}

/// A line of `[levels]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelEntry {
    /// Of which rule.
    pub rule: Named,
    /// The level.
    pub level: Wanted,
}

/// Where a finding is, as an exception can name it.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// The file, when it is in one.
    pub role: Option<Role>,
    /// The answer, when it is one.
    pub answer: Option<&'a str>,
    /// The pointer as reports print it.
    pub pointer: &'a str,
}

/// An entry of `[[exception]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The rule it is about.
    pub rule: Named,
    /// Only in this file.
    pub role: Option<Role>,
    /// Only at this answer.
    pub answer: Option<String>,
    /// Only at this pointer.
    pub pointer: Option<String>,
    /// Why the finding shall be left alone.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

impl Exception {
    /// Whether it is about this finding, today or not.
    pub fn covers(&self, site: &Site<'_>) -> bool {
        self.rule.text == site.rule
            && self.role.is_none_or(|role| Some(role) == site.role)
            && self.answer.as_deref().is_none_or(|answer| Some(answer) == site.answer)
            && self.pointer.as_deref().is_none_or(|pointer| pointer == site.pointer)
    }

    /// Whether it still holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// An entry of `[[baseline]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The rule it is about.
    pub rule: Named,
    /// The file.
    pub role: Role,
    /// Where it was when it was written down; it may have moved since.
    pub pointer: String,
    /// What makes it known wherever it has moved to.
    pub fingerprint: String,
    /// The bytes of the entry, from its heading to the end of its last line.
    pub span: Span,
}

/// Something that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// An entry that stands for no finding any more.
#[derive(Debug, Clone, Copy)]
pub enum Unused<'a> {
    /// Nothing is found where it points.
    Exception(&'a Exception),
    /// Its day has passed, and the finding is still there.
    Ended(&'a Exception, Date),
    /// The accepted finding is gone.
    Known(&'a Known),
}

/// Why a finding does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// By an exception.
    Exception {
        /// The publisher's reason.
        reason: String,
        /// The last day on which it holds.
        until: Option<Date>,
    },
    /// It is in the baseline.
    Baseline,
    /// Its rule is switched off.
    Off,
}

impl Why {
    /// The word used in reports.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Exception { .. } => "exception",
            Self::Baseline => "baseline",
            Self::Off => "off",
        }
    }
}
