//! The kinds of object that Swagger 2.0 knows, and their members with the JSON type of each (N4).
//! Data only; `flaws` holds a definition against it.

use crate::source::json::{Kind as Json, Node};

/// A kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The whole definition.
    Root,
    /// `/info`
    Info,
    /// `/info/contact`
    Contact,
    /// `/info/license`
    License,
    /// An element of `/tags`.
    Tag,
    /// `externalDocs` of the root, a tag, an operation or a schema.
    ExternalDocs,
    /// A path.
    PathItem,
    /// A method of a path.
    Operation,
    /// A parameter.
    Parameter,
    /// `items` of a parameter or header, or theirs.
    Items,
    /// A response.
    Response,
    /// A header of a response.
    Header,
    /// A schema.
    Schema,
}

/// The JSON type of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is called like the type")]
pub enum Type {
    String,
    Number,
    Integer,
    Boolean,
    Array,
    Object,
    /// Anything, or something that is not checked.
    Any,
}

impl Type {
    /// Whether a value is of this type; `10.0` is an integer, `null` is nothing.
    pub fn fits(self, node: Node<'_>) -> bool {
        match (self, node.kind()) {
            (Self::Any, _)
            | (Self::String, Json::String)
            | (Self::Number, Json::Number)
            | (Self::Boolean, Json::Bool)
            | (Self::Array, Json::Array)
            | (Self::Object, Json::Object) => true,
            (Self::Integer, Json::Number) => {
                node.as_f64().is_some_and(|value| value.fract() == 0.0)
            }
            _ => false,
        }
    }

    /// As a message says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::String => "a text",
            Self::Number => "a number",
            Self::Integer => "a whole number",
            Self::Boolean => "true or false",
            Self::Array => "a list",
            Self::Object => "an object",
            Self::Any => "any value",
        }
    }
}

/// Names that share a type.
type Members = &'static [(Type, &'static [&'static str])];

const ROOT: Members = &[
    (Type::String, &["swagger", "host", "basePath"]),
    (
        Type::Object,
        &[
            "info",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "externalDocs",
        ],
    ),
    (Type::Array, &["schemes", "consumes", "produces", "security", "tags"]),
];
const INFO: Members = &[
    (Type::String, &["title", "version", "description", "termsOfService"]),
    (Type::Object, &["contact", "license"]),
];
const CONTACT: Members = &[(Type::String, &["name", "url", "email"])];
const LICENSE: Members = &[(Type::String, &["name", "url"])];
const TAG: Members = &[(Type::String, &["name", "description"]), (Type::Object, &["externalDocs"])];
const EXTERNAL_DOCS: Members = &[(Type::String, &["description", "url"])];
const PATH_ITEM: Members = &[
    (Type::Object, &super::definition::METHODS),
    (Type::Array, &["parameters"]),
    (Type::Any, &["$ref"]),
];
const OPERATION: Members = &[
    (Type::String, &["summary", "description", "operationId"]),
    (Type::Object, &["responses", "externalDocs"]),
    (Type::Array, &["tags", "produces", "consumes", "parameters", "schemes", "security"]),
    (Type::Boolean, &["deprecated"]),
];
/// What describes a value, wherever it stands.
const TYPED: Members = &[
    (Type::String, &["type", "format", "pattern"]),
    (Type::Number, &["maximum", "minimum", "multipleOf"]),
    (Type::Boolean, &["exclusiveMaximum", "exclusiveMinimum", "uniqueItems"]),
    (Type::Integer, &["maxLength", "minLength", "maxItems", "minItems"]),
    (Type::Array, &["enum"]),
    (Type::Any, &["default"]),
];
const PARAMETER: Members = &[
    (Type::String, &["name", "in", "description", "collectionFormat"]),
    (Type::Boolean, &["required", "allowEmptyValue"]),
    (Type::Object, &["schema", "items"]),
    (Type::Any, &["$ref"]),
];
const ITEMS: Members = &[(Type::String, &["collectionFormat"]), (Type::Object, &["items"])];
const HEADER: Members =
    &[(Type::String, &["description", "collectionFormat"]), (Type::Object, &["items"])];
const RESPONSE: Members = &[
    (Type::String, &["description"]),
    (Type::Object, &["schema", "headers", "examples"]),
    (Type::Any, &["$ref"]),
];
const SCHEMA: Members = &[
    (Type::String, &["description", "title", "discriminator"]),
    (Type::Object, &["properties"]),
    (Type::Array, &["required", "allOf"]),
    (Type::Integer, &["maxProperties", "minProperties"]),
    (Type::Boolean, &["readOnly"]),
    (Type::Any, &["items", "additionalProperties", "xml", "externalDocs", "example", "$ref"]),
];

impl Kind {
    /// Its members, in two tables.
    const fn members(self) -> [Members; 2] {
        match self {
            Self::Root => [ROOT, &[]],
            Self::Info => [INFO, &[]],
            Self::Contact => [CONTACT, &[]],
            Self::License => [LICENSE, &[]],
            Self::Tag => [TAG, &[]],
            Self::ExternalDocs => [EXTERNAL_DOCS, &[]],
            Self::PathItem => [PATH_ITEM, &[]],
            Self::Operation => [OPERATION, &[]],
            Self::Parameter => [PARAMETER, TYPED],
            Self::Items => [ITEMS, TYPED],
            Self::Response => [RESPONSE, &[]],
            Self::Header => [HEADER, TYPED],
            Self::Schema => [TYPED, SCHEMA],
        }
    }

    /// The type of a member; none for one that Swagger does not know here.
    pub fn member(self, name: &str) -> Option<Type> {
        let tables = self.members().into_iter().flatten();
        tables.into_iter().find(|(_, names)| names.contains(&name)).map(|(found, _)| *found)
    }

    /// The members that must be there, whatever else is.
    pub const fn required(self) -> &'static [&'static str] {
        match self {
            Self::Root => &["info", "paths"],
            Self::Info => &["version", "title", "description", "contact"],
            Self::License | Self::Tag => &["name"],
            Self::ExternalDocs => &["url"],
            Self::Parameter => &["name", "in"],
            Self::Items | Self::Header => &["type"],
            Self::Response => &["description"],
            Self::Contact | Self::PathItem | Self::Operation | Self::Schema => &[],
        }
    }

    /// As a message says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Root => "the definition",
            Self::Info => "`info`",
            Self::Contact => "`contact`",
            Self::License => "`license`",
            Self::Tag => "a tag",
            Self::ExternalDocs => "`externalDocs`",
            Self::PathItem => "a path",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::Items => "`items`",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::Schema => "a schema",
        }
    }
}

/// Where a parameter goes.
pub const PLACES: &[&str] = &["query", "path", "header", "body", "formData"];
/// The types of items and headers.
pub const PLAIN_TYPES: &[&str] = &["string", "number", "integer", "boolean", "array"];
/// The types of parameters that are not in the body.
pub const PARAMETER_TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "file"];
/// The types of schemas.
pub const SCHEMA_TYPES: &[&str] =
    &["string", "object", "array", "integer", "number", "boolean", "file"];
/// `x-ms-visibility`
pub const VISIBILITIES: &[&str] = &["important", "advanced", "internal", ""];
/// `x-ms-trigger`
pub const TRIGGERS: &[&str] = &["single", "batch"];
/// `x-ms-url-encoding`
pub const ENCODINGS: &[&str] = &["single", "double"];
/// `status` of `x-ms-api-annotation`
pub const STATUSES: &[&str] = &["Production", "Preview"];
/// `type` of a security definition
pub const SECURITY_TYPES: &[&str] = &["basic", "apiKey", "oauth2"];
/// `flow` of an oauth2 definition
pub const FLOWS: &[&str] = &["implicit", "password", "application", "accessCode"];
/// `in` of an apiKey definition
pub const KEY_PLACES: &[&str] = &["header", "query"];
