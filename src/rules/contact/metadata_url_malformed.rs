//! A web site or privacy policy that is no absolute web address.

use super::{answered, metadata_text};
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms::{is_address, is_blank};
use crate::rule::{Context, Fix, Level, Levels, Look, Place, Publishers, Rule, Safety, Sink, fix};
use crate::rules::quote;

pub(crate) static METADATA_URL_MALFORMED: Rule = Rule {
    id: "metadata-url-malformed",
    official: &["5000.3.1.3", "5000.3.1.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Definition(check), Look::Answers(check_answer)],
    quiet_when: &[],
    since: None,
    cites: &["S1", "S9"],
    fix: Some(Fix {
        safety: Safety::Suggested,
        says: "Put `https://` before the address, or take blanks off",
        make: |cx, place| fix::rewrite(cx, place, fix::text::as_address),
    }),
    docs: r#"The web site or the privacy policy is not an absolute web address.

Both become links on the connector's page. An address begins with `https://` (or `http://`), goes on
with a host that has a dot, and has no blanks.

Write the address in full.

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "www.contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json bad
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy " },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

```json fixed
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "https://contoso.com" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```

An answer of yours is judged in the same way:

```toml bad also=answer-contradicts-file
[support]
website = "contoso.com"
```

```json good
{ "x-ms-connector-metadata": [
  { "propertyName": "Website", "propertyValue": "http://contoso.com/shop#top" },
  { "propertyName": "Privacy policy", "propertyValue": "https://contoso.com/privacy" },
  { "propertyName": "Categories", "propertyValue": "Finance" }
] }
```
"#,
};

/// The entries that hold addresses, and the question that each answers.
const ENTRIES: [(&str, &str); 2] =
    [("Website", "support.website"), ("Privacy policy", "support.privacy_policy")];

fn is_wrong(text: &str) -> bool {
    !is_blank(Some(text)) && !is_address(text)
}

fn message(name: &str, text: &str) -> String {
    format!(
        "`{name}` is not an absolute web address: “{}”. Write it in full, such as \
         https://contoso.com, without blanks.",
        quote(text)
    )
}

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (name, key) in ENTRIES {
        let Some(entry) = definition.metadata(name) else { continue };
        if let Some(found) = entry.text("propertyValue").filter(|found| is_wrong(found)) {
            let place = Place::member(Role::Definition, entry, "propertyValue");
            out.say_with(place, message(name, &found), answered(cx, key));
        }
    }
}

fn check_answer(cx: &Context<'_>, answers: &Answers, out: &mut Sink<'_>) {
    for (name, key) in ENTRIES {
        let Some(answer) = answers.confirmed(key).map(str::trim) else { continue };
        // Where the file shows the fault as well, the finding stands there.
        let in_file = cx.definition().and_then(|definition| metadata_text(definition, name));
        if is_wrong(answer) && !in_file.is_some_and(|found| is_wrong(&found)) {
            out.say(Place::Answer(key), message(name, answer));
        }
    }
}
