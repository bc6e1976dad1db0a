//! A rule, what it looks at, and what it finds.
//!
//! A rule is one static with no defaults. It says where by meaning (a [`Place`]); the engine in
//! `check` brings it what it looks at and turns places into lines and columns at the end.

pub mod docs;
pub mod fingerprint;
pub mod fix;
pub mod place;
pub mod question;
pub mod sources;

use jiff::civil::Date;

use crate::answers::{Answers, Publisher};
use crate::connector::Connector;
use crate::connector::branch::Branch;
use crate::connector::callback::Mark;
use crate::connector::compare::Comparison;
use crate::connector::definition::{Definition, Operation, ParameterSite};
use crate::connector::dynamic::source::Source;
use crate::connector::dynamic::{Call, Extension};
use crate::connector::files::Role;
use crate::connector::icon::Icon;
use crate::connector::package::Package;
use crate::connector::properties::{ConnectionParameter, Properties};
use crate::connector::readme::Readme;
use crate::connector::referrers::Referrer;
use crate::connector::sites::Site;
use crate::settings::config::Site as SettingsSite;
use crate::settings::{Config, Settings, Unused, Why};
use crate::source::json::Node;
use crate::submission::Submission;
pub use fix::{Fix, Mend, Safety};
pub use place::{Place, Range, Spot};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Blocks the submission.
    Error,
    /// Asked for by the text, often waived.
    Warning,
    /// Recommended.
    Advice,
}

impl Level {
    /// Every level, gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The word used in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A rule's level by publisher type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    /// For verified publishers.
    pub verified: Level,
    /// For independent publishers.
    pub independent: Level,
}

impl Levels {
    /// The same level for both.
    pub const fn both(level: Level) -> Self {
        Self { verified: level, independent: level }
    }

    /// The level for one of them.
    pub const fn of(self, publisher: Publisher) -> Level {
        match publisher {
            Publisher::Verified => self.verified,
            Publisher::Independent => self.independent,
        }
    }
}

/// Whom a rule concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publishers {
    /// Everyone.
    Both,
    /// Only this kind.
    Only(Publisher),
}

impl Publishers {
    /// Whether the rule concerns this publisher.
    pub fn include(self, publisher: Publisher) -> bool {
        match self {
            Self::Both => true,
            Self::Only(only) => only == publisher,
        }
    }
}

/// What a rule looks at, and the function that looks.
pub enum Look {
    /// The folder itself: which files there are and in what state. Also asked of broken files.
    Files(fn(&Context<'_>, &Connector, &mut Sink<'_>)),
    /// The definition as a whole.
    Definition(fn(&Context<'_>, &Definition, &mut Sink<'_>)),
    /// Each operation (D13).
    Operation(fn(&Context<'_>, Operation<'_>, &mut Sink<'_>)),
    /// Each parameter site (D15).
    Parameter(fn(&Context<'_>, ParameterSite<'_>, &mut Sink<'_>)),
    /// Each object of the definition's walk (D17), properties maps left out.
    Walked(fn(&Context<'_>, Node<'_>, &mut Sink<'_>)),
    /// The properties file as a whole.
    Properties(fn(&Context<'_>, &Properties, &mut Sink<'_>)),
    /// Each connection parameter (D21).
    ConnectionParameter(fn(&Context<'_>, &ConnectionParameter<'_>, &mut Sink<'_>)),
    /// The read-me.
    Readme(fn(&Context<'_>, &Readme, &mut Sink<'_>)),
    /// The icon, when it is a PNG.
    Icon(fn(&Context<'_>, Icon, &mut Sink<'_>)),
    /// The publisher's answers.
    Answers(fn(&Context<'_>, &Answers, &mut Sink<'_>)),
    /// What the settings file says.
    Settings(fn(&Context<'_>, &Config, &mut Sink<'_>)),
    /// Each exception and each entry of the baseline that stands for no finding. Asked last.
    Unused(fn(&Context<'_>, Unused<'_>, &mut Sink<'_>)),
    /// The text of a file that need not be there.
    Text(Role, fn(&Context<'_>, &str, &mut Sink<'_>)),
    /// The connector beside its published version, where it is an update.
    Changes(fn(&Context<'_>, &Comparison<'_>, &mut Sink<'_>)),
    /// Each schema site (N9), those with a reference included.
    Schema(fn(&Context<'_>, Site<'_>, &mut Sink<'_>)),
    /// Each type site (N9): schemas without a reference, parameters that are not in the body,
    /// headers, and their items.
    Type(fn(&Context<'_>, Site<'_>, &mut Sink<'_>)),
    /// Each reference to a shared schema, parameter or response.
    Reference(fn(&Context<'_>, &Referrer<'_>, &mut Sink<'_>)),
    /// Each dynamic extension of the definition's walk.
    DynamicExtension(fn(&Context<'_>, Extension<'_>, &mut Sink<'_>)),
    /// Each call of an operation from within the definition (N13).
    DynamicCall(fn(&Context<'_>, Call<'_>, &mut Sink<'_>)),
    /// Each reference from a call to an operation that reaches it (N15). A rule that has spoken of
    /// a reference is not asked again for the next operation.
    DynamicSource(fn(&Context<'_>, &Source<'_>, &mut Sink<'_>)),
    /// Each mark of a callback address on a parameter or schema.
    Callback(fn(&Context<'_>, Mark<'_>, &mut Sink<'_>)),
    /// The branch that takes the connector to the connectors repository.
    Branch(fn(&Context<'_>, &Branch, &mut Sink<'_>)),
    /// The marketplace package. Where there is one, it alone is judged.
    Package(fn(&Context<'_>, &Package, &mut Sink<'_>)),
}

impl Look {
    /// The file without which it cannot look.
    pub const fn role(&self) -> Option<Role> {
        match self {
            Self::Definition(_)
            | Self::Operation(_)
            | Self::Parameter(_)
            | Self::Walked(_)
            | Self::Schema(_)
            | Self::Type(_)
            | Self::Reference(_)
            | Self::DynamicExtension(_)
            | Self::DynamicCall(_)
            | Self::DynamicSource(_)
            | Self::Callback(_) => Some(Role::Definition),
            Self::Properties(_) | Self::ConnectionParameter(_) => Some(Role::Properties),
            Self::Readme(_) => Some(Role::Readme),
            Self::Icon(_) => Some(Role::Icon),
            Self::Text(role, _) => Some(*role),
            Self::Settings(_) | Self::Unused(_) => Some(Role::Settings),
            Self::Files(_)
            | Self::Answers(_)
            | Self::Changes(_)
            | Self::Branch(_)
            | Self::Package(_) => None,
        }
    }
}

/// One requirement.
pub struct Rule {
    /// Ours, kebab-case, named after the fault; never reused.
    pub id: &'static str,
    /// Names of the official validator, then policy codes.
    pub official: &'static [&'static str],
    /// How grave a breach is.
    pub level: Levels,
    /// Whom it concerns.
    pub publishers: Publishers,
    /// Files, beyond what it looks at, without which it cannot be judged.
    pub needs: &'static [Role],
    /// What it looks at.
    pub looks: &'static [Look],
    /// Ids of finer rules: where one of them has a finding at the same pointer or below, this
    /// rule keeps quiet.
    pub quiet_when: &'static [&'static str],
    /// The day on which the requirement began, when that is after June 2022.
    pub since: Option<Date>,
    /// The documents it rests on.
    pub cites: &'static [&'static str],
    /// How its findings are mended, where a program can.
    pub fix: Option<Fix>,
    /// Markdown: summary, why, how to mend, examples that run as tests. See [`docs`].
    pub docs: &'static str,
}

impl Rule {
    /// What the official validator calls a breach of it.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.official.iter().copied().filter(|name| !is_code(name))
    }

    /// The policies that it stands for.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.official.iter().copied().filter(|name| is_code(name))
    }
}

/// Whether an official name is the code of a policy.
fn is_code(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_digit())
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// What a rule may know besides the thing it looks at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The whole submission.
    pub submission: &'a Submission,
    /// How to judge.
    pub settings: &'a Settings,
}

impl<'a> Context<'a> {
    /// Whose rules apply.
    pub fn publisher(&self) -> Publisher {
        self.settings.publisher
    }

    /// The connector, when its folder is known.
    pub fn connector(&self) -> Option<&'a Connector> {
        self.submission.connector.as_deref()
    }

    /// The definition, when it could be read.
    pub fn definition(&self) -> Option<&'a Definition> {
        self.connector()?.definition()
    }

    /// The properties, when they could be read.
    pub fn properties(&self) -> Option<&'a Properties> {
        self.connector()?.properties()
    }

    /// The answers, when any were asked for.
    pub fn answers(&self) -> Option<&'a Answers> {
        self.submission.answers.as_deref()
    }

    /// An answer that the publisher gave or confirmed, unless it is blank.
    pub fn answer(&self, key: &str) -> Option<&'a str> {
        self.answers()?.confirmed(key)
    }
}

/// What a rule said, before it is located.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) rule: &'static Rule,
    pub(crate) place: Place,
    pub(crate) message: String,
    pub(crate) related: Vec<Place>,
}

/// Takes findings for one rule; a check cannot report under another's name.
#[derive(Debug)]
pub struct Sink<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) said: &'a mut Vec<Said>,
}

impl Sink<'_> {
    /// A finding without second places.
    pub fn say(&mut self, place: Place, message: impl Into<String>) {
        self.say_with(place, message, Vec::new());
    }

    /// A finding with the places it is about besides its own.
    pub fn say_with(&mut self, place: Place, message: impl Into<String>, related: Vec<Place>) {
        self.said.push(Said { rule: self.rule, place, message: message.into(), related });
    }
}

/// A breach of a rule at a place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How grave it is for this publisher.
    pub level: Level,
    /// Where, by meaning.
    pub place: Place,
    /// Where, in lines and columns.
    pub spot: Spot,
    /// What is wrong and how to mend it, in a sentence or two.
    pub message: String,
    /// Other places it is about.
    pub related: Vec<Spot>,
}

impl Finding {
    /// The fix of its rule, when that has something to propose here.
    pub fn fix(&self, cx: &Context<'_>) -> Option<&'static Fix> {
        let fix = self.rule.fix.as_ref()?;
        (fix.make)(cx, &self.place).map(|_| fix)
    }

    /// What settings know it by.
    pub fn site(&self) -> SettingsSite<'_> {
        SettingsSite {
            rule: self.rule.id,
            role: self.spot.role,
            answer: self.spot.answer,
            pointer: &self.spot.pointer,
        }
    }

    /// Whether it only says that a question is still to be answered.
    pub fn is_unanswered(&self) -> bool {
        self.rule.id == UNANSWERED
    }
}

/// A finding that does not count.
#[derive(Debug, Clone)]
pub struct Excepted {
    /// The finding, at the level that it would have.
    pub finding: Finding,
    /// Why it does not count.
    pub why: Why,
}

/// What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was asked and said nothing.
    Passed,
    /// It has findings, whether they count or not.
    Failed,
    /// A file that it needs is missing or broken.
    Blocked(Role),
    /// Publisher type or date exclude it, or nothing it looks at exists.
    NotApplicable,
    /// The settings switch it off.
    Off,
}

/// What all rules said of one submission.
#[derive(Debug, Clone)]
pub struct Report {
    /// How it was judged.
    pub settings: Settings,
    /// By file, then by position, then by rule.
    pub findings: Vec<Finding>,
    /// What the settings set aside, in the same order. Microsoft still sees it.
    pub excepted: Vec<Excepted>,
    /// Every rule of the rulebook and what became of it.
    pub outcomes: Vec<(&'static Rule, Outcome)>,
}

impl Report {
    /// Of nothing.
    pub fn empty(settings: Settings) -> Self {
        Self { settings, findings: Vec::new(), excepted: Vec::new(), outcomes: Vec::new() }
    }

    /// Number of findings of a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// Whether any finding is at least as grave as this level.
    pub fn reaches(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.level <= level)
    }
}

/// The rule whose findings stand on a secret: what it points at is never shown and never leaves.
pub const SECRET: &str = "oauth-secret-in-file";

/// The rule whose findings stand on what looks like a secret: never shown, and leaves only when
/// the publisher says so.
pub const SUSPECT: &str = "secret-in-file";

/// Rules that the settings can neither set aside nor soften: a secret must not leave, and without
/// readable files and settings nothing that is said can be trusted. Whatever finds secrets belongs
/// here also because a baseline would keep a hash of what it found.
pub const FIRM: [&str; 4] = [SECRET, SUSPECT, "json-invalid", "settings-invalid"];

/// The rule whose findings are questions still to be answered, rather than faults.
pub const UNANSWERED: &str = "answer-missing";

/// A submission with its report: what formats print and exporters export.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The path as given, for people to recognise.
    pub path: String,
    /// What was judged.
    pub submission: Submission,
    /// The verdict.
    pub report: Report,
}

impl Checked {
    /// What was judged, as rules see it.
    pub fn context(&self) -> Context<'_> {
        Context { submission: &self.submission, settings: &self.report.settings }
    }
}
