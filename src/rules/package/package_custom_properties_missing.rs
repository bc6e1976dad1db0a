//! A connector with several kinds of sign-in, without the file that describes them.

use crate::connector::package::{CUSTOM_PROPERTIES, PAGE, Package};
use crate::connector::properties::Properties;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};

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
    docs: r#"The connector offers several kinds of sign-in, and the package has no `customProperties.json`.

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

```package good
text customProperties.json {}
```
"#,
};

fn check(cx: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    let sets = cx.properties().and_then(Properties::properties);
    let sets = sets.and_then(|object| object.get("connectionParameterSets")?.get("values"));
    let count = sets.map_or(0, |values| values.items().count());
    if count < 2 || package.outer.file(CUSTOM_PROPERTIES).is_some() {
        return;
    }
    let text = format!(
        "The connector offers {count} kinds of sign-in, and there is no `{CUSTOM_PROPERTIES}` at \
         the root of the package. Put it beside `{PAGE}`."
    );
    out.say(Place::Packed(CUSTOM_PROPERTIES.to_owned()), text);
}
