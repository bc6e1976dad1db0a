//! A connector with several kinds of sign-in, without the file that describes them.

use crate::connector::package::{CUSTOM_PROPERTIES, PAGE, Package};
use crate::connector::properties::Properties;
use crate::connector::solution::too_large;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Json;

pub(crate) static PACKAGE_CUSTOM_PROPERTIES_MISSING: Rule = Rule {
    id: "package-custom-properties-missing",
    official: &["5000.1.1.5"],
    level: Levels::both(Level::Error),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"The connector offers several kinds of sign-in, without a usable `customProperties.json`.

The maker portal cannot edit `connectionParameterSets`, so no solution brings them along, and the
policy asks for a file that does. What has to stand in it is not published: the sets, as in
apiProperties.json, are the best guess, and the certification team tells for certain.

Put `customProperties.json` beside `intro.md` into the package.

```package bad
text notes.txt x
```

```json bad file=apiProperties.json and
{ "properties": { "connectionParameters": null, "connectionParameterSets": {
  "uiDefinition": { "displayName": "Sign-in", "description": "How to sign in." },
  "values": [
    { "name": "key", "uiDefinition": { "displayName": "Key", "description": "By key." },
      "parameters": { "api_key": { "type": "securestring" } } },
    { "name": "none", "uiDefinition": { "displayName": "None", "description": "Without." },
      "parameters": {} }
  ]
} } }
```

```package bad
text customProperties.json { "properties":
```

```package good
text customProperties.json {}
```
"#,
};

fn check(cx: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let sets = cx.properties().and_then(Properties::properties);
    let sets = sets.and_then(|object| object.get("connectionParameterSets")?.get("values"));
    let count = sets.map_or(0, |values| values.items().count());
    let place = || Place::Packed(CUSTOM_PROPERTIES.to_owned());
    if let Some(file) = package.outer.file(CUSTOM_PROPERTIES) {
        let Some(bytes) = file.bytes.as_deref() else { return };
        if let Some(fault) = fault(bytes) {
            out.say(place(), format!("The file cannot be what is asked for: {fault}."));
        }
        return;
    }
    if count < 2 {
        return;
    }
    let text = format!(
        "The connector offers {count} kinds of sign-in, and there is no `{CUSTOM_PROPERTIES}` at \
         the root of the package. Put it beside `{PAGE}`."
    );
    out.say(place(), text);
}

/// Why a file is not what its name says, as a clause.
fn fault(bytes: &[u8]) -> Option<String> {
    if bytes.trim_ascii().is_empty() {
        return Some("it is empty".to_owned());
    }
    too_large(bytes).or_else(|| match Json::parse_bytes(bytes) {
        Err(error) => Some(format!("it is no JSON: {}", error.reason)),
        Ok(json) => (!json.root().is_object()).then(|| "it is no object".to_owned()),
    })
}
