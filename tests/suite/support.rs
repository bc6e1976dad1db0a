//! What several test modules share: a clean connector in memory, clean answers, and examples.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use conncert::answers::{Answers, Publisher};
use conncert::check::check;
use conncert::connector::Connector;
use conncert::connector::branch::{Branch, Touched};
use conncert::connector::files::{RawContent, RawFile, Role, choose};
use conncert::connector::solutions::{Named, Solutions};
use conncert::draft::Draft;
use conncert::rule::docs::Example;
use conncert::rule::{Checked, Report};
use conncert::settings::Settings;
use conncert::steps;
use conncert::submission::Submission;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use crate::parcel::Parcel;

/// The folder of published connectors, when one is named; says so when none is.
pub(crate) fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("CONNCERT_CORPUS").filter(|folder| !folder.is_empty());
    if folder.is_none() {
        eprintln!("SKIPPED: CONNCERT_CORPUS names no folder of published connectors");
    }
    folder.map(PathBuf::from)
}

pub(crate) const TODAY: Date = date(2026, 11, 23);

/// Every section, and nothing that a reviewer would ask about.
pub(crate) const INTRO: &str = "Sends and finds invoices of small companies, and tells when one is paid.\n\n\
    ## Prerequisites\n\n## How to get credentials\n\n## Get started with your connector\n\n\
    ## Known issues and limitations\n\n## Common errors and remedies\n\n## FAQ\n";

const README: &str = "# Contoso Invoices\n\n## Publisher: Contoso Ltd\n\n## Prerequisites\n\n\
    ## Supported Operations\n\n## Obtaining Credentials\n\n## Known Issues and Limitations\n\n\
    ## Deployment Instructions\n";

/// A submission as files and answers, from which connectors are made.
#[derive(Clone)]
pub(crate) struct Fixture {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) answers: Answers,
    pub(crate) publisher: Publisher,
    /// The published version, where this is an update.
    pub(crate) published: Option<BTreeMap<String, Vec<u8>>>,
    /// The marketplace package, where that is judged.
    pub(crate) package: Option<Parcel>,
    /// The branch of the connectors repository, where it lies on one.
    pub(crate) branch: Option<Branch>,
}

fn definition() -> Value {
    json!({
        "swagger": "2.0",
        "info": {
            "title": "Contoso Invoices",
            "description": "Keeps the invoices of small companies and tells when one is paid.",
            "version": "1.0",
            "contact": {
                "name": "Contoso Customer Care",
                "url": "https://contoso.com/help",
                "email": "help@contoso.com"
            }
        },
        "host": "api.contoso.com",
        "basePath": "/v1",
        "schemes": ["https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": {
            "/invoices": {
                "get": {
                    "operationId": "ListInvoices",
                    "summary": "List invoices",
                    "description": "Lists the invoices of your company.",
                    "parameters": [{
                        "name": "status", "in": "query", "type": "string",
                        "x-ms-summary": "Status", "description": "Only invoices with this status."
                    }],
                    "responses": {"200": {
                        "description": "The invoices.",
                        "schema": {"type": "array", "items": {"type": "string"}}
                    }}
                }
            }
        },
        "securityDefinitions": {"api_key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"}},
        "security": [{"api_key": []}],
        "x-ms-connector-metadata": [
            {"propertyName": "Website", "propertyValue": "https://contoso.com"},
            {"propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy"},
            {"propertyName": "Categories", "propertyValue": "Finance;Productivity"}
        ]
    })
}

fn properties(publisher: Publisher) -> Value {
    let (colour, name) = match publisher {
        Publisher::Verified => ("#0a5c8f", "Contoso Ltd"),
        Publisher::Independent => ("#da3b01", "Contoso Fans"),
    };
    json!({"properties": {
        "connectionParameters": {"api_key": {"type": "securestring", "uiDefinition": {
            "displayName": "API key",
            "description": "The key from the settings of your account.",
            "constraints": {"required": "true", "clearText": false}
        }}},
        "iconBrandColor": colour,
        "capabilities": ["actions"],
        "publisher": name,
        "stackOwner": "Contoso Ltd"
    }})
}

/// A fact of an example about a branch.
fn tell(branch: &mut Branch, line: &str) {
    let (word, rest) = line.split_once(' ').unwrap_or_else(|| panic!("{line}"));
    let touched = |is_removed| Touched { path: rest.to_owned(), is_removed };
    match word {
        "name" => branch.name = Some(rest.to_owned()),
        "target" => branch.target = Some(rest.to_owned()),
        "origin" => branch.origin = Some(rest.to_owned()),
        "changed" => branch.changed.push(touched(false)),
        "removed" => branch.changed.push(touched(true)),
        _ => panic!("{line}"),
    }
}

/// Answers that agree with the clean connector and leave nothing open.
fn answers(publisher: Publisher) -> Answers {
    let mut answers = Answers::default();
    for (key, text) in [
        ("publisher.type", publisher.word()),
        (
            "publisher.name",
            match publisher {
                Publisher::Verified => "Contoso Ltd",
                Publisher::Independent => "Contoso Fans",
            },
        ),
        ("ownership.stack_owner", "Contoso Ltd"),
        ("authentication.types", "api-key"),
        ("support.name", "Contoso Customer Care"),
        ("support.email", "help@contoso.com"),
        ("support.url", "https://contoso.com/help"),
        ("support.website", "https://contoso.com"),
        ("support.privacy_policy", "https://contoso.com/privacy"),
        ("support.categories", "Finance, Productivity"),
        ("uptime.percent", "99.95"),
        ("connector.folder", "."),
        ("connector.submission", "new"),
        ("connector.name", "Contoso Invoices"),
    ] {
        answers.give(key, text);
    }
    if publisher == Publisher::Verified {
        answers.give("ownership.claim", "own");
    }
    answers
}

fn connector(files: &BTreeMap<String, Vec<u8>>) -> Connector {
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let files = Role::ALL
        .into_iter()
        .filter_map(|role| {
            let name = choose(role, names.iter().copied())?.to_owned();
            let content = RawContent::Bytes(files[&name].clone());
            Some(RawFile { role, name, content })
        })
        .collect();
    Connector::new("contoso", None, files)
}

impl Fixture {
    pub(crate) fn clean(publisher: Publisher) -> Self {
        let pretty = |value: &Value| {
            serde_json::to_string_pretty(value).expect("a value prints").into_bytes()
        };
        let files = [
            ("apiDefinition.swagger.json", pretty(&definition())),
            ("apiProperties.json", pretty(&properties(publisher))),
            ("readme.md", README.as_bytes().to_vec()),
            ("intro.md", INTRO.as_bytes().to_vec()),
        ];
        Self {
            files: files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect(),
            answers: answers(publisher),
            publisher,
            published: None,
            package: None,
            branch: None,
        }
    }

    pub(crate) fn connector(&self) -> Connector {
        connector(&self.files)
    }

    pub(crate) fn settings(&self) -> Settings {
        Settings::of(self.publisher, TODAY, Some(&self.connector()))
    }

    /// Judged with the files, with the answers, or with both.
    pub(crate) fn report(&self, files: bool, answers: bool) -> Report {
        check(&self.submission(files, answers), &self.settings())
    }

    pub(crate) fn submission(&self, files: bool, answers: bool) -> Submission {
        Submission {
            answers: answers.then(|| Arc::new(self.answers.clone())),
            connector: files.then(|| Arc::new(self.connector().on_branch(self.branch.clone()))),
            previous: match steps::connector::previous(&self.answers).filter(|_| answers) {
                Some("unreadable") => Some(Err("it does not exist. Check the path.".to_owned())),
                Some(_) => Some(Ok(Arc::new(connector(&Self::clean(self.publisher).files)))),
                None => self.published.as_ref().map(|files| Ok(Arc::new(connector(files)))),
            },
            package: self.package.as_ref().map(|parcel| Arc::new(parcel.read())),
            solutions: answers.then(|| self.solutions()).flatten().map(Arc::new),
        }
    }

    /// The solutions that the answers name: `connector` and `flow` are those of the clean package.
    fn solutions(&self) -> Option<Solutions> {
        let named = steps::package::named(&self.answers);
        let read = |told: &str| match told {
            "connector" => Ok(Parcel::clean().solution_zip("ConnectorSolution.zip").into()),
            "flow" => Ok(Parcel::clean().solution_zip("FlowSolution.zip").into()),
            "{}" => Ok(told.as_bytes().into()),
            _ => Err("it does not exist. Check the path.".to_owned()),
        };
        let page = self.files.get("intro.md").map(Vec::as_slice);
        let named: Vec<Named> = named
            .into_iter()
            .map(|(part, told)| Named { part, read: read(&told), path: told.into() })
            .collect();
        (!named.is_empty()).then(|| Solutions::new(named, page).expect("a zip"))
    }

    pub(crate) fn checked(&self) -> Checked {
        let submission = self.submission(true, true);
        let report = check(&submission, &self.settings());
        Checked { path: "contoso".to_owned(), submission, report }
    }

    /// Changes a JSON file by a merge patch.
    pub(crate) fn patch(&mut self, file: &str, patch: &Value) {
        let mut value: Value =
            serde_json::from_slice(&self.files[file]).expect("the clean file is JSON");
        merge(&mut value, patch);
        let text = serde_json::to_string_pretty(&value).expect("a value prints");
        self.files.insert(file.to_owned(), text.into_bytes());
    }

    /// Carries out an example of a rule's documentation.
    pub(crate) fn apply(&mut self, example: &Example<'_>) {
        if example.published {
            let clean = || Self::clean(self.publisher).files;
            let mut published = self.published.take().unwrap_or_else(clean);
            std::mem::swap(&mut self.files, &mut published);
            self.change_by(example);
            std::mem::swap(&mut self.files, &mut published);
            self.published = Some(published);
        } else {
            self.change_by(example);
        }
    }

    fn change_by(&mut self, example: &Example<'_>) {
        match example.language {
            "json" => {
                let patch = serde_json::from_str(example.text)
                    .unwrap_or_else(|error| panic!("{error} in:\n{}", example.text));
                self.patch(example.file.unwrap_or("apiDefinition.swagger.json"), &patch);
            }
            "text" => {
                let file = example.file.unwrap_or("apiDefinition.swagger.json");
                self.files.insert(file.to_owned(), example.text.as_bytes().to_vec());
            }
            "files" => example.text.lines().for_each(|line| self.change(line)),
            "package" => {
                let parcel = self.package.get_or_insert_with(Parcel::clean);
                example.text.lines().for_each(|line| parcel.change(line));
            }
            "branch" => {
                let mut branch = self.branch.take().unwrap_or_else(|| self.clean_branch());
                example.text.lines().for_each(|line| tell(&mut branch, line));
                self.branch = Some(branch);
            }
            "toml" => {
                let draft = Draft::parse(&format!("conncert = 1\n{}", example.text))
                    .unwrap_or_else(|error| panic!("{error} in:\n{}", example.text));
                let given: usize = example.text.lines().filter(|line| line.contains('=')).count();
                assert_eq!(
                    draft.answers.iter().count(),
                    given,
                    "unknown keys in:\n{}",
                    example.text
                );
                for (key, answer) in draft.answers.iter() {
                    self.answers.give(key, answer.text.as_str());
                }
            }
            other => panic!("`{other}` is no language of examples"),
        }
    }

    /// A branch that holds the clean connector and nothing else.
    fn clean_branch(&self) -> Branch {
        let folder = format!("{}/Contoso Invoices", self.publisher.folder());
        let touched = |name| Touched { path: format!("{folder}/{name}"), is_removed: false };
        Branch {
            name: Some("add-contoso-invoices".to_owned()),
            target: Some("upstream/dev".to_owned()),
            origin: None,
            changed: self.files.keys().map(touched).collect(),
            folder,
        }
    }

    fn change(&mut self, line: &str) {
        let words: Vec<&str> = line.splitn(3, ' ').collect();
        match words.as_slice() {
            ["remove", name] => {
                assert!(self.files.remove(*name).is_some(), "{line}");
            }
            ["rename", from, to] => {
                let bytes = self.files.remove(*from).unwrap_or_else(|| panic!("{line}"));
                self.files.insert((*to).to_owned(), bytes);
            }
            ["icon", name, looks] => {
                self.files.insert((*name).to_owned(), icon(looks));
            }
            ["text", name, text] => {
                self.files.insert((*name).to_owned(), text.as_bytes().to_vec());
            }
            ["operations", name, count] => {
                let count: usize = count.parse().unwrap_or_else(|_| panic!("{line}"));
                let operation = |at: usize| {
                    json!({"get": {
                        "operationId": format!("Operation{at}"),
                        "summary": "Do it",
                        "description": "Does it.",
                        "responses": {"204": {"description": "Done."}}
                    }})
                };
                // One is there already.
                let paths: serde_json::Map<_, _> =
                    (1..count).map(|at| (format!("/p{at}"), operation(at))).collect();
                self.patch(name, &json!({ "paths": paths }));
            }
            [place @ ("schemas" | "parts"), name, count] => {
                let count: usize = count.parse().unwrap_or_else(|_| panic!("{line}"));
                self.patch(name, &schemas(place, count));
            }
            ["pad", name, size] => {
                let size: usize = size.parse().unwrap_or_else(|_| panic!("{line}"));
                let bytes = self.files.get_mut(*name).unwrap_or_else(|| panic!("{line}"));
                let size = size.max(bytes.len());
                bytes.resize(size, b' ');
            }
            _ => panic!("`{line}` is no change to files"),
        }
    }
}

/// A patch after which the response of the clean definition, or all of it, has so many schemas.
fn schemas(place: &str, count: usize) -> Value {
    // An object counts too.
    let object = |count: usize| {
        let properties: serde_json::Map<_, _> =
            (1..count).map(|at| (format!("p{at}"), json!({"type": "string"}))).collect();
        json!({"type": "object", "properties": properties})
    };
    if place == "parts" {
        let mut schema = object(count);
        schema["items"] = Value::Null;
        return json!({"paths": {"/invoices": {"get": {"responses": {"200": {"schema": schema}}}}}});
    }
    // Two are there already, and one definition must not be too large by itself.
    let sizes = (2..count).step_by(500).map(|from| (count - from).min(500));
    let definitions: serde_json::Map<_, _> =
        sizes.enumerate().map(|(at, size)| (format!("D{at}"), object(size))).collect();
    json!({ "definitions": definitions })
}

/// A PNG picture: `WIDTHxHEIGHT`, then its background (`#rrggbb`, `transparent` or `uneven`; the
/// brand colour of the clean connector where none is told) and how many percent its logo takes.
/// Without a pixel it is the header alone.
pub(crate) fn icon(looks: &str) -> Vec<u8> {
    let mut words = looks.split(' ');
    let number = |text: &str| text.parse::<u32>().unwrap_or_else(|_| panic!("{looks}"));
    let size = words.next().and_then(|size| size.split_once('x'));
    let (width, height) = size.unwrap_or_else(|| panic!("{looks}"));
    let (width, height) = (number(width), number(height));
    let background = words.next().unwrap_or("#0a5c8f");
    let percent = words.next().map_or(50, number);
    if width == 0 || height == 0 {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0]);
        return bytes;
    }
    let channel = |at: usize| u8::from_str_radix(&background[at..at + 2], 16).expect(looks);
    let (logo_width, logo_height) = (width * percent / 100, height * percent / 100);
    let pixel = |x: u32, y: u32| match background {
        _ if x.wrapping_sub(5) < logo_width && y.wrapping_sub(5) < logo_height => {
            [240, 240, 0, 255]
        }
        "transparent" => [0, 0, 0, 0],
        "uneven" if y > height / 2 => [120, 20, 20, 255],
        "uneven" => [10, 92, 143, 255],
        _ => [channel(1), channel(3), channel(5), 255],
    };
    let pixels: Vec<u8> =
        (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

/// RFC 7386.
fn merge(value: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *value = patch.clone();
        return;
    };
    if !value.is_object() {
        *value = json!({});
    }
    let Value::Object(members) = value else { return };
    for (name, change) in patch {
        if change.is_null() {
            members.remove(name);
        } else {
            merge(members.entry(name).or_insert(Value::Null), change);
        }
    }
}
