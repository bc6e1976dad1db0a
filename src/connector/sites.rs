//! Schema sites and type sites (N9): every place that describes a value, found once, each with how
//! it stands, the root it hangs from, and which keywords it has.

use super::index::Index;
use crate::source::json::{Json, Node, NodeId};

/// The members that rules ask sites for. Which of them a site has is noted when it is found, so
/// that the many rules about rare keywords cost next to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called like the member, see `name`")]
pub enum Keyword {
    Reference,
    Type,
    Format,
    Enum,
    EnumValues,
    Default,
    Pattern,
    Maximum,
    ExclusiveMaximum,
    Minimum,
    ExclusiveMinimum,
    MaxLength,
    MinLength,
    MaxItems,
    MinItems,
    MaxProperties,
    MinProperties,
    MultipleOf,
    Items,
    Properties,
    AdditionalProperties,
    AllOf,
    Required,
    ReadOnly,
    Discriminator,
    Editor,
    Capabilities,
    Visibility,
}

impl Keyword {
    /// Every keyword, in the order of their bits.
    const ALL: [Self; 28] = [
        Self::Reference,
        Self::Type,
        Self::Format,
        Self::Enum,
        Self::EnumValues,
        Self::Default,
        Self::Pattern,
        Self::Maximum,
        Self::ExclusiveMaximum,
        Self::Minimum,
        Self::ExclusiveMinimum,
        Self::MaxLength,
        Self::MinLength,
        Self::MaxItems,
        Self::MinItems,
        Self::MaxProperties,
        Self::MinProperties,
        Self::MultipleOf,
        Self::Items,
        Self::Properties,
        Self::AdditionalProperties,
        Self::AllOf,
        Self::Required,
        Self::ReadOnly,
        Self::Discriminator,
        Self::Editor,
        Self::Capabilities,
        Self::Visibility,
    ];

    /// The member as files write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reference => "$ref",
            Self::Type => "type",
            Self::Format => "format",
            Self::Enum => "enum",
            Self::EnumValues => "x-ms-enum-values",
            Self::Default => "default",
            Self::Pattern => "pattern",
            Self::Maximum => "maximum",
            Self::ExclusiveMaximum => "exclusiveMaximum",
            Self::Minimum => "minimum",
            Self::ExclusiveMinimum => "exclusiveMinimum",
            Self::MaxLength => "maxLength",
            Self::MinLength => "minLength",
            Self::MaxItems => "maxItems",
            Self::MinItems => "minItems",
            Self::MaxProperties => "maxProperties",
            Self::MinProperties => "minProperties",
            Self::MultipleOf => "multipleOf",
            Self::Items => "items",
            Self::Properties => "properties",
            Self::AdditionalProperties => "additionalProperties",
            Self::AllOf => "allOf",
            Self::Required => "required",
            Self::ReadOnly => "readOnly",
            Self::Discriminator => "discriminator",
            Self::Editor => "x-ms-editor",
            Self::Capabilities => "x-ms-capabilities",
            Self::Visibility => "x-ms-visibility",
        }
    }

    /// The keyword that a member is; most members are one of the few that every schema has.
    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keyword| keyword.name() == name)
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// How a site stands in the definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stand {
    /// The direct `schema` of a parameter.
    ParameterSchema,
    /// The direct `schema` of a response.
    ResponseSchema,
    /// The direct `schema` of an `x-ms-notification-content`.
    NotificationSchema,
    /// A value of `/definitions`.
    Definition,
    /// A schema below another one.
    Nested,
    /// A parameter that is not in the body.
    Parameter,
    /// A header of a response.
    Header,
    /// The `items` of a parameter or header, or theirs.
    Items,
}

/// A site, by ids.
#[derive(Debug, Clone, Copy)]
pub struct SiteEntry {
    /// The object.
    pub node: NodeId,
    /// How it stands.
    pub stand: Stand,
    /// The number of the site that it hangs from, its own where it is a root.
    pub root: u32,
    keywords: u32,
    /// Its `$ref` is text.
    is_reference: bool,
}

impl SiteEntry {
    /// Whether it has a member, whatever its value.
    pub const fn has(&self, keyword: Keyword) -> bool {
        self.keywords & keyword.bit() != 0
    }

    /// Whether it has a string `$ref`.
    pub const fn is_reference(&self) -> bool {
        self.is_reference
    }
}

/// Every site of a definition.
#[derive(Debug)]
pub struct Sites {
    /// Schema sites first, each root followed by what is below it in document order; then
    /// parameters, headers, and their items.
    entries: Vec<SiteEntry>,
    /// How many of them are schema sites.
    schemas: usize,
}

impl Sites {
    pub(super) fn new(json: &Json, index: &Index) -> Self {
        let mut sites = Self { entries: Vec::new(), schemas: 0 };
        let schema = |id: &NodeId| json.node(*id).get("schema");
        for node in index.parameter_sites().iter().filter_map(schema) {
            sites.add_schema(node, Stand::ParameterSchema, None);
        }
        for node in index.response_sites().iter().filter_map(schema) {
            sites.add_schema(node, Stand::ResponseSchema, None);
        }
        for node in super::index::path_items(json.root()) {
            let content = node.get("x-ms-notification-content");
            if let Some(node) = content.and_then(|content| content.get("schema")) {
                sites.add_schema(node, Stand::NotificationSchema, None);
            }
        }
        let definitions = json.root().get("definitions").filter(|map| map.is_object());
        for (_, node) in definitions.into_iter().flat_map(Node::members) {
            sites.add_schema(node, Stand::Definition, None);
        }
        sites.schemas = sites.entries.len();
        for id in index.parameter_sites() {
            let node = json.node(*id);
            if node.text("in").is_none_or(|place| place != "body") {
                sites.add_plain(node, Stand::Parameter);
            }
        }
        for id in index.response_sites() {
            let headers = json.node(*id).get("headers").filter(|map| map.is_object());
            for (_, node) in headers.into_iter().flat_map(Node::members) {
                sites.add_plain(node, Stand::Header);
            }
        }
        sites
    }

    /// Every schema site.
    pub fn schemas(&self) -> &[SiteEntry] {
        &self.entries[..self.schemas]
    }

    /// Every type site; the schema sites with a string `$ref` are none.
    pub fn types(&self) -> impl Iterator<Item = &SiteEntry> {
        self.entries.iter().filter(|entry| !entry.is_reference)
    }

    /// The site that another one hangs from.
    pub fn root_of(&self, site: &SiteEntry) -> &SiteEntry {
        self.entries.get(site.root as usize).unwrap_or(&self.entries[0])
    }

    /// A schema and what is below it. The depth is that of the JSON tree, which is bounded.
    fn add_schema(&mut self, node: Node<'_>, stand: Stand, root: Option<u32>) {
        if !node.is_object() {
            return;
        }
        let (root, below) = self.add(node, stand, root);
        let nested = Stand::Nested;
        for (_, child) in below.properties.into_iter().flat_map(Node::members) {
            self.add_schema(child, nested, Some(root));
        }
        if let Some(items) = below.items {
            self.add_schema(items, nested, Some(root));
            for child in items.items() {
                self.add_schema(child, nested, Some(root));
            }
        }
        if let Some(child) = below.additional {
            self.add_schema(child, nested, Some(root));
        }
        for child in below.all_of.into_iter().flat_map(Node::items) {
            self.add_schema(child, nested, Some(root));
        }
    }

    /// A parameter or header and its items; lists of items are not entered.
    fn add_plain(&mut self, node: Node<'_>, stand: Stand) {
        let mut next = Some((node, stand, None));
        while let Some((node, stand, root)) = next {
            if !node.is_object() {
                return;
            }
            let (root, below) = self.add(node, stand, root);
            next = below.items.map(|items| (items, Stand::Items, Some(root)));
        }
    }

    fn add<'a>(&mut self, node: Node<'a>, stand: Stand, root: Option<u32>) -> (u32, Below<'a>) {
        // A text holds fewer nodes than a u32 can count.
        let own = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let mut entry = SiteEntry {
            node: node.id(),
            stand,
            root: root.unwrap_or(own),
            keywords: 0,
            is_reference: false,
        };
        let mut below = Below::default();
        for (name, child) in node.members() {
            let Some(keyword) = Keyword::of(&name) else { continue };
            entry.keywords |= keyword.bit();
            match keyword {
                Keyword::Reference => entry.is_reference = child.is_string(),
                Keyword::Properties => below.properties = Some(child).filter(|map| map.is_object()),
                Keyword::Items => below.items = Some(child),
                Keyword::AdditionalProperties => below.additional = Some(child),
                Keyword::AllOf => below.all_of = Some(child),
                _ => {}
            }
        }
        self.entries.push(entry);
        (entry.root, below)
    }
}

/// Where a site goes on.
#[derive(Default)]
struct Below<'a> {
    properties: Option<Node<'a>>,
    items: Option<Node<'a>>,
    additional: Option<Node<'a>>,
    all_of: Option<Node<'a>>,
}

/// A site as rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The object.
    pub node: Node<'a>,
    entry: SiteEntry,
}

impl<'a> Site<'a> {
    pub(super) fn new(json: &'a Json, entry: SiteEntry) -> Self {
        Self { node: json.node(entry.node), entry }
    }

    /// How it stands.
    pub const fn stand(&self) -> Stand {
        self.entry.stand
    }

    /// The number of the site that it hangs from.
    pub const fn entry(&self) -> &SiteEntry {
        &self.entry
    }

    /// Whether it has a string `$ref`.
    pub const fn is_reference(&self) -> bool {
        self.entry.is_reference
    }

    /// Whether it has a member, whatever its value.
    pub const fn has(&self, keyword: Keyword) -> bool {
        self.entry.has(keyword)
    }

    /// The value of a member.
    pub fn get(&self, keyword: Keyword) -> Option<Node<'a>> {
        if self.has(keyword) { self.node.get(keyword.name()) } else { None }
    }

    /// The value of a member that is a number.
    pub fn number(&self, keyword: Keyword) -> Option<f64> {
        self.get(keyword)?.as_f64()
    }

    /// Whether a member is exactly this text.
    pub fn is(&self, keyword: Keyword, text: &str) -> bool {
        self.get(keyword).and_then(Node::as_str).is_some_and(|found| found == text)
    }
}

#[cfg(test)]
mod tests;
