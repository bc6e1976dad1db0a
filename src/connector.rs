//! What the files of a connector say.
//!
//! A [`Connector`] is a folder as it was read: each file that has a role is ready, broken or
//! missing, always as data. Nothing here touches the disk (that is `store`'s work) and nothing
//! here judges (that is the rules' work).

pub mod archive;
pub mod branch;
pub mod callback;
pub mod compare;
pub mod definition;
pub mod dynamic;
pub mod files;
pub mod flaws;
pub mod icon;
pub mod index;
pub mod kinds;
pub mod pack;
pub mod package;
pub mod picture;
pub mod properties;
pub mod published;
pub mod readme;
pub mod redraw;
pub mod referrers;
pub mod schema;
pub mod schemas;
pub mod script;
pub mod secrets;
pub mod sites;
pub mod solution;
pub mod solutions;
pub mod templates;
pub mod terms;
pub mod update;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::source::json::Json;
use crate::source::text::{Lines, covered};
use branch::Branch;
use definition::Definition;
use files::{Body, Broken, File, RawFile, Role, State};
use icon::Icon;
use picture::Picture;
use properties::Properties;
use readme::Readme;
use secrets::Suspect;

/// A connector folder, read whole. Cheap to share behind an [`Arc`].
#[derive(Debug)]
pub struct Connector {
    folder: PathBuf,
    parent: Option<String>,
    branch: Option<Branch>,
    /// `apiDefinition.swagger.json`.
    pub definition: File<Definition>,
    /// `apiProperties.json`.
    pub properties: File<Properties>,
    /// `readme.md`.
    pub readme: File<Readme>,
    /// `intro.md`, the public documentation page of the package.
    pub intro: File<Readme>,
    /// `icon.png`.
    pub icon: File<Icon>,
    /// `script.csx`; its text is not interpreted.
    pub script: File<()>,
    /// `conncert.toml`, which `settings` reads.
    pub settings: File<()>,
    /// What the icon shows; decoded at the first question.
    picture: OnceLock<Option<Picture>>,
    /// What looks like a secret, role by role; searched at the first question.
    suspects: [OnceLock<Vec<Suspect>>; Role::ALL.len()],
    /// Where the lines of texts that are no JSON begin.
    lines: [OnceLock<Lines>; Role::ALL.len()],
}

impl Connector {
    /// Makes a connector of what was read.
    ///
    /// `folder` is the path as the user gave it, `parent` the name of the folder that holds it
    /// (which may decide the publisher type), `files` at most one file for each role, chosen by
    /// [`files::choose`].
    pub fn new(folder: impl Into<PathBuf>, parent: Option<String>, files: Vec<RawFile>) -> Self {
        let mut slots: [Option<RawFile>; Role::ALL.len()] = Default::default();
        for file in files {
            let slot = file.role as usize;
            slots[slot] = Some(file);
        }
        let mut take = |role: Role| slots[role as usize].take();
        Self {
            folder: folder.into(),
            parent,
            branch: None,
            definition: File::load(Role::Definition, take(Role::Definition), |body| {
                json_object(body).map(Definition::new)
            }),
            properties: File::load(Role::Properties, take(Role::Properties), |body| {
                json_object(body).map(Properties::new)
            }),
            readme: File::load(Role::Readme, take(Role::Readme), |body| {
                Ok(Readme::new(&body.text()))
            }),
            intro: File::load(Role::Intro, take(Role::Intro), |body| Ok(Readme::new(&body.text()))),
            icon: File::load(Role::Icon, take(Role::Icon), |body| {
                Icon::read(body.bytes())
                    .ok_or_else(|| Broken::new("it does not begin as a PNG picture does", None))
            }),
            script: File::load(Role::Script, take(Role::Script), |_| Ok(())),
            settings: settings(take(Role::Settings)),
            picture: OnceLock::new(),
            suspects: Default::default(),
            lines: Default::default(),
        }
    }

    /// The same with another settings file, or without one. Its name may be a path.
    #[must_use]
    pub fn with_settings(self, file: Option<RawFile>) -> Self {
        Self { settings: settings(file), ..self }
    }

    /// The same on a branch of the connectors repository, or on none.
    #[must_use]
    pub fn on_branch(self, branch: Option<Branch>) -> Self {
        Self { branch, ..self }
    }

    /// The branch that takes its files to the connectors repository, where they lie in a clone of
    /// that and differ from what is there.
    pub fn branch(&self) -> Option<&Branch> {
        self.branch.as_ref()
    }

    /// The folder as it was given.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Name of the folder that holds this one, where it is known.
    pub fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// The definition, when it could be read.
    pub fn definition(&self) -> Option<&Definition> {
        self.definition.ready()
    }

    /// The properties, when they could be read.
    pub fn properties(&self) -> Option<&Properties> {
        self.properties.ready()
    }

    /// The parsed JSON of a role, when that role is a readable JSON file.
    pub fn json(&self, role: Role) -> Option<&Json> {
        match role {
            Role::Definition => self.definition().map(Definition::json),
            Role::Properties => self.properties().map(Properties::json),
            Role::Readme | Role::Intro | Role::Icon | Role::Script | Role::Settings => None,
        }
    }

    /// The text of a role's file as it may be shown: secrets in it are covered, and every place
    /// stays where it is. None where there is no text.
    pub fn shown(&self, role: Role) -> Option<String> {
        let body = self.facts(role).body.filter(|_| role.is_text())?;
        // The tree's own text is the one in which places were measured.
        let mut text =
            self.json(role).map_or_else(|| body.text().into_owned(), |json| json.text().to_owned());
        for secret in self.secrets(role) {
            text = text.replace(secret, &covered(secret));
        }
        Some(text)
    }

    /// Texts of a role's file that must never be shown.
    pub fn secrets(&self, role: Role) -> Vec<&str> {
        let properties = self.properties().filter(|_| role == Role::Properties);
        let mut secrets = properties.map(Properties::secrets).unwrap_or_default();
        secrets.extend(self.suspects(role).iter().map(|suspect| suspect.text.as_str()));
        secrets
    }

    /// Texts of any file that must never be shown.
    pub fn all_secrets(&self) -> Vec<&str> {
        Role::ALL.into_iter().flat_map(|role| self.secrets(role)).collect()
    }

    /// Whether a text tells, whole or in part, a secret that stands in a file.
    pub fn betrays_secret(&self, text: &str) -> bool {
        secrets::betrays(text, &self.all_secrets())
    }

    /// The title as it may be shown; none where it is missing or blank.
    pub fn shown_title(&self) -> Option<String> {
        let title = self.definition()?.title()?.trim().to_owned();
        let title = secrets::hidden(title, &self.all_secrets());
        Some(title).filter(|title| !title.is_empty())
    }

    /// The title, where it can be the name of something: none where it is missing or blank, or
    /// where a secret stands in it.
    pub fn naming_title(&self) -> Option<String> {
        let title = self.definition()?.title()?.trim().to_owned();
        (!title.is_empty() && !self.betrays_secret(&title)).then_some(title)
    }

    /// What looks like a secret in the text of a role's file.
    pub fn suspects(&self, role: Role) -> &[Suspect] {
        self.suspects[role as usize].get_or_init(|| {
            let body = self.facts(role).body.filter(|_| role.is_text());
            let mut found = body.map(|body| secrets::scan(&body.text())).unwrap_or_default();
            if let Some(json) = self.json(role) {
                // What a rule of its own finds, or the look of it tells, is told once.
                let properties = self.properties().filter(|_| role == Role::Properties);
                let known = properties.map(Properties::secrets).unwrap_or_default();
                let mut named = secrets::named(json);
                named.retain(|one| {
                    !known.contains(&one.text.as_str())
                        && found.iter().all(|other| {
                            other.span.end <= one.span.start || one.span.end <= other.span.start
                        })
                });
                found.extend(named);
                found.sort_by_key(|suspect| suspect.span.start);
            }
            found
        })
    }

    /// Whether another reading of the same folder found the same files, on the same branch.
    pub fn has_same_files(&self, other: &Self) -> bool {
        self.folder != other.folder
            || self.branch == other.branch
                && Role::ALL.into_iter().all(|role| {
                    let (one, two) = (self.facts(role), other.facts(role));
                    (one.found, one.name, one.body) == (two.found, two.name, two.body)
                })
    }

    /// The lines of a role's text, found at the first question: a settings file may have thousands
    /// of findings.
    pub fn lines(&self, role: Role) -> Option<&Lines> {
        let body = self.facts(role).body?;
        Some(self.lines[role as usize].get_or_init(|| Lines::new(&body.text())))
    }

    /// The icon as so many pixels a side; none where there is no PNG, or none that can be decoded.
    pub fn thumbnail(&self, side: u32) -> Option<Vec<redraw::Pixel>> {
        self.icon.ready()?;
        redraw::thumbnail(self.facts(Role::Icon).body?.bytes(), side)
    }

    /// What the icon shows; none where there is no PNG, or none that can be decoded.
    pub fn picture(&self) -> Option<&Picture> {
        self.picture
            .get_or_init(|| {
                let icon = self.icon.ready()?;
                Picture::decode(*icon, self.facts(Role::Icon).body?.bytes())
            })
            .as_ref()
    }

    /// Name of a role's file as on disk, or its canonical name when there is none.
    pub fn name(&self, role: Role) -> &str {
        self.facts(role).name
    }

    /// Whether something that is no regular file stands under a role's name.
    pub fn is_obstructed(&self, role: Role) -> bool {
        self.facts(role).obstructed
    }

    /// What is known of a role's file, whatever its type.
    pub fn facts(&self, role: Role) -> Facts<'_> {
        match role {
            Role::Definition => self.definition.facts(),
            Role::Properties => self.properties.facts(),
            Role::Readme => self.readme.facts(),
            Role::Intro => self.intro.facts(),
            Role::Icon => self.icon.facts(),
            Role::Script => self.script.facts(),
            Role::Settings => self.settings.facts(),
        }
    }
}

/// The parts of a [`File`] that do not depend on what it was parsed into.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Name on disk, or the canonical name of the role.
    pub name: &'a str,
    /// Its bytes; none when it is missing or was not read.
    pub body: Option<&'a Body>,
    /// Bytes on disk.
    pub size: u64,
    /// Whether there is such a file.
    pub found: bool,
    /// Why it could not be used, when it was found.
    pub broken: Option<&'a Broken>,
    /// Whether something that is no regular file stands under its name.
    pub obstructed: bool,
}

fn settings(file: Option<RawFile>) -> File<()> {
    File::load(Role::Settings, file, |_| Ok(()))
}

fn json_object(body: &Body) -> Result<Json, Broken> {
    let parsed = match body {
        Body::Text(text) => Json::parse(Arc::clone(text)),
        Body::Bytes(bytes) => Json::parse_bytes(bytes),
    };
    let json = parsed.map_err(|error| Broken::new(error.reason, Some(error.offset)))?;
    if json.root().is_object() {
        Ok(json)
    } else {
        let start = json.root().span().start;
        Err(Broken::new("the file must hold one object, `{ … }`", Some(start)))
    }
}

impl<T> File<T> {
    /// The parts that do not depend on what the file was parsed into.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            name: &self.name,
            body: self.body.as_ref(),
            size: self.size,
            found: !matches!(self.state, State::Missing { .. }),
            broken: match &self.state {
                State::Broken(broken) => Some(broken),
                State::Missing { .. } | State::Ready(_) => None,
            },
            obstructed: matches!(self.state, State::Missing { note: Some(_) }),
        }
    }
}
