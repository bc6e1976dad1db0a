//! `conncert package link`: reads a link to the package and says what it allows and how long it
//! lasts. It is never opened.

use std::fmt::Write as _;
use std::io::{self, Read as _};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use crate::cli::args::package::{LinkFormat, PackageLinkArguments};
use crate::cli::exit::{Exit, Failure};
use crate::cli::shell::Shell;
use crate::rule::Level;
use crate::tasks::dates::days;
use crate::tasks::link::{Link, judge};

/// No link is longer than this many bytes.
const LONGEST: u64 = 16 * 1024;

/// Runs it.
pub(super) fn run(arguments: &PackageLinkArguments, shell: Shell) -> Result<Exit, Failure> {
    let text = if arguments.link == "-" { typed()? } else { arguments.link.clone() };
    let link = judge(&text, Timestamp::now()).map_err(|error| {
        Failure::usage(error, "give it as the storage shows it, in quotation marks")
    })?;
    let fails = link.worst() == Some(Level::Error);
    let told = match arguments.format {
        LinkFormat::Human => human(&link, fails),
        LinkFormat::Json => json(&link, fails)?,
    };
    shell.print(&told)?;
    Ok(if fails { Exit::Findings } else { Exit::Clean })
}

fn typed() -> Result<String, Failure> {
    let failed = |reason: String| {
        Failure::new(format!("the standard input cannot be read: {reason}"), "give the link there")
    };
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LONGEST).read_to_end(&mut bytes);
    read.map_err(|error| failed(error.to_string()))?;
    // Windows PowerShell writes files so.
    if let Some(wide) = bytes.strip_prefix(b"\xff\xfe") {
        let units = wide.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        return Ok(char::decode_utf16(units).filter_map(Result::ok).collect());
    }
    String::from_utf8(bytes).map_err(|_| failed("it is no text".to_owned()))
}

fn human(link: &Link, fails: bool) -> String {
    let mut text = format!("{}\n", link.address);
    if let (Some(ends), Some(left)) = (link.ends, link.days) {
        let ends = ends.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M");
        let when = if left < 0 { "over".to_owned() } else { format!("in {}", days(left)) };
        let _ = writeln!(text, "ends {ends} UTC, {when}");
    }
    for remark in &link.remarks {
        let _ = writeln!(text, "{}: {}", remark.level.word(), remark.text);
    }
    text.push_str(if fails {
        "\nThis link would not pass.\n"
    } else {
        "\nNothing speaks against this link. Whether it opens, only a browser can tell: try it in a \
         private window.\n"
    });
    text
}

fn json(link: &Link, fails: bool) -> Result<String, Failure> {
    let remarks = link.remarks.iter();
    let remarks: Vec<_> = remarks
        .map(|remark| json!({ "level": remark.level.word(), "message": remark.text }))
        .collect();
    let told = json!({
        "schema": 1,
        "address": link.address,
        "ends": link.ends.map(|ends| ends.to_string()),
        "days": link.days,
        "passes": !fails,
        "remarks": remarks,
    });
    let text = serde_json::to_string_pretty(&told);
    let text = text.map_err(|error| Failure::new(error, "this is a fault of conncert"))?;
    Ok(format!("{text}\n"))
}
