//! The branch on which a connector is worked at, where its folder lies in a clone of the connectors
//! repository: what a pull request would take along as things stand.

/// The folders of the repository that hold connectors: those of their services' owners, and those of
/// everybody else.
pub const HOMES: [&str; 2] = ["certified-connectors", "independent-publisher-connectors"];

/// Branches of the repository that everybody shares. Pull requests go to the first.
pub const SHARED: [&str; 3] = ["dev", "master", "main"];

/// A branch with something in it; paths begin at the root of the repository and have slashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branch {
    /// Its name; none where none is checked out.
    pub name: Option<String>,
    /// The connector's folder.
    pub folder: String,
    /// The branch to which the pull request goes, as git knows it here, such as `upstream/dev`; none
    /// where it knows none, and what is committed then cannot be told.
    pub target: Option<String>,
    /// The other shared branch that it grew out of, such as `upstream/master`, where that one holds
    /// commits that the target lacks.
    pub origin: Option<String>,
    /// What differs from where it left the target, or its origin: committed or staged.
    pub changed: Vec<Touched>,
}

/// A file that a branch makes, changes or takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// From the root of the repository, with slashes.
    pub path: String,
    /// Whether it is taken away.
    pub is_removed: bool,
}

impl Branch {
    /// Whether it is one that everybody shares.
    pub fn is_shared(&self) -> bool {
        self.name.as_deref().is_some_and(|name| SHARED.contains(&name))
    }

    /// What it touches outside of the connector's folder.
    pub fn outside(&self) -> impl Iterator<Item = &Touched> {
        // Some systems take names that differ in case for the same.
        let own = self.folder.to_lowercase();
        self.changed.iter().filter(move |touched| {
            home(&touched.path).is_none_or(|(folder, _)| folder.to_lowercase() != own)
        })
    }

    /// What it touches in the connector's folder, by the path in that.
    pub fn inside(&self) -> impl Iterator<Item = &str> {
        let own = self.folder.to_lowercase();
        self.changed.iter().filter(|touched| !touched.is_removed).filter_map(move |touched| {
            let (folder, file) = home(&touched.path)?;
            (folder.to_lowercase() == own).then_some(file)
        })
    }
}

/// The folder of the connector that a path belongs to, and the rest of the path; none for what
/// belongs to none.
pub fn home(path: &str) -> Option<(&str, &str)> {
    let (parent, rest) = path.split_once('/')?;
    let (name, file) = rest.split_once('/')?;
    HOMES.contains(&parent).then(|| (&path[..parent.len() + 1 + name.len()], file))
}
