//! Schema sites and type sites (N9): every place that describes a value, found once, each with how
//! it stands, the root it hangs from, and which keywords it has.

use super::index::Index;
use crate::source::json::{Json, Node, NodeId};

macro_rules! keywords {
    ($($keyword:ident $name:literal)*) => {
        /// The members that rules ask sites for. Which of them a site has is noted when it is
        /// found, so that the many rules about rare keywords cost next to nothing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Keyword {
            $(#[doc = concat!("`", $name, "`")] $keyword,)*
        }

        impl Keyword {
            /// Every keyword, in the order of their bits.
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$keyword),*];

            /// The member as files write it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$keyword => $name,)*
                }
            }

            /// The keyword that a member is.
            fn of(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$keyword),)*
                    _ => None,
                }
            }
        }
    };
}

keywords! {
    Reference "$ref"
    Type "type"
    Format "format"
    Enum "enum"
    EnumValues "x-ms-enum-values"
    Default "default"
    Pattern "pattern"
    Maximum "maximum"
    ExclusiveMaximum "exclusiveMaximum"
    Minimum "minimum"
    ExclusiveMinimum "exclusiveMinimum"
    MaxLength "maxLength"
    MinLength "minLength"
    MaxItems "maxItems"
    MinItems "minItems"
    MaxProperties "maxProperties"
    MinProperties "minProperties"
    MultipleOf "multipleOf"
    Items "items"
    Properties "properties"
    AdditionalProperties "additionalProperties"
    AllOf "allOf"
    Required "required"
    ReadOnly "readOnly"
    Discriminator "discriminator"
    Editor "x-ms-editor"
    Capabilities "x-ms-capabilities"
    Visibility "x-ms-visibility"
}

impl Keyword {
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
    /// The number after the last of the sites below it.
    pub end: u32,
    /// How deep it stands: 1 for a root.
    pub depth: u32,
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

    /// A schema and what is below it. The depth is that of the JSON tree, which is bounded.
    fn add_schema(&mut self, node: Node<'_>, stand: Stand, above: Option<(u32, u32)>) {
        if !node.is_object() {
            return;
        }
        let own = self.entries.len();
        let (above, below) = self.add(node, stand, above);
        let nested = Stand::Nested;
        for (_, child) in below.properties.into_iter().flat_map(Node::members) {
            self.add_schema(child, nested, above);
        }
        if let Some(items) = below.items {
            self.add_schema(items, nested, above);
            for child in items.items() {
                self.add_schema(child, nested, above);
            }
        }
        if let Some(child) = below.additional {
            self.add_schema(child, nested, above);
        }
        for child in below.all_of.into_iter().flat_map(Node::items) {
            self.add_schema(child, nested, above);
        }
        self.entries[own].end = self.next();
    }

    /// A parameter or header and its items; lists of items are not entered.
    fn add_plain(&mut self, node: Node<'_>, stand: Stand) {
        let mut next = Some((node, stand, None));
        while let Some((node, stand, above)) = next {
            if !node.is_object() {
                return;
            }
            let (above, below) = self.add(node, stand, above);
            next = below.items.map(|items| (items, Stand::Items, above));
        }
    }

    /// The number that the next site gets; a text holds fewer nodes than a `u32` can count.
    fn next(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// Adds one site, and tells what is above those below it: their root and this one's depth.
    fn add<'a>(
        &mut self,
        node: Node<'a>,
        stand: Stand,
        above: Option<(u32, u32)>,
    ) -> (Option<(u32, u32)>, Below<'a>) {
        let own = self.next();
        let (root, depth) = above.map_or((own, 1), |(root, depth)| (root, depth + 1));
        let mut entry = SiteEntry {
            node: node.id(),
            stand,
            root,
            end: own + 1,
            depth,
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
        (Some((root, depth)), below)
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

    /// The same by ids.
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
