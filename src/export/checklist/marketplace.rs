//! The package with the solutions: where it is, or how the export comes to have it.

use std::fmt::Write as _;

use crate::answers::Publisher;
use crate::export::marketplace::{complete, path};
use crate::export::{name, publisher};
use crate::rule::Checked;

/// The section of the checklist.
pub(super) fn section(checked: &Checked) -> String {
    let publisher = publisher(checked);
    let (lead, then) = match publisher {
        Publisher::Verified => (OFFER_LEAD, [CHECK, OFFER]),
        Publisher::Independent => (PULL_REQUEST_LEAD, [CHECK, PULL_REQUEST]),
    };
    let made = name(checked).filter(|_| complete(checked).is_some());
    let (mut text, steps) = match made {
        Some(name) => {
            let path = path(publisher, &name);
            (
                format!(
                    "{lead} conncert packs it of the solutions that you named: `{path}`. {MADE}"
                ),
                &[][..],
            )
        }
        None => (format!("{lead} {TO_MAKE}"), &TO_MAKE_STEPS[..]),
    };
    text.push_str("\n\n");
    for (number, step) in steps.iter().chain(&then).enumerate() {
        let _ = writeln!(text, "{}. {step}", number + 1);
    }
    text
}

const OFFER_LEAD: &str = "\
## The marketplace package

Partner Center takes a package of its own, not the folder and the zip that were exported here.";

const PULL_REQUEST_LEAD: &str = "\
## The package with the solutions

Since 2025 the pull request carries a package with solutions, too.";

const MADE: &str = "\
In it lie `intro.md` and `package.zip`, and in that a folder `PkgAssets` with the solutions as you \
named them. What changes in the maker portal from now on is not in it: export the solutions again \
then, and this package after them.";

const TO_MAKE: &str = "\
The solutions in it come out of your own environment by the maker portal; conncert packs them. To \
begin with, `conncert package solution` makes a connector solution of the files alone. That is an \
experiment: only an import in the maker portal proves that it works, and what is handed in is what \
the portal exports then.";

const TO_MAKE_STEPS: [&str; 4] = [
    "In the maker portal, put the connector into one solution, and a flow that uses it into \
     another. Publish all customisations, run Solution Checker, and export both as unmanaged.",
    "Name both zips on the page Package of the wizard, or as `package.connector_solution` and \
     `package.flow_solution` with `--set`. conncert says what each is and what is wrong with it.",
    "Write `intro.md` beside the definition. It becomes the connector's public page: at most eight \
     sentences on what it is for, other than its description; then prerequisites, how to get \
     credentials (unless there are none), getting started, known issues and limitations, common \
     errors and remedies, frequent questions. Leave the operations out: Microsoft lists them by \
     itself.",
    "Export again. The package then has this layout:

   ```text
   intro.md
   package.zip
     PkgAssets/
       ConnectorSolution.zip
       FlowSolution.zip
   ```
",
];

const CHECK: &str = "\
Let `conncert package check ZIP` go through it once more, as often as you like. Where there is \
Windows, let Microsoft's own script look at it, too: `ConnectorPackageValidator.ps1 \
\"C:\\packages\\contoso-invoices.zip\" n`. Read what it prints: its exit code is 0 either way.";

const OFFER: &str = "Upload the zip, and give the link to it in the offer.";

const PULL_REQUEST: &str = "\
It lies in the connector's folder, beside `intro.md`: commit both with the other files.";
