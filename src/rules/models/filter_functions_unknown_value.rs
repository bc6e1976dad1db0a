//! A filter function that is not known in use.

use super::filter_functions;
use crate::connector::files::Role;
use crate::connector::sites::Site;
use crate::rule::{Context, Level, Levels, Look, Place, Publishers, Rule, Sink};
use crate::rules::quote;

pub(crate) static FILTER_FUNCTIONS_UNKNOWN_VALUE: Rule = Rule {
    id: "filter-functions-unknown-value",
    official: &["FilterFunctionsPropertyInvalidValue"],
    level: Levels::both(Level::Advice),
    publishers: Publishers::Both,
    needs: &[],
    looks: &[Look::Schema(check)],
    quiet_when: &[],
    since: None,
    cites: &["S5"],
    fix: None,
    docs: "\
A filter function is none of those known in use.

The validator has a list of functions for `x-ms-capabilities.filterFunctions`, but Microsoft does not print it. These are the operators and functions of OData filters, in the spelling that connectors use: `eq`, `ne`, `gt`, `contains`, `startswith`, `tolower`, `year`, `sum` and so on, all in lower case. Look for a slip in the spelling; if the name is right, this advice is not for you.

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\", \"equals\"]}}}}}}}}}
```

```json bad
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"EQ\"]}}}}}}}}}
```

```json good
{\"paths\": {\"/invoices\": {\"get\": {\"responses\": {\"200\": {\"schema\": {\"items\": {\"type\": \"string\", \"x-ms-capabilities\": {\"filterFunctions\": [\"eq\", \"startswith\", \"substringof\", \"countdistinct\"]}}}}}}}}}
```
",
};

fn check(_: &Context<'_>, site: Site<'_>, out: &mut Sink<'_>) {
    let Some(list) = filter_functions(site) else { return };
    for written in list.items() {
        let Some(function) = written.as_str() else { continue };
        if !KNOWN.contains(&&*function) {
            out.say(
                Place::node(Role::Definition, written),
                format!(
                    "“{}” is no filter function known in use. Microsoft prints no list: check the \
                     spelling.",
                    quote(&function)
                ),
            );
        }
    }
}

/// The operators and functions of `OData` filters, and the aggregates that tables offer.
const KNOWN: [&str; 63] = [
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "and",
    "or",
    "not",
    "has",
    "in",
    "add",
    "sub",
    "mul",
    "div",
    "divby",
    "mod",
    "negate",
    "contains",
    "startswith",
    "endswith",
    "substringof",
    "length",
    "indexof",
    "substring",
    "replace",
    "tolower",
    "toupper",
    "trim",
    "concat",
    "matchespattern",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "fractionalseconds",
    "date",
    "time",
    "totaloffsetminutes",
    "totalseconds",
    "now",
    "mindatetime",
    "maxdatetime",
    "round",
    "floor",
    "ceiling",
    "cast",
    "isof",
    "null",
    "any",
    "all",
    "sum",
    "min",
    "max",
    "average",
    "count",
    "countdistinct",
    "topcount",
    "hassubset",
    "hassubsequence",
    "case",
];
