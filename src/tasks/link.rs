//! The link to the package as the offer takes it: a shared access signature of Azure blob storage.
//! Everything that it allows stands in its query, so it can be judged without a network. Nothing of
//! the query is ever shown: whoever has it can fetch the package.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Unit};

use super::dates::{LINK_DAYS, LINK_REFUSED, REVIEW_DAYS};
use crate::rule::Level;
use crate::source::text::printable;

/// What a link allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its address without the query, safe to print.
    pub address: String,
    /// When it ends, if it says so.
    pub ends: Option<Timestamp>,
    /// Whole days until then; below zero when it has ended.
    pub days: Option<i32>,
    /// What is to be said about it, in the order of the reading.
    pub remarks: Vec<Remark>,
}

/// One thing about a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// An error gets the offer refused or the package not fetched.
    pub level: Level,
    /// What is wrong and what helps, in one or two sentences.
    pub text: String,
}

/// What was given is no link at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLink {
    /// Something else.
    Other,
    /// The connection string that the portal shows beside the link.
    ConnectionString,
}

impl fmt::Display for NoLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Other => "that is no link: one begins with https:// and names a host",
            Self::ConnectionString => {
                "that is the connection string; the link stands beside it as “Blob SAS URL”"
            }
        })
    }
}

impl Link {
    /// The gravest that was found.
    pub fn worst(&self) -> Option<Level> {
        self.remarks.iter().map(|remark| remark.level).min()
    }

    fn say(&mut self, level: Level, text: impl Into<String>) {
        self.remarks.push(Remark { level, text: text.into() });
    }
}

/// Reads a link at a moment.
///
/// # Errors
/// When the text is no address with a scheme and a host.
pub fn judge(text: &str, now: Timestamp) -> Result<Link, NoLink> {
    let text = text.trim_matches(is_around);
    let lower = text.to_ascii_lowercase();
    if ["blobendpoint=", "sharedaccesssignature=", "defaultendpointsprotocol="]
        .iter()
        .any(|part| lower.contains(part))
    {
        return Err(NoLink::ConnectionString);
    }
    let (scheme, rest) = text.split_once("://").ok_or(NoLink::Other)?;
    let rest = rest.split('#').next().unwrap_or(rest);
    // What is behind any of these may hold the signature, wherever it was put by mistake.
    let at = ["?", "&", ";", "%3f", "%3F", "sig=", "SIG="].iter().filter_map(|end| rest.find(end));
    let (place, query) = rest.split_at(at.min().unwrap_or(rest.len()));
    let (authority, path) = place.split_once('/').unwrap_or((place, ""));
    // Whatever stands before an @ is a name and a password.
    let host = authority.rsplit('@').next().unwrap_or(authority).to_ascii_lowercase();
    let (host, port) = host.split_once(':').unwrap_or((&host, "443"));
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(NoLink::Other);
    }
    let scheme = scheme.to_ascii_lowercase();
    let port = if port == "443" { String::new() } else { format!(":{port}") };
    let shown = format!("{scheme}://{host}{port}/{path}");
    let mut link = Link {
        address: printable(&shown).into_owned(),
        ends: None,
        days: None,
        remarks: Vec::new(),
    };
    if scheme != "https" {
        link.say(Level::Error, "The link has to begin with https://.");
    }
    if text.contains(|c: char| c.is_whitespace() || is_around(c)) {
        link.say(
            Level::Error,
            "A blank or a line break stands within the link, so it was broken on its way: copy it \
             again, in one piece.",
        );
        return Ok(link);
    }
    if query.contains("&amp;") {
        link.say(
            Level::Error,
            "The link was copied from the source of a page: each `&amp;` in it has to be `&`.",
        );
        return Ok(link);
    }
    place_of(&mut link, host, path);
    match query.strip_prefix('?') {
        Some(query) => signature(&mut link, &Query::read(query), path, now),
        None if query.is_empty() => signature(&mut link, &Query(Vec::new()), path, now),
        None => link.say(
            Level::Error,
            "The link has no `?` behind the name of the file, so it was changed on its way: copy it \
             again.",
        ),
    }
    Ok(link)
}

/// What editors, mails and terminals put around a link.
fn is_around(c: char) -> bool {
    c.is_whitespace() || "\"'<>`“”‘’«»\u{feff}\u{200b}".contains(c)
}

/// The members of a link's query.
const MEMBERS: [&str; 24] = [
    "sv", "ss", "srt", "sr", "sp", "st", "se", "spr", "sip", "si", "sig", "skoid", "sktid", "skt",
    "ske", "sks", "skv", "ses", "sdd", "saoid", "suoid", "scid", "rscd", "rsct",
];

/// Where the package lies.
fn place_of(link: &mut Link, host: &str, path: &str) {
    if !host.ends_with(".blob.core.windows.net") {
        link.say(
            Level::Warning,
            "The host is not one of Azure blob storage (NAME.blob.core.windows.net), which is what \
             Microsoft describes. Whether another one is taken cannot be told.",
        );
    }
    let file = decoded(path.rsplit('/').next().unwrap_or(path));
    // A file at the root of the account has no container before it.
    let is_container = !path.contains('/') && !file.to_ascii_lowercase().ends_with(".zip");
    if file.is_empty() || is_container {
        link.say(
            Level::Error,
            "The link leads to a container and not to a file in it: make one for the package \
             itself.",
        );
    } else if !file.to_ascii_lowercase().ends_with(".zip") {
        link.say(Level::Warning, "The file at the link is not called .zip.");
    }
}

/// What the signature allows, and for how long.
fn signature(link: &mut Link, query: &Query, path: &str, now: Timestamp) {
    let Some(signature) = query.get("sig").filter(|text| !text.is_empty()) else {
        let text = if query.0.is_empty() {
            "The link bears no signature (SAS), so Microsoft cannot fetch what lies there: make one \
             as the kit says."
        } else {
            "The link bears no signature: it was cut. In a shell, put quotation marks around it, \
             for an & ends a command."
        };
        return link.say(Level::Error, text);
    };
    if !is_signature(&signature) {
        link.say(
            Level::Error,
            "The signature is cut or changed: it should be 44 characters that end in =. Copy the \
             link again.",
        );
    }
    if let Some(twice) = query.twice() {
        // What is no name of a member may be a part of the signature.
        let what =
            if MEMBERS.contains(&twice) { format!("“{twice}”") } else { "A part".to_owned() };
        link.say(Level::Error, format!("{what} stands in the link more than once: copy it again."));
    }
    if query.get("sv").is_none_or(|version| version.is_empty()) {
        link.say(Level::Error, "The link does not say its version (sv): copy it again, whole.");
    }
    allows(link, query, path);
    lasts(link, query, now);
}

/// Who may do what with it.
fn allows(link: &mut Link, query: &Query, path: &str) {
    let is_policy = query.get("si").is_some();
    match query.get("sp") {
        None if is_policy => {}
        Some(rights) if rights.contains('r') => {
            if rights.chars().any(|right| right != 'r') {
                link.say(
                    Level::Warning,
                    "The link allows more than to read (sp): whoever has it may change or list \
                     what lies there. Make one with the permission to read alone.",
                );
            }
        }
        _ => link.say(
            Level::Error,
            "The link does not allow to read (sp has no r), so nobody can fetch the package.",
        ),
    }
    if query.get("spr").is_some_and(|scheme| !scheme.split(',').any(|one| one == "https")) {
        link.say(Level::Error, "The link does not allow https (spr): make one that does.");
    }
    if query.get("sip").is_some() {
        link.say(
            Level::Error,
            "The link works from some addresses only (sip), and nobody knows Microsoft's: make one \
             without.",
        );
    }
    if let (Some(services), Some(types)) = (query.get("ss"), query.get("srt")) {
        if !services.contains('b') || !types.contains('o') {
            link.say(
                Level::Error,
                "The link opens the storage account, but not the files of its blobs (ss, srt).",
            );
        } else {
            link.say(
                Level::Warning,
                "The link opens the whole storage account: make one for the package alone.",
            );
        }
    } else if query.get("sr").is_none() {
        link.say(Level::Error, "The link does not say what it opens (sr): copy it again, whole.");
    } else if matches!(query.get("sr").as_deref(), Some("c" | "d")) && path.contains('/') {
        link.say(
            Level::Warning,
            "The link opens all that lies beside the package, too (sr): make one for the package \
             alone.",
        );
    }
}

/// From when to when.
fn lasts(link: &mut Link, query: &Query, now: Timestamp) {
    let mut ends = Vec::new();
    for name in ["se", "ske"] {
        match query.get(name).map(|text| moment(&text)) {
            Some(Some(moment)) => ends.push(moment),
            Some(None) => {
                let text = format!("The end of the link ({name}) cannot be read: copy it again.");
                link.say(Level::Error, text);
            }
            None => {}
        }
    }
    let end = ends.iter().min().copied();
    match query.get("st").map(|text| moment(&text)) {
        Some(Some(starts)) if end.is_some_and(|end| end <= starts) => {
            link.say(Level::Error, "The link ends before it starts (st, se): make a new one.");
        }
        Some(Some(starts)) if starts > now => {
            let text = format!("The link does not work before {}.", day_of(starts));
            link.say(Level::Error, text);
        }
        Some(None) => {
            link.say(Level::Error, "The start of the link (st) cannot be read: copy it again.");
        }
        _ => {}
    }
    if query.get("se").is_none() {
        link.say(
            if query.get("si").is_some() { Level::Warning } else { Level::Error },
            if query.get("si").is_some() {
                "The link leaves its end to a policy of the container (si), which cannot be seen \
                 from here: see that it lasts 15 days or more."
            } else {
                "The link does not say when it ends (se): copy it again, whole."
            },
        );
    }
    let Some(end) = end else { return };
    let days = whole_days(now, end);
    link.ends = Some(end);
    link.days = Some(days);
    let on = day_of(end);
    if end <= now {
        link.say(Level::Error, format!("The link ended on {on}. Make a new one."));
    } else if days < LINK_REFUSED {
        let text = format!(
            "The link ends on {on}: under {LINK_REFUSED} days it is refused (5000.3.1.2). Make one \
             that lasts {LINK_DAYS} days or more."
        );
        link.say(Level::Error, text);
    } else if days < LINK_DAYS {
        let text = format!(
            "The link ends on {on}, in {}: {LINK_DAYS} days or more are asked for.",
            super::dates::days(days)
        );
        link.say(Level::Error, text);
    } else if days < LINK_DAYS + REVIEW_DAYS {
        let text = format!(
            "The link lasts until {on}. Should the review take a second round, it may be fetched \
             again up to {} days from now.",
            LINK_DAYS + REVIEW_DAYS
        );
        link.say(Level::Advice, text);
    }
    // Azure's own limit, whatever is asked for.
    if query.get("skoid").is_some() && days < LINK_DAYS {
        link.say(
            Level::Advice,
            "It was signed with a user's key, and such links last seven days at most: sign it with \
             the key of the storage account.",
        );
    }
}

fn whole_days(from: Timestamp, to: Timestamp) -> i32 {
    let span = from.until((Unit::Hour, to)).unwrap_or_default();
    Span::get_hours(&span).div_euclid(24)
}

fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

/// A moment as these links write it: a day, or a day and a time, by universal time unless they say
/// otherwise.
fn moment(text: &str) -> Option<Timestamp> {
    let without = |text: &str| -> Option<DateTime> {
        match text.parse::<Date>() {
            Ok(day) if !text.contains('T') => Some(day.to_datetime(Time::midnight())),
            _ => text.parse().ok(),
        }
    };
    let by_universal = |at: DateTime| Some(at.to_zoned(TimeZone::UTC).ok()?.timestamp());
    // The last year of all is beyond what can be counted with, and chosen for “never”.
    if text.starts_with("9999-") {
        return by_universal(DateTime::constant(9999, 12, 30, 0, 0, 0, 0));
    }
    if text.contains('[') {
        return None;
    }
    text.parse().ok().or_else(|| by_universal(without(text)?))
}

/// 32 bytes in base64.
fn is_signature(text: &str) -> bool {
    let body = text.strip_suffix('=').unwrap_or_default();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    body.len() == 43 && body.bytes().all(fits)
}

/// The members of a query, in order, decoded.
struct Query(Vec<(String, String)>);

impl Query {
    fn read(text: &str) -> Self {
        let members = text.split('&').filter(|member| !member.is_empty());
        let pair = |member: &str| {
            let (name, value) = member.split_once('=').unwrap_or((member, ""));
            (decoded(name).to_ascii_lowercase(), decoded(value))
        };
        Self(members.map(pair).collect())
    }

    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.clone())
    }

    fn twice(&self) -> Option<&str> {
        let mut names = self.0.iter().enumerate();
        let is_again = |(at, (name, _)): &(usize, &(String, String))| {
            self.0.iter().take(*at).any(|(before, _)| before == name)
        };
        names.find(is_again).map(|(_, (name, _))| name.as_str())
    }
}

/// Text without its percent signs. What is no escape stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escape = after.get(..2).filter(|_| *first == b'%');
        let digits = escape.and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests;
