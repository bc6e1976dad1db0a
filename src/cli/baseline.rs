//! `conncert check --write-baseline`: what is found now is accepted for now.

use std::fmt::Write as _;
use std::path::Path;

use super::exit::Failure;
use super::shell::Shell;
use crate::check::renewal::{Renewal, renewal};
use crate::connector::files::{Body, Role};
use crate::format::plural;
use crate::rule::Checked;
use crate::settings::baseline::merged;
use crate::store;

/// Writes the baselines of connectors: each into its own `conncert.toml`, or that of one connector
/// into the file that was named.
pub(super) fn write(
    config: Option<&Path>,
    checked: &[Checked],
    shell: Shell,
) -> Result<(), Failure> {
    if config.is_some() && checked.len() > 1 {
        return Err(Failure::usage(
            format!("one file cannot hold the baselines of {} connectors", checked.len()),
            "leave out --config, so that each gets a conncert.toml of its own",
        ));
    }
    for checked in checked {
        write_one(config, checked, shell)?;
    }
    Ok(())
}

fn write_one(config: Option<&Path>, checked: &Checked, shell: Shell) -> Result<(), Failure> {
    let Some(connector) = checked.submission.connector.as_deref() else {
        return Err(Failure::usage(
            "answers have no baseline, since they belong to a draft",
            "name a connector's folder",
        ));
    };
    let facts = connector.facts(Role::Settings);
    let path = config.map_or_else(|| connector.folder().join(facts.name), Path::to_owned);
    let settings = checked.report.settings.config.as_deref();
    if settings.is_some_and(|settings| !settings.faults.is_empty()) {
        return Err(Failure::new(
            format!("{} cannot be understood, so nothing was written into it", path.display()),
            "mend what `conncert check` finds in it",
        ));
    }
    let before = match facts.body {
        Some(Body::Text(text)) => Some(&**text),
        _ => None,
    };
    let renewal = renewal(checked);
    let after = merged(before.unwrap_or_default(), &renewal.gone, &renewal.come);
    if after != before.unwrap_or_default() {
        store::write_settings(&path, before, &after)?;
    }
    shell.note(format!("{}: {}", path.display(), told(&renewal)));
    for rule in &renewal.refused {
        shell.note(format!("`{rule}` is always judged, so no baseline holds what it found"));
    }
    Ok(())
}

fn told(renewal: &Renewal<'_>) -> String {
    let (come, gone) = (renewal.come.len(), renewal.gone.len());
    let mut text = match renewal.kept + come {
        0 => "nothing is in the baseline".to_owned(),
        count => format!("{} in the baseline", plural(count, "finding is", "findings are")),
    };
    if come > 0 && renewal.kept > 0 {
        // Writing to a String cannot fail.
        let _ = write!(text, ", {come} of them new");
    }
    if gone > 0 {
        let _ = write!(text, "; {} taken out", plural(gone, "entry was", "entries were"));
    }
    text
}
