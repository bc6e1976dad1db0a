//! A solution as the maker portal exports it: its manifest, its customisations, and the files of
//! connectors and flows. Shapes as in public exports and in section 5.3 of the reference.

use super::archive::Archive;
use super::definition::Definition;
use super::files::{Body, Broken};
use crate::source::text::printable;
use crate::source::xml::{self, Element};

/// The files at the root of every solution.
pub const ROOT_FILES: [&str; 3] = ["[Content_Types].xml", "customizations.xml", "solution.xml"];
/// The folder of a connector's files.
pub const CONNECTOR_FOLDER: &str = "Connector";
/// The folder of flows.
pub const WORKFLOWS_FOLDER: &str = "Workflows";
/// The folders of a plugin for copilots.
pub const PLUGIN_FOLDERS: [&str; 2] = ["aiplugins", "aipluginoperations"];
/// The type of a connector among the root components.
pub const CONNECTOR_COMPONENT: &str = "372";

/// How the files of a connector end, each behind the name of the connector.
pub const DEFINITION: &str = "_openapidefinition.json";
/// See [`DEFINITION`].
pub const PARAMETERS: &str = "_connectionparameters.json";
/// See [`DEFINITION`].
pub const POLICIES: &str = "_policytemplateinstances.json";
/// See [`DEFINITION`].
pub const ICON: &str = "_iconblob.Png";
/// See [`DEFINITION`].
pub const SCRIPT: &str = "_customcodeblobcontent.csx";

/// The largest file of JSON that is looked into. Read, it takes some forty times as much memory.
const LARGEST_JSON: usize = 8 * 1024 * 1024;
/// So many connectors of a solution are looked into.
const MOST_CONNECTORS: usize = 50;

/// A solution, read whole.
#[derive(Debug)]
pub struct Solution {
    /// The path of its zip within the package, or its name where it is by itself.
    pub path: String,
    /// What is in the zip.
    pub archive: Archive,
    /// Why `[Content_Types].xml` cannot be read, where it is there.
    pub types: Option<Broken>,
    /// `solution.xml`; none where there is none.
    pub manifest: Option<Result<Manifest, Broken>>,
    /// `customizations.xml`; none where there is none.
    pub customizations: Option<Result<Customizations, Broken>>,
    /// The definition of every connector, by its path in the solution.
    pub definitions: Vec<(String, Result<Definition, Broken>)>,
}

/// What `solution.xml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The name by which environments know it.
    pub unique_name: String,
    /// The name that people see; the first of them.
    pub display_name: String,
    /// Four numbers.
    pub version: String,
    /// As written: `0` unmanaged, `1` managed.
    pub managed: String,
    /// The publisher's prefix of names.
    pub prefix: String,
    /// Type and name or id of every root component.
    pub components: Vec<(String, String)>,
}

/// What `customizations.xml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Customizations {
    /// Whether the first `Connector` has anything in it, as the official script asks.
    pub has_connector: bool,
    /// The same for `Workflows`.
    pub has_workflows: bool,
    /// The same for `aicopilot_aiplugin`.
    pub has_plugin: bool,
    /// Every connector.
    pub connectors: Vec<ConnectorEntry>,
    /// The file of every flow, as a path in the solution.
    pub workflow_files: Vec<String>,
}

/// A connector in `customizations.xml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConnectorEntry {
    /// Its name in the environment, which begins with the publisher's prefix.
    pub name: String,
    /// The name that people see.
    pub display_name: String,
    /// What it names in the folder `Connector`: the member that does, and the path in the solution.
    pub files: Vec<(String, String)>,
}

/// What the official script takes a solution for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A connector and nothing else.
    Connector,
    /// A flow, with the connector it uses.
    Flow,
    /// A plugin, with the connector it uses.
    Plugin,
}

impl Kind {
    /// In the order in which the script asks for them.
    pub const ALL: [Self; 3] = [Self::Connector, Self::Flow, Self::Plugin];

    /// As words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Connector => "connector solution",
            Self::Flow => "flow solution",
            Self::Plugin => "plugin solution",
        }
    }
}

impl Solution {
    /// Makes a solution of what its zip holds.
    pub fn new(path: impl Into<String>, archive: Archive) -> Self {
        let parse = |name: &str| {
            let bytes = archive.file(name)?.bytes.as_deref()?;
            Some(xml::parse(bytes).map_err(|reason| Broken::new(reason, None)))
        };
        let manifest = parse(ROOT_FILES[2]).map(|root| root.and_then(|root| manifest(&root)));
        let customizations =
            parse(ROOT_FILES[1]).map(|root| root.map(|root| customizations(&root)));
        let types = parse(ROOT_FILES[0]).and_then(Result::err);
        let definitions = archive.files_ending(CONNECTOR_FOLDER, DEFINITION).into_iter();
        let definitions = definitions
            .filter_map(|(name, bytes)| Some((name, bytes?)))
            .take(MOST_CONNECTORS)
            .map(|(name, bytes)| {
                let read = match too_large(bytes) {
                    Some(reason) => Err(Broken::new(reason, None)),
                    None => super::json_object(&Body::from(bytes.to_vec())).map(Definition::new),
                };
                (format!("{CONNECTOR_FOLDER}/{name}"), read)
            })
            .collect();
        Self { path: path.into(), archive, types, manifest, customizations, definitions }
    }

    /// The names of its connectors in the environment, by the files of their definitions.
    pub fn connector_names(&self) -> impl Iterator<Item = &str> {
        self.definitions.iter().filter_map(|(path, _)| stem(path))
    }

    /// The manifest, where it can be read.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_ref()?.as_ref().ok()
    }

    /// The customisations, where they can be read.
    pub fn customizations(&self) -> Option<&Customizations> {
        self.customizations.as_ref()?.as_ref().ok()
    }

    /// What the official script takes it for, told whether it looks for plugins.
    pub fn kind(&self, plugin: bool) -> Option<Kind> {
        let found = self.customizations()?;
        match (found.has_connector, found.has_workflows, plugin && found.has_plugin) {
            (true, false, false) => Some(Kind::Connector),
            (true, true, false) => Some(Kind::Flow),
            (true, false, true) => Some(Kind::Plugin),
            _ => None,
        }
    }

    /// What it is, in a few words, told whether plugins count: `connector solution “Invoices” 1.0.0.1,
    /// unmanaged`.
    pub fn described(&self, plugin: bool) -> String {
        if !self.archive.is_readable() {
            return "no zip that can be read".to_owned();
        }
        let kind = self.kind(plugin).map_or("solution of no kind that is wanted", Kind::word);
        let Some(manifest) = self.manifest() else {
            let what = if self.customizations().is_some() { kind } else { "no solution" };
            return format!("{what}, without a readable solution.xml");
        };
        let managed = match manifest.managed.as_str() {
            "0" => "unmanaged",
            "1" => "managed",
            _ => "neither managed nor unmanaged",
        };
        let name = printable(&manifest.unique_name).into_owned();
        let version = printable(&manifest.version).into_owned();
        format!("{kind} “{name}” {version}, {managed}")
    }

    /// Files of the folder `Connector` that end so, whatever their capitals, with their bytes where
    /// they could be read.
    pub fn artefacts(&self, end: &str) -> Vec<(&str, Option<&[u8]>)> {
        self.archive.files_ending(CONNECTOR_FOLDER, end)
    }

    /// A path in this solution as a path in the package.
    pub fn inside(&self, path: &str) -> String {
        if path.is_empty() { self.path.clone() } else { format!("{}/{path}", self.path) }
    }
}

/// The name of a connector, of the path of its definition.
pub fn stem(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    let at = name.len().checked_sub(DEFINITION.len())?;
    let end = name.get(at..)?;
    end.eq_ignore_ascii_case(DEFINITION).then(|| &name[..at])
}

/// Why a file of JSON is not read: the portal takes half a million characters of a definition.
pub fn too_large(bytes: &[u8]) -> Option<String> {
    let is_too_large = bytes.len() > LARGEST_JSON;
    is_too_large.then(|| {
        format!(
            "it has {} MiB, more than {} MiB are not read",
            bytes.len() >> 20,
            LARGEST_JSON >> 20
        )
    })
}

fn manifest(root: &Element) -> Result<Manifest, Broken> {
    let Some(manifest) = root.all().find(|element| element.name == "SolutionManifest") else {
        return Err(Broken::new("it has no element SolutionManifest", None));
    };
    let publisher = manifest.child("Publisher");
    let names = manifest.child("LocalizedNames").and_then(|names| names.child("LocalizedName"));
    let display_name = names.and_then(|name| name.attribute("description")).unwrap_or_default();
    let components = manifest.child("RootComponents").into_iter().flat_map(|all| &all.children);
    let component = |element: &Element| {
        let name = element.attribute("schemaName").or_else(|| element.attribute("id"));
        let kind = element.attribute("type").unwrap_or_default();
        (kind.to_owned(), name.unwrap_or_default().to_owned())
    };
    Ok(Manifest {
        unique_name: manifest.text_of("UniqueName").to_owned(),
        display_name: display_name.to_owned(),
        version: manifest.text_of("Version").to_owned(),
        managed: manifest.text_of("Managed").to_owned(),
        prefix: publisher.map_or("", |found| found.text_of("CustomizationPrefix")).to_owned(),
        components: components.map(component).collect(),
    })
}

fn customizations(root: &Element) -> Customizations {
    let has = |name: &str| {
        root.all().find(|element| element.name == name).is_some_and(Element::has_content)
    };
    let connectors = root.all().filter(|element| element.name == "Connector");
    let flows = root.all().filter(|element| element.name == "JsonFileName");
    Customizations {
        has_connector: has("Connector"),
        has_workflows: has("Workflows"),
        has_plugin: has("aicopilot_aiplugin"),
        connectors: connectors.filter(|found| found.has_content()).map(connector).collect(),
        workflow_files: flows
            .map(|element| element.text.trim_start_matches('/').to_owned())
            .filter(|path| !path.is_empty())
            .collect(),
    }
}

fn connector(element: &Element) -> ConnectorEntry {
    let files = element.children.iter().filter_map(|child| {
        let path = child.text.strip_prefix('/')?;
        let (folder, _) = path.split_once('/')?;
        let is_ours = folder.eq_ignore_ascii_case(CONNECTOR_FOLDER);
        is_ours.then(|| (child.name.clone(), path.to_owned()))
    });
    ConnectorEntry {
        name: element.text_of("name").to_owned(),
        display_name: element.text_of("displayname").to_owned(),
        files: files.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Element {
        xml::parse(text.as_bytes()).unwrap_or_default()
    }

    #[test]
    fn a_manifest_is_read() {
        let text = "<ImportExportXml><SolutionManifest><UniqueName>Invoices</UniqueName>\
            <LocalizedNames><LocalizedName description=\"Contoso Invoices\" languagecode=\"1033\"/>\
            </LocalizedNames><Version>1.0.0.1</Version><Managed>0</Managed><Publisher>\
            <UniqueName>contoso</UniqueName><CustomizationPrefix>cts</CustomizationPrefix>\
            </Publisher><RootComponents><RootComponent type=\"372\" schemaName=\"cts_invoices\"/>\
            <RootComponent type=\"29\" id=\"{1}\"/></RootComponents></SolutionManifest>\
            </ImportExportXml>";
        let found = manifest(&read(text)).ok();
        let found = found.as_ref();
        assert_eq!(found.map(|found| found.unique_name.as_str()), Some("Invoices"));
        assert_eq!(found.map(|found| found.display_name.as_str()), Some("Contoso Invoices"));
        assert_eq!(found.map(|found| found.managed.as_str()), Some("0"));
        assert_eq!(found.map(|found| found.prefix.as_str()), Some("cts"));
        let components = found.map(|found| found.components.clone()).unwrap_or_default();
        let pair = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        assert_eq!(components, [pair("372", "cts_invoices"), pair("29", "{1}")]);
        assert!(manifest(&read("<a/>")).is_err());
    }

    #[test]
    fn the_first_of_a_name_decides_as_in_the_script() {
        let text = "<r><Workflows/><Connectors><Connector><name>cts_invoices</name>\
            <connectortype>1</connectortype>\
            <openapidefinition>/Connector/cts_invoices_openapidefinition.json</openapidefinition>\
            <iconblob>/connector/i_iconblob.Png</iconblob></Connector></Connectors>\
            <Workflows><Workflow><JsonFileName>/Workflows/a.json</JsonFileName></Workflow>\
            </Workflows></r>";
        let found = customizations(&read(text));
        assert!(found.has_connector && !found.has_workflows && !found.has_plugin);
        assert_eq!(found.workflow_files, ["Workflows/a.json"]);
        assert_eq!(found.connectors[0].name, "cts_invoices");
        let files: Vec<&str> =
            found.connectors[0].files.iter().map(|(member, _)| member.as_str()).collect();
        assert_eq!(files, ["openapidefinition", "iconblob"]);
    }
}
