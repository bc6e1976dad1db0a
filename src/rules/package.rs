//! Rules about the marketplace package: first what Microsoft's own script checks, in its order, then
//! what it does not look at.

mod package_custom_properties_missing;
mod package_entry_backslash;
mod package_entry_unsafe;
mod package_folder_renamed;
mod package_folder_wrong;
mod package_name_wrong;
mod package_page_differs;
mod package_page_empty;
mod package_page_renamed;
mod package_root_wrong;
mod package_solution_missing;
mod package_solutions_wrong;
mod package_unreadable;
mod solution_artefact_broken;
mod solution_artefact_missing;
mod solution_connector_unlisted;
mod solution_connectors_differ;
mod solution_definition_differs;
mod solution_file_missing;
mod solution_folder_missing;
mod solution_icon_missing;
mod solution_managed;
mod solution_policies_empty;
mod solution_prefix_differs;
mod solution_script_missing;
mod solution_workflow_mismatch;
mod solution_xml_unreadable;

use crate::connector::archive::FlawKind;
use crate::connector::package::Package;
use crate::connector::solution::Solution;
use crate::rule::{Place, Rule, Sink};
use crate::rules::quote;
use crate::source::text::printable;

/// The rules of this folder.
pub(super) static RULES: &[&Rule] = &[
    &package_name_wrong::PACKAGE_NAME_WRONG,
    &package_unreadable::PACKAGE_UNREADABLE,
    &package_entry_unsafe::PACKAGE_ENTRY_UNSAFE,
    &package_entry_backslash::PACKAGE_ENTRY_BACKSLASH,
    &package_root_wrong::PACKAGE_ROOT_WRONG,
    &package_page_renamed::PACKAGE_PAGE_RENAMED,
    &package_page_empty::PACKAGE_PAGE_EMPTY,
    &package_page_differs::PACKAGE_PAGE_DIFFERS,
    &package_folder_wrong::PACKAGE_FOLDER_WRONG,
    &package_folder_renamed::PACKAGE_FOLDER_RENAMED,
    &package_solutions_wrong::PACKAGE_SOLUTIONS_WRONG,
    &solution_file_missing::SOLUTION_FILE_MISSING,
    &solution_xml_unreadable::SOLUTION_XML_UNREADABLE,
    &solution_folder_missing::SOLUTION_FOLDER_MISSING,
    &package_solution_missing::PACKAGE_SOLUTION_MISSING,
    &solution_managed::SOLUTION_MANAGED,
    &solution_connector_unlisted::SOLUTION_CONNECTOR_UNLISTED,
    &solution_connectors_differ::SOLUTION_CONNECTORS_DIFFER,
    &solution_workflow_mismatch::SOLUTION_WORKFLOW_MISMATCH,
    &solution_artefact_missing::SOLUTION_ARTEFACT_MISSING,
    &solution_artefact_broken::SOLUTION_ARTEFACT_BROKEN,
    &solution_policies_empty::SOLUTION_POLICIES_EMPTY,
    &solution_icon_missing::SOLUTION_ICON_MISSING,
    &solution_script_missing::SOLUTION_SCRIPT_MISSING,
    &solution_definition_differs::SOLUTION_DEFINITION_DIFFERS,
    &solution_prefix_differs::SOLUTION_PREFIX_DIFFERS,
    &package_custom_properties_missing::PACKAGE_CUSTOM_PROPERTIES_MISSING,
];

/// Tells the flaws of one kind in every zip of the package.
fn say_flaws(package: &Package, kind: FlawKind, out: &mut Sink<'_>) {
    for (path, archive) in package.archives() {
        let mut count = 0;
        for flaw in archive.flaws.iter().filter(|flaw| flaw.kind == kind) {
            count += 1;
            if count > MOST_SAID {
                continue;
            }
            let (place, what) = match (flaw.entry.as_str(), kind) {
                ("", _) if path.is_empty() => (String::new(), "The package".to_owned()),
                ("", _) => (path.to_owned(), "This zip".to_owned()),
                (entry, FlawKind::Unreadable) => ([path, entry].join("/"), "This entry".to_owned()),
                // Its name may lead elsewhere, so it is no place.
                (entry, _) => (path.to_owned(), format!("The entry {}", quote(entry))),
            };
            let place = printable(place.trim_matches('/')).into_owned();
            let text = format!("{what} is not what it should be: {}.", flaw.text);
            out.say(Place::Packed(place), text);
        }
        if count > MOST_SAID {
            let text = format!("{} more entries have the same fault.", count - MOST_SAID);
            out.say(Place::Packed(path.to_owned()), text);
        }
    }
}

/// So many things are named for one fault of a zip.
const MOST_SAID: usize = 10;

/// What a solution holds, by its customisations.
fn contents(solution: &Solution) -> String {
    let Some(found) = solution.customizations() else {
        return "nothing that can be read".to_owned();
    };
    let parts = [
        (found.has_connector, "a connector"),
        (found.has_workflows, "flows"),
        (found.has_plugin, "a plugin"),
    ];
    let parts: Vec<&str> = parts.iter().filter(|(has, _)| *has).map(|(_, what)| *what).collect();
    if parts.is_empty() { "neither connector nor flow".to_owned() } else { parts.join(" and ") }
}

/// The last part of a path.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Names, as a list that stays short.
fn names<'a>(all: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = all.into_iter();
    let mut names: Vec<String> = all.by_ref().take(5).map(quote).collect();
    if all.next().is_some() {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Says the first of what is wrong, each at its place, and counts the rest at one.
fn say_few(faults: impl IntoIterator<Item = (String, String)>, rest: &str, out: &mut Sink<'_>) {
    let mut faults = faults.into_iter();
    for (place, text) in faults.by_ref().take(MOST_SAID) {
        out.say(Place::Packed(place), text);
    }
    let more = faults.count();
    if more > 0 {
        out.say(Place::Packed(rest.to_owned()), format!("{more} more have the same fault."));
    }
}
