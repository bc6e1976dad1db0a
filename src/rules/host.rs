//! Rules about host, base path and schemes.

mod base_path_slash_missing;
mod host_is_address;
mod host_malformed;
mod host_missing;
mod host_not_production;
mod https_missing;
mod scheme_besides_https;

use crate::rule::Rule;
use std::borrow::Cow;

use crate::connector::definition::Definition;
use crate::connector::terms;
use crate::source::json::Node;

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

/// The host, unless it is blank.
fn host(definition: &Definition) -> Option<Cow<'_, str>> {
    definition.root().text("host").filter(|host| !terms::is_blank(Some(host)))
}

/// A host name and perhaps a port, without scheme, path, blanks or braces.
fn is_bare(host: &str) -> bool {
    let plain = |text: &str| !text.is_empty() && !text.contains(['{', '}', '/', ' ', ':', '\\']);
    match host.split_once(':') {
        Some((name, port)) => {
            plain(name) && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
        }
        None => plain(host),
    }
}

/// The elements of `/schemes`; none when it is no list.
fn schemes(definition: &Definition) -> impl Iterator<Item = Node<'_>> {
    definition.root().get("schemes").into_iter().flat_map(Node::items)
}
