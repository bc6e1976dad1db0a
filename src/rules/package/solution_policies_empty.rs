//! A file of policies without policies.

use crate::connector::package::Package;
use crate::connector::solution::{CONNECTOR_FOLDER, POLICIES, too_large};
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::source::json::Json;

pub(crate) static SOLUTION_POLICIES_EMPTY: Rule = Rule {
    id: "solution-policies-empty",
    official: &["5000.1.1.16"],
    level: Levels::both(Level::Warning),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Package(check)],
    quiet_when: &[],
    since: None,
    cites: &["S9"],
    fix: None,
    docs: r#"The file of policies in a solution holds an empty list.

customizations.xml names the file, so Microsoft expects something in it; a publisher was refused for
an empty one. Whether that befalls every connector without policies is not published, so this is a
warning.

Look at the connector's policies in the maker portal, or at `policyTemplateInstances` in
apiProperties.json: where there should be some, bring them in and export again. Where there are none,
hand the package in as it is, and remember this should it be refused.

```package bad
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_policytemplateinstances.json []
```

```package good
text package.zip/PkgAssets/ConnectorSolution.zip/Connector/cts_invoices_policytemplateinstances.json [{"templateId": "setheader"}]
```
"#,
};

fn check(_: &Context<'_>, package: &Package, out: &mut Sink<'_>) {
    for solution in package.solutions() {
        for (name, bytes) in solution.artefacts(POLICIES) {
            let Some(bytes) = bytes.filter(|bytes| too_large(bytes).is_none()) else { continue };
            let Ok(json) = Json::parse_bytes(bytes) else { continue };
            let root = json.root();
            let is_list = root.is_array() || root.is_object();
            if is_list && root.children().next().is_none() {
                let text = "The file of policies is an empty list, for which a package was refused \
                            once. If the connector has policies, bring them in and export again.";
                out.say(
                    Place::Packed(solution.inside(&format!("{CONNECTOR_FOLDER}/{name}"))),
                    text,
                );
            }
        }
    }
}
