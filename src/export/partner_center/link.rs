//! How the package is uploaded and how the link to it is made, with the day on which it may end.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::answers::Publisher;
use crate::export::marketplace;
use crate::export::shell::quoted;
use crate::rule::Checked;
use crate::tasks::dates::{LINK_DAYS, LINK_REFUSED, REVIEW_DAYS};

/// The section about the tab Packages.
pub(super) fn section(checked: &Checked, name: &str, today: Date) -> String {
    let package = marketplace::path(Publisher::Verified, name);
    let made = if marketplace::complete(checked).is_some() {
        format!("The package lies in `{package}` beside this file.")
    } else {
        format!(
            "The package is not made yet: the checklist says how. The commands take it to lie in \
             `{package}` beside this file."
        )
    };
    // Whoever makes the link on the last hour of a day has that day, too.
    let least = after(today, LINK_DAYS + 1);
    let best = after(today, LINK_DAYS + REVIEW_DAYS + 1);
    let blob = blob(name);
    let file = quoted(&format!("EXPORT/{package}"));
    format!(
        "\
{made}

Microsoft fetches it by a link that ends (SAS). It has to last {LINK_DAYS} days from the day on \
which the offer is published, and under {LINK_REFUSED} days it is refused. Should the review take \
a second round, the package may be fetched again: with room for that, a link made on {today} ends \
on **{best}**, and on {least} at the earliest.

In the Azure portal: upload the zip into a private container of a storage account, open it there, \
and choose Generate SAS: signing method *Account key* (a link signed with a user's key lasts seven \
days at most), permission *Read* alone, expiry {best}, HTTPS only. Or in a shell that is signed in \
with `az login`, with your names in capitals replaced, and this folder in place of `EXPORT`:

```sh
az storage blob upload --auth-mode key --account-name ACCOUNT --container-name CONTAINER --name '{blob}' --file {file}
az storage blob generate-sas --auth-mode key --account-name ACCOUNT --container-name CONTAINER --name '{blob}' --permissions r --https-only --expiry {best}T23:59Z --full-uri --output tsv
```

Then let conncert read it; it goes nowhere, and the shell does not keep it:

```sh
conncert package link -
```

Paste the link and end the input (Ctrl+D; on Windows Ctrl+Z and Enter). Try it in a private window \
of a browser, too. Paste it into the field SAS URI without a blank before or behind it: with one \
the form refuses to save and does not say why. Put its last day into the step Dates of conncert.

On saving, Partner Center fetches the package and checks it. No second connector may be in the \
connector solution, not even a copy of this one.

"
    )
}

fn after(day: Date, days: i32) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// The name of the blob: letters, digits and hyphens need no escapes in a link.
fn blob(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let slug: String = name.chars().map(safe).collect();
    let parts: Vec<&str> = slug.split('-').filter(|part| !part.is_empty()).collect();
    let slug = if parts.is_empty() { "connector".to_owned() } else { parts.join("-") };
    format!("{slug}.zip")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blobs_have_plain_names() {
        assert_eq!(blob("Contoso Invoices (v2)"), "contoso-invoices-v2.zip");
        assert_eq!(blob("東京"), "connector.zip");
    }
}
