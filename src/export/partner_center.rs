//! `PARTNER_CENTER.md`: the offer of a verified publisher, tab by tab, with each text ready to
//! paste. No secret stands in it, only where each one goes.

mod link;
mod reviewers;

use std::fmt::Write as _;

use super::markdown::plain;
use super::told::{description, is_update, title, told, ways};
use super::{Artifact, ExportSettings, Exporter, Refusal, named, publisher};
use crate::answers::Publisher;
use crate::rule::Checked;
use crate::source::text::printable;
use crate::tasks::journey;

pub(super) static EXPORTER: Exporter = Exporter {
    name: "partner-center",
    makes: "the texts of the offer in Partner Center",
    is_package: true,
    export,
};

fn export(checked: &Checked, settings: &ExportSettings) -> Result<Vec<Artifact>, Refusal> {
    // Independent publishers hand in by a pull request alone.
    if publisher(checked) == Publisher::Independent {
        return Ok(Vec::new());
    }
    let name = named(checked)?;
    let sections = [
        ("Make the offer", Some(offer(checked, &name))),
        ("Packages: the SAS URI", Some(link::section(checked, &name, settings.date))),
        ("Packages: OAuth 2", redirects(checked)),
        ("Properties", Some(properties(checked))),
        ("Texts of the listing", Some(listing(checked))),
        ("The account of the reviewers", Some(reviewers::section(checked))),
        ("Publish, and then", Some(afterwards())),
    ];
    let sections = sections.into_iter().filter_map(|(title, body)| Some((title, body?)));
    let mut text = format!("# The offer in Partner Center: {}\n\n{LEAD}", plain(&name));
    for (number, (title, body)) in sections.enumerate() {
        let _ = write!(text, "## {}. {title}\n\n{body}", number + 1);
    }
    Ok(vec![Artifact { path: "PARTNER_CENTER.md".to_owned(), bytes: text.into_bytes() }])
}

const LEAD: &str = "\
The tabs of the form, in their order. What stands in a box is ready to paste. Microsoft publishes \
no list of the fields and of how long their texts may be, and renames them at times; the limits \
told here are those of the connector's own files.

Keys, passwords and client secrets go into the form and nowhere else: not into this file, the \
connector's files or the package.

Before you begin: the seller account has to be verified and enrolled in the Microsoft 365 and \
Copilot program, and the account that hands in needs a mail address in Microsoft Entra. Without \
that address an offer is turned down by itself.

";

fn offer(checked: &Checked, name: &str) -> String {
    let mut text = String::new();
    if is_update(checked) {
        text.push_str(
            "An update goes through the offer that you have: open it at \
             https://partner.microsoft.com/dashboard/home under Marketplace offers, Microsoft 365 \
             and Copilot, and change the sections below from its tab Product overview. A second \
             offer would be a second connector.\n\n",
        );
    } else {
        text.push_str(
            "At https://partner.microsoft.com/dashboard/home: Marketplace offers, Microsoft 365 \
             and Copilot, New offer. The type is called “Power Platform Connector”, and of late \
             “Connectors & Agents in Microsoft Copilot Studio”.\n\n",
        );
    }
    field(
        &mut text,
        "Name",
        "Only you see it. It has to be unlike those of your other offers.",
        name,
    );
    text.push_str("The tab Product setup asks for nothing.\n\n");
    text
}

fn properties(checked: &Checked) -> String {
    let mut text = String::new();
    let categories = told(checked, "support.categories");
    let categories = categories.map(|text| text.replace(';', ", "));
    gap_or(
        &mut text,
        "Categories",
        "The form takes up to three of its own list; pick those that are the same as or next to \
         the ones in the definition (one or two).",
        categories,
    );
    text.push_str(
        "### Terms\n\nTick the Standard Contract of the commercial marketplace, or give the \
         address of your own licence terms. conncert does not know it.\n\n",
    );
    gap_or(
        &mut text,
        "Privacy policy link",
        "The same as in the definition, with https://.",
        told(checked, "support.privacy_policy"),
    );
    gap_or(
        &mut text,
        "Support document link",
        "Where customers find help, with https://.",
        told(checked, "support.url"),
    );
    text.push_str(
        "### Availability\n\nLeave the key that hides the offer empty, unless the connector is to \
         stay hidden: with a key no page of documentation is made, either. For notices give an \
         address that is read.\n\n",
    );
    text
}

fn listing(checked: &Checked) -> String {
    let mut text = "\
The page that people see is made of the package: `intro.md`, and title, description and contact of \
the definition. Where the form asks for texts all the same, paste these, so that they agree.

"
    .to_owned();
    let all = [
        ("Title", "At most 30 characters.", title(checked)),
        (
            "Summary",
            "One sentence, where a short text is asked for: the first of the description.",
            description(checked).map(|text| first_sentence(&text).to_owned()),
        ),
        ("Description", "30 to 500 characters.", description(checked)),
        ("Web site", "The site of the product.", told(checked, "support.website")),
        ("Support contact", "The team that customers write to.", told(checked, "support.name")),
        ("Support e-mail", "A mailbox that is read.", told(checked, "support.email")),
        ("Publisher", "As in apiProperties.json.", told(checked, "publisher.name")),
    ];
    for (name, help, said) in all {
        gap_or(&mut text, name, help, said);
    }
    let connector = checked.submission.connector.as_deref();
    let has_icon = connector.is_some_and(|found| found.icon.ready().is_some());
    text.push_str("### Icon\n\n");
    text.push_str(if has_icon {
        "`icon.png`, the same as in the connector's folder.\n\n"
    } else {
        "(missing: there is no `icon.png` in the connector's folder; the one of the solution is \
         shown)\n\n"
    });
    text
}

/// Up to the first full stop that a blank follows, and that is none of an abbreviation.
fn first_sentence(text: &str) -> &str {
    let is_short = |before: &str| {
        let word = before.rsplit([' ', '(']).next().unwrap_or_default().to_ascii_lowercase();
        word.contains('.')
            || ["e.g", "i.e", "etc", "vs", "inc", "ltd", "no"].contains(&word.as_str())
    };
    let mut stops = text.match_indices(". ").map(|(at, _)| at);
    stops.find(|at| !is_short(&text[..*at])).map_or(text, |at| &text[..=at])
}

fn redirects(checked: &Checked) -> Option<String> {
    if !ways(checked).iter().any(|way| way == "oauth2") {
        return None;
    }
    let text = "\
On the tab Packages, tick that the connector signs in by OAuth 2, and give:

- Client id: (of the app that you registered at the service for this connector)
- Client secret: (typed into the form; kept in your password manager)

They become part of the connector for everyone who uses it. A secret that ends, or that you change, \
takes an update of the connector a month or more before.

Register these addresses at the service, for this app:

```text
https://global.consent.azure-apim.net/redirect/CONNECTOR-ID
```

once with the id of your custom connector, which the maker portal shows as the redirect URL on the \
page Security after saving, and once with the id of the certified connector, which the first \
sign-in of the preview shows. Connectors that still have `redirectMode` `Global` use \
`https://global.consent.azure-apim.net/redirect` instead.

";
    Some(text.to_owned())
}

fn afterwards() -> String {
    let tasks = journey(Publisher::Verified);
    let took = |id: &str| {
        let task = tasks.iter().find(|task| task.id == id);
        task.map_or("", |task| task.duration)
    };
    format!(
        "\
- Review and publish asks for nothing more. Publish when every tab is complete.
- The certification report appears on the tab Product overview: {review}. `conncert explain` takes \
its codes and sentences.
- **Go-live:** a mail tells that the preview is there. Test every operation in an environment of \
the region Preview (United States), with an account that is asked for no second factor, then \
choose Go live under Publisher sign-off: {preview}. Put the day into the step Dates of conncert, \
and it counts for you.
- Deployment: {deployment}.
- Afterwards close the account of the reviewers, and let the link to the package end.
",
        review = took("review"),
        preview = took("preview"),
        deployment = took("deployment"),
    )
}

/// A field with its text in a box.
fn field(text: &mut String, name: &str, help: &str, said: &str) {
    let _ = write!(text, "### {name}\n\n{help}\n\n{}\n", boxed(said));
}

/// The same, or a place that waits to be filled.
fn gap_or(text: &mut String, name: &str, help: &str, said: Option<String>) {
    match said.filter(|said| !said.is_empty()) {
        Some(said) => field(text, name, help, &said),
        None => {
            let _ = write!(text, "### {name}\n\n{help}\n\n(missing: conncert asks for it)\n\n");
        }
    }
}

/// Text as it is, in a box that it cannot close.
fn boxed(said: &str) -> String {
    let lines: Vec<String> =
        said.lines().map(|line| printable(line.trim_end()).into_owned()).collect();
    let said = lines.join("\n");
    let longest = said.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{said}\n{fence}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_holds_whatever_is_in_it() {
        assert_eq!(boxed("a\n```\n# b\u{1b}"), "````text\na\n```\n# b\\u{1b}\n````\n");
        assert_eq!(boxed(""), "```text\n\n```\n");
    }

    #[test]
    fn a_summary_is_a_sentence() {
        assert_eq!(first_sentence("Pays v1.2 bills. And more."), "Pays v1.2 bills.");
        assert_eq!(first_sentence("Pays bills"), "Pays bills");
        assert_eq!(first_sentence("Pays (e.g. bills). More."), "Pays (e.g. bills).");
    }
}
