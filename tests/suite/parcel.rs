//! A clean marketplace package, and what can be done to it.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use conncert::connector::package::Package;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::{Fixture, INTRO, icon};

/// What stands at a path of a package.
#[derive(Clone)]
enum Item {
    File(Vec<u8>),
    Folder,
    Link(String),
    /// A file with a password.
    Locked(Vec<u8>),
}

/// A package as paths through its zips, from which it is packed.
#[derive(Clone)]
pub(crate) struct Parcel {
    items: BTreeMap<String, Item>,
    /// The file's name.
    pub(crate) name: String,
    /// Whether it is to hold a plugin.
    pub(crate) plugin: bool,
}

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Types xmlns=\"http://schemas.\
    openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
    ContentType=\"application/octet-stream\"/></Types>";

fn manifest(name: &str, components: &str) -> String {
    format!(
        "<ImportExportXml><SolutionManifest><UniqueName>{name}</UniqueName><LocalizedNames>\
         <LocalizedName description=\"{name}\" languagecode=\"1033\"/></LocalizedNames>\
         <Version>1.0.0.1</Version><Managed>0</Managed><Publisher><UniqueName>contoso</UniqueName>\
         <CustomizationPrefix>cts</CustomizationPrefix></Publisher><RootComponents>{components}\
         </RootComponents></SolutionManifest></ImportExportXml>"
    )
}

fn customizations(more: &str) -> String {
    let file =
        |member: &str, end: &str| format!("<{member}>/Connector/cts_invoices_{end}</{member}>");
    format!(
        "<ImportExportXml><Connectors><Connector><name>cts_invoices</name><displayname>Contoso \
         Invoices</displayname><connectortype>1</connectortype>{}{}{}{}</Connector></Connectors>\
         {more}</ImportExportXml>",
        file("openapidefinition", "openapidefinition.json"),
        file("connectionparameters", "connectionparameters.json"),
        file("policytemplateinstances", "policytemplateinstances.json"),
        file("iconblob", "iconblob.Png"),
    )
}

const FLOW: &str = "<Workflows><Workflow><JsonFileName>/Workflows/Remind-1.json</JsonFileName>\
    </Workflow></Workflows>";
const CONNECTOR: &str = "<RootComponent type=\"372\" schemaName=\"cts_invoices\" behavior=\"0\"/>";
const WORKFLOW: &str = "<RootComponent type=\"29\" id=\"{1}\" behavior=\"0\"/>";

impl Parcel {
    /// What a publisher of the clean connector hands in.
    pub(crate) fn clean() -> Self {
        let mut parcel =
            Self { items: BTreeMap::new(), name: "contoso.zip".to_owned(), plugin: false };
        parcel.text("intro.md", INTRO);
        parcel.solution("ConnectorSolution.zip", "Invoices", CONNECTOR, "");
        parcel.solution(
            "FlowSolution.zip",
            "InvoiceFlow",
            &(CONNECTOR.to_owned() + WORKFLOW),
            FLOW,
        );
        parcel.text("package.zip/PkgAssets/FlowSolution.zip/Workflows/Remind-1.json", "{}");
        parcel
    }

    fn text(&mut self, path: &str, text: &str) {
        self.items.insert(path.to_owned(), Item::File(text.as_bytes().to_vec()));
    }

    fn solution(&mut self, zip: &str, name: &str, components: &str, more: &str) {
        let at = format!("package.zip/PkgAssets/{zip}");
        self.text(&format!("{at}/[Content_Types].xml"), CONTENT_TYPES);
        self.text(&format!("{at}/solution.xml"), &manifest(name, components));
        self.text(&format!("{at}/customizations.xml"), &customizations(more));
        let stem = format!("{at}/Connector/cts_invoices");
        let fixture = Fixture::clean(conncert::answers::Publisher::Verified);
        let definition = fixture.files["apiDefinition.swagger.json"].clone();
        self.items.insert(format!("{stem}_openapidefinition.json"), Item::File(definition));
        self.text(&format!("{stem}_connectionparameters.json"), "{\"api_key\": {}}");
        let policies = "[{\"templateId\": \"setheader\"}]";
        self.text(&format!("{stem}_policytemplateinstances.json"), policies);
        self.items.insert(format!("{stem}_iconblob.Png"), Item::File(icon("100x100")));
    }

    /// Carries out one line of an example.
    pub(crate) fn change(&mut self, line: &str) {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (path, more) = rest.split_once(' ').unwrap_or((rest, ""));
        match verb {
            "remove" => {
                let below = format!("{path}/");
                let before = self.items.len();
                self.items.retain(|at, _| at != path && !at.starts_with(&below));
                assert!(self.items.len() < before, "{line}");
            }
            "rename" => {
                let below = format!("{path}/");
                let moved: Vec<String> = self
                    .items
                    .keys()
                    .filter(|at| *at == path || at.starts_with(&below))
                    .cloned()
                    .collect();
                assert!(!moved.is_empty(), "{line}");
                for at in moved {
                    let item = self.items.remove(&at).expect("it was found");
                    self.items.insert(format!("{more}{}", &at[path.len()..]), item);
                }
            }
            "text" => self.text(path, more),
            "replace" => {
                let (old, new) = more.split_once(" => ").unwrap_or_else(|| panic!("{line}"));
                let Some(Item::File(bytes)) = self.items.get_mut(path) else { panic!("{line}") };
                let text = String::from_utf8(bytes.clone()).expect("it is text");
                assert!(text.contains(old), "{line} in {text}");
                *bytes = text.replace(old, new.trim_matches('`')).into_bytes();
            }
            "folder" => {
                self.items.insert(path.to_owned(), Item::Folder);
            }
            "link" => {
                self.items.insert(path.to_owned(), Item::Link(more.to_owned()));
            }
            "lock" => {
                let Some(Item::File(bytes)) = self.items.remove(path) else { panic!("{line}") };
                self.items.insert(path.to_owned(), Item::Locked(bytes));
            }
            "unzip" => {
                let below = format!("{path}/");
                self.items.retain(|at, _| !at.starts_with(&below));
                self.text(path, "this is no zip");
            }
            "call" => rest.clone_into(&mut self.name),
            "plugin" => self.plugin = true,
            _ => panic!("`{line}` is no change to a package"),
        }
    }

    /// One of its solutions, as a zip.
    pub(crate) fn solution_zip(&self, zip: &str) -> Vec<u8> {
        let below = format!("package.zip/PkgAssets/{zip}/");
        let items: Vec<(&str, &Item)> = self
            .items
            .iter()
            .filter_map(|(path, item)| Some((path.strip_prefix(&below)?, item)))
            .collect();
        pack(&items)
    }

    /// The bytes of the package.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let items: Vec<(&str, &Item)> =
            self.items.iter().map(|(path, item)| (path.as_str(), item)).collect();
        pack(&items)
    }

    /// The package, read.
    pub(crate) fn read(&self) -> Package {
        Package::read(self.name.as_str(), &self.pack(), self.plugin)
    }
}

/// Packs items; what lies below a name that ends in `.zip` becomes a zip of its own.
fn pack(items: &[(&str, &Item)]) -> Vec<u8> {
    let mut plain: Vec<(&str, &Item)> = Vec::new();
    let mut nested: BTreeMap<&str, Vec<(&str, &Item)>> = BTreeMap::new();
    for (path, item) in items {
        match path.find(".zip/") {
            Some(at) => nested.entry(&path[..at + 4]).or_default().push((&path[at + 5..], item)),
            None => plain.push((path, item)),
        }
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut locked = Vec::new();
    for (path, item) in plain {
        match item {
            Item::File(bytes) | Item::Locked(bytes) => {
                writer.start_file(path, options).expect("a name");
                writer.write_all(bytes).expect("memory");
                if matches!(item, Item::Locked(_)) {
                    locked.push(path);
                }
            }
            Item::Folder => writer.add_directory(path, options).expect("a name"),
            Item::Link(target) => {
                writer.add_symlink(path, target.as_str(), options).expect("a name");
            }
        }
    }
    for (path, items) in nested {
        writer.start_file(path, options).expect("a name");
        writer.write_all(&pack(&items)).expect("memory");
    }
    let mut bytes = writer.finish().expect("memory").into_inner();
    for path in locked {
        lock(&mut bytes, path);
    }
    bytes
}

/// Sets the flag of encryption in the headers of an entry.
fn lock(bytes: &mut [u8], path: &str) {
    for (mark, name, flags) in [(b"PK\x03\x04", 30, 6), (b"PK\x01\x02", 46, 8)] {
        let at = (0..bytes.len() - name - path.len())
            .find(|at| {
                bytes[*at..].starts_with(mark) && bytes[at + name..].starts_with(path.as_bytes())
            })
            .expect("the entry has a header");
        bytes[at + flags] |= 1;
    }
}
