//! Rules about host, base path and schemes.

mod base_path_slash_missing;
mod host_is_address;
mod host_malformed;
mod host_missing;
mod host_not_production;
mod https_missing;
mod scheme_besides_https;

use crate::connector::definition::Definition;
use crate::connector::terms::is_blank;
use crate::rule::Rule;
use crate::source::json::Node;
use std::borrow::Cow;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &host_missing::HOST_MISSING,
    &host_malformed::HOST_MALFORMED,
    &host_is_address::HOST_IS_ADDRESS,
    &host_not_production::HOST_NOT_PRODUCTION,
    &base_path_slash_missing::BASE_PATH_SLASH_MISSING,
    &https_missing::HTTPS_MISSING,
    &scheme_besides_https::SCHEME_BESIDES_HTTPS,
];

/// The host as written, unless it is blank.
fn text(definition: &Definition) -> Option<Cow<'_, str>> {
    definition.root().text("host").filter(|host| !is_blank(Some(host)))
}

/// A well-formed host: a name and perhaps a port.
struct Host<'a>(Cow<'a, str>);

impl Host<'_> {
    /// What stands before the port.
    fn name(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }
}

/// The host, when it is well-formed; else `host-missing` or `host-malformed` speaks.
fn host(definition: &Definition) -> Option<Host<'_>> {
    let text = text(definition)?;
    let (name, port) =
        text.split_once(':').map_or((&*text, None), |(name, port)| (name, Some(port)));
    let name_fits = !name.is_empty() && !name.contains(['{', '}', '/', ' ', '\\']);
    let port_fits =
        port.is_none_or(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    (name_fits && port_fits).then_some(Host(text))
}

/// The elements of `/schemes`.
fn schemes(definition: &Definition) -> impl Iterator<Item = Node<'_>> {
    definition.root().get("schemes").into_iter().flat_map(Node::items)
}

fn is_https(scheme: Node<'_>) -> bool {
    scheme.as_str().is_some_and(|text| text == "https")
}

fn offers_https(definition: &Definition) -> bool {
    schemes(definition).any(is_https)
}
