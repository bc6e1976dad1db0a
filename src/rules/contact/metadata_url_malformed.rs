//! A metadata address is no web address.

use super::unlike_file;
use crate::answers::Answers;
use crate::connector::definition::Definition;
use crate::connector::files::Role;
use crate::connector::terms;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
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
    cites: &["S1"],
    docs: "\
The web site or the privacy policy is no absolute web address.

Both are linked from the connector's page, and reviewers open them.

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"contoso.com/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```

```json bad
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://localhost/privacy\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```

```toml bad also=answer-contradicts-file
[support]
website = \"www.contoso.com\"
```

```json good
{\"x-ms-connector-metadata\": [{\"propertyName\": \"Website\", \"propertyValue\": \"https://contoso.com\"}, {\"propertyName\": \"Privacy policy\", \"propertyValue\": \"https://contoso.com/?a=b#c\"}, {\"propertyName\": \"Categories\", \"propertyValue\": \"Finance;Productivity\"}]}
```
",
};

const REMEDY: &str = "Write the whole address, such as https://contoso.com.";

fn check(cx: &Context<'_>, definition: &Definition, out: &mut Sink<'_>) {
    for (name, key) in
        [("Website", "support.website"), ("Privacy policy", "support.privacy_policy")]
    {
        let value = definition.metadata(name).and_then(|entry| entry.get("propertyValue"));
        if let Some(value) = value
            && let Some(text) = value.as_str()
            && !terms::is_blank(Some(&text))
            && !terms::is_address(&text)
        {
            // The related place tells which of the two questions mends it.
            let related = cx.answers().map(|_| Place::Answer(key)).into_iter().collect();
            out.say_with(
                Place::node(Role::Definition, value),
                format!("“{}” is no web address ({name}). {REMEDY}", quote(&text)),
                related,
            );
        }
    }
}

fn check_answer(cx: &Context<'_>, _: &Answers, out: &mut Sink<'_>) {
    for key in ["support.website", "support.privacy_policy"] {
        if let Some(url) = unlike_file(cx, key)
            && !terms::is_address(url.trim())
        {
            out.say(Place::Answer(key), format!("“{}” is no web address. {REMEDY}", quote(url)));
        }
    }
}
