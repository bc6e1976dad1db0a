//! The solutions that a publisher names for the marketplace package, and the package that they
//! make together with the documentation page.

use std::path::PathBuf;
use std::sync::Arc;

use super::pack::pack;
use super::package::{ASSETS, CUSTOM_PROPERTIES, INNER, PAGE, Package};
use super::solution::{Kind, Solution};
use crate::source::text::printable;

/// The name of the package while nothing else names it.
const NAME: &str = "package.zip";

/// A file that was named, as it was read.
#[derive(Debug, Clone)]
pub struct Named {
    /// What it is named as.
    pub part: Part,
    /// Where it lies.
    pub path: PathBuf,
    /// Its bytes, or why it cannot be read.
    pub read: Result<Arc<[u8]>, String>,
}

/// What a file of the publisher is to the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// One of the solutions.
    Solution(Kind),
    /// What describes several kinds of sign-in.
    CustomProperties,
}

impl Part {
    /// Every part, in the order in which they are asked for.
    pub const ALL: [Self; 4] = [
        Self::Solution(Kind::Connector),
        Self::Solution(Kind::Flow),
        Self::Solution(Kind::Plugin),
        Self::CustomProperties,
    ];

    /// As words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Solution(kind) => kind.word(),
            Self::CustomProperties => CUSTOM_PROPERTIES,
        }
    }
}

/// The name that a solution gets in the package.
pub const fn file(kind: Kind) -> &'static str {
    match kind {
        Kind::Connector => "ConnectorSolution.zip",
        Kind::Flow => "FlowSolution.zip",
        Kind::Plugin => "PluginSolution.zip",
    }
}

/// The path that a solution gets in the package.
pub fn path(kind: Kind) -> String {
    format!("{INNER}/{ASSETS}/{}", file(kind))
}

/// What was named, and the package that it makes.
#[derive(Debug)]
pub struct Solutions {
    /// In the order of the parts.
    pub named: Vec<Named>,
    /// The package, as far as its files are there.
    pub bytes: Vec<u8>,
    /// The same, read again.
    pub package: Package,
}

impl Solutions {
    /// Packs what was named. The page is the `intro.md` beside the connector.
    ///
    /// # Errors
    /// Something is beyond the limits of the format.
    pub fn new(named: Vec<Named>, page: Option<&[u8]>) -> Result<Self, String> {
        let read = |part: Part| {
            let found = named.iter().find(|one| one.part == part)?;
            found.read.as_deref().ok()
        };
        let solutions = Kind::ALL.into_iter().filter_map(|kind| {
            Some((format!("{ASSETS}/{}", file(kind)), read(Part::Solution(kind))?))
        });
        let solutions: Vec<(String, &[u8])> = solutions.collect();
        let failed = |error: zip::result::ZipError| format!("it cannot be packed ({error})");
        let inner = pack(solutions.iter().map(|(path, bytes)| (path.as_str(), *bytes)));
        let inner = inner.map_err(failed)?;
        let outer = [
            (PAGE, page),
            (INNER, Some(inner.as_slice())),
            (CUSTOM_PROPERTIES, read(Part::CustomProperties)),
        ];
        let outer = outer.into_iter().filter_map(|(path, bytes)| Some((path, bytes?)));
        let bytes = pack(outer).map_err(failed)?;
        let plugin = named.iter().any(|one| one.part == Part::Solution(Kind::Plugin));
        let package = Package::read(NAME, &bytes, plugin);
        Ok(Self { named, bytes, package })
    }

    /// A file as it was named.
    pub fn named(&self, part: Part) -> Option<&Named> {
        self.named.iter().find(|one| one.part == part)
    }

    /// A solution, where it was named and read.
    pub fn solution(&self, kind: Kind) -> Option<&Solution> {
        let path = path(kind);
        self.package.solutions().iter().find(|solution| solution.path == path)
    }

    /// Whether everything that was named could be read, and connector and flow are among it.
    pub fn is_complete(&self) -> bool {
        let has = |kind| self.named(Part::Solution(kind)).is_some();
        has(Kind::Connector) && has(Kind::Flow) && self.named.iter().all(|one| one.read.is_ok())
    }

    /// The part that a path in the package leads into, and the path within it.
    pub fn part(path: &str) -> Option<(Part, &str)> {
        let below = |part: &str| match path.strip_prefix(part)? {
            "" => Some(""),
            rest => rest.strip_prefix('/'),
        };
        Part::ALL.into_iter().find_map(|one| {
            let within = match one {
                Part::Solution(kind) => below(&self::path(kind)),
                Part::CustomProperties => below(CUSTOM_PROPERTIES),
            };
            Some((one, within?))
        })
    }
}

/// What a solution is, in one line each: its kind, its name and version, and what it contains.
pub fn describe(solution: &Solution, plugin: bool) -> Vec<String> {
    let mut lines = vec![solution.described(plugin)];
    let Some(found) = solution.customizations() else { return lines };
    let mut holds: Vec<String> = found
        .connectors
        .iter()
        .map(|connector| {
            let shown = if connector.display_name.is_empty() {
                &connector.name
            } else {
                &connector.display_name
            };
            format!("the connector {} ({})", printable(shown), printable(&connector.name))
        })
        .collect();
    match found.workflow_files.len() {
        0 => {}
        1 => holds.push("1 flow".to_owned()),
        several => holds.push(format!("{several} flows")),
    }
    if found.has_plugin {
        holds.push("a plugin".to_owned());
    }
    if !holds.is_empty() {
        lines.push(format!("holds {}", holds.join(", ")));
    }
    lines
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    fn zip(files: &[(&str, &str)]) -> Arc<[u8]> {
        pack(files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap().into()
    }

    fn named(part: Part, bytes: Arc<[u8]>) -> Named {
        Named { part, path: PathBuf::new(), read: Ok(bytes) }
    }

    const MANIFEST: &str = "<a><SolutionManifest><UniqueName>Invoices</UniqueName>\
        <Version>1.2</Version><Managed>1</Managed></SolutionManifest></a>";
    const FLOW: &str = "<a><Connectors><Connector><name>cts_invoices</name>\
        <displayname>Contoso Invoices</displayname></Connector></Connectors><Workflows><Workflow>\
        <JsonFileName>/Workflows/a.json</JsonFileName></Workflow></Workflows></a>";

    #[test]
    fn the_package_has_the_layout_that_is_asked_for() {
        let flow = zip(&[("solution.xml", MANIFEST), ("customizations.xml", FLOW)]);
        let connector = zip(&[("solution.xml", "<a/>")]);
        let parts = vec![
            named(Part::Solution(Kind::Flow), flow),
            named(Part::Solution(Kind::Connector), connector),
        ];
        let made = Solutions::new(parts, Some(b"About invoices.")).unwrap();
        assert!(made.is_complete());
        let outer: Vec<&str> =
            made.package.outer.entries.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(outer, ["intro.md", "package.zip"]);
        let inner = made.package.inner.as_ref().unwrap();
        let paths: Vec<&str> =
            inner.archive.entries.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(paths, ["PkgAssets/ConnectorSolution.zip", "PkgAssets/FlowSolution.zip"]);
        assert_eq!(
            describe(made.solution(Kind::Flow).unwrap(), false),
            [
                "flow solution “Invoices” 1.2, managed",
                "holds the connector Contoso Invoices (cts_invoices), 1 flow",
            ]
        );
        assert_eq!(
            describe(made.solution(Kind::Connector).unwrap(), false),
            ["no solution, without a readable solution.xml"]
        );
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let flow = named(Part::Solution(Kind::Flow), Arc::from(&b"no zip"[..]));
        let gone = Named {
            part: Part::Solution(Kind::Connector),
            path: PathBuf::new(),
            read: Err("it does not exist".to_owned()),
        };
        let custom = named(Part::CustomProperties, Arc::from(&b"{}"[..]));
        let made = Solutions::new(vec![gone, flow, custom], None).unwrap();
        assert!(!made.is_complete());
        assert!(made.solution(Kind::Connector).is_none());
        let flow = made.solution(Kind::Flow).unwrap();
        assert_eq!(describe(flow, false), ["no zip that can be read"]);
        assert!(made.package.outer.file("customProperties.json").is_some());
    }

    #[test]
    fn paths_lead_to_parts() {
        let part = Solutions::part;
        let flow = |within| Some((Part::Solution(Kind::Flow), within));
        assert_eq!(part("package.zip/PkgAssets/FlowSolution.zip"), flow(""));
        let deep = "package.zip/PkgAssets/FlowSolution.zip/Workflows/a.json";
        assert_eq!(part(deep), flow("Workflows/a.json"));
        assert_eq!(part("package.zip/PkgAssets/FlowSolution.zipped"), None);
        assert_eq!(part("package.zip/PkgAssets"), None);
        assert_eq!(part("customProperties.json"), Some((Part::CustomProperties, "")));
    }
}
