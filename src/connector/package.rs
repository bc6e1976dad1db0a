//! The marketplace package: a zip with the documentation page and a zip of solutions, as section
//! 5.3 of the reference describes it. Read level by level, as far as each level is what it should
//! be.

use super::archive::{Archive, Budget};
use super::solution::Solution;

/// The documentation page at the root.
pub const PAGE: &str = "intro.md";
/// The zip of solutions at the root.
pub const INNER: &str = "package.zip";
/// The folder in it.
pub const ASSETS: &str = "PkgAssets";
/// Describes the kinds of sign-in, where there are several.
pub const CUSTOM_PROPERTIES: &str = "customProperties.json";

/// So many solutions are looked into; two or three are wanted.
const MOST_SOLUTIONS: usize = 12;

/// A package, read whole.
#[derive(Debug)]
pub struct Package {
    /// The file's name.
    pub name: String,
    /// Whether it is to hold a plugin.
    pub plugin: bool,
    /// The outer zip.
    pub outer: Archive,
    /// The zip of solutions, where there is exactly one.
    pub inner: Option<Inner>,
}

/// The zip of solutions.
#[derive(Debug)]
pub struct Inner {
    /// Its name in the outer zip.
    pub path: String,
    /// What is in it.
    pub archive: Archive,
    /// Its folder, where there is exactly one.
    pub folder: Option<String>,
    /// Every zip in that folder.
    pub solutions: Vec<Solution>,
}

impl Package {
    /// Reads a package. `plugin` tells whether it is to hold one.
    pub fn read(name: impl Into<String>, bytes: &[u8], plugin: bool) -> Self {
        let mut budget = Budget::default();
        let outer = Archive::read(bytes, &mut budget);
        let zips = outer.files_ending("", ".zip");
        let inner = match zips.as_slice() {
            [(path, Some(bytes))] => Some(Inner::read(path, bytes, &mut budget)),
            _ => None,
        };
        Self { name: name.into(), plugin, outer, inner }
    }

    /// Every solution that could be reached.
    pub fn solutions(&self) -> &[Solution] {
        self.inner.as_ref().map_or(&[], |inner| &inner.solutions)
    }

    /// Its documentation page, where there is exactly one that can be read: name and bytes.
    pub fn page(&self) -> Option<(&str, &[u8])> {
        match self.outer.files_ending("", ".md").as_slice() {
            [(name, Some(bytes))] => Some((name, bytes)),
            _ => None,
        }
    }

    /// Every zip with its path in the package, outermost first; the path of the outer one is empty.
    pub fn archives(&self) -> impl Iterator<Item = (&str, &Archive)> {
        let inner = self.inner.iter().map(|inner| (inner.path.as_str(), &inner.archive));
        let solutions = self.solutions().iter().map(|one| (one.path.as_str(), &one.archive));
        std::iter::once(("", &self.outer)).chain(inner).chain(solutions)
    }
}

impl Inner {
    fn read(path: &str, bytes: &[u8], budget: &mut Budget) -> Self {
        let archive = Archive::read(bytes, budget);
        let folder = match archive.folders("").as_slice() {
            [folder] => Some((*folder).to_owned()),
            _ => None,
        };
        let zips = folder.as_deref().map(|folder| archive.files_ending(folder, ".zip"));
        let at = |name: &str| format!("{path}/{}/{name}", folder.as_deref().unwrap_or_default());
        let solutions = zips
            .into_iter()
            .flatten()
            .take(MOST_SOLUTIONS)
            .filter_map(|(name, bytes)| Some((name, bytes?)))
            .map(|(name, bytes)| Solution::new(at(name), Archive::read(bytes, budget)))
            .collect();
        Self { path: path.to_owned(), folder, solutions, archive }
    }
}
