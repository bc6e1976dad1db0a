//! Fingerprints of names, so that most lookups compare one number and never look at the text.

/// A fingerprint of a name: equal names have the same one, and most others another. That of a
/// [`FAMILIAR`] name belongs to it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print(u32);

impl Print {
    /// No name: an element, or the root.
    pub(super) const NONE: Self = Self(0);

    /// The fingerprint of a name that a text has.
    /// Inlined, so that the names that rules ask for are computed when they are compiled.
    #[inline]
    pub(super) fn of(name: &str) -> Self {
        let print = mixed(name);
        let familiar = FAMILIAR_BY_PRINT[place(print)];
        if familiar != 0 && FAMILIAR[familiar as usize - 1] == name {
            Self(print | OWN)
        } else {
            Self(print & !OWN)
        }
    }

    /// Whether no other name has it.
    #[inline]
    pub(super) const fn is_own(self) -> bool {
        self.0 & OWN != 0
    }
}

/// The bit that marks the fingerprint of a familiar name.
const OWN: u32 = 1 << 31;

/// Names that connectors are full of and that rules ask for all the time. A name that is missing
/// here is found as well, only slower.
const FAMILIAR: [&str; 75] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "allowEmptyValue",
    "basePath",
    "body",
    "capabilities",
    "collectionFormat",
    "connectionParameterSets",
    "connectionParameters",
    "consumes",
    "contact",
    "default",
    "definitions",
    "deprecated",
    "description",
    "discriminator",
    "email",
    "enum",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "format",
    "headers",
    "host",
    "iconBrandColor",
    "in",
    "info",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "name",
    "operationId",
    "parameters",
    "paths",
    "pattern",
    "produces",
    "properties",
    "publisher",
    "readOnly",
    "required",
    "responses",
    "schema",
    "schemes",
    "security",
    "securityDefinitions",
    "summary",
    "tags",
    "title",
    "type",
    "uniqueItems",
    "value",
    "x-ms-api-annotation",
    "x-ms-capabilities",
    "x-ms-connector-metadata",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-values",
    "x-ms-enum-values",
    "x-ms-notification",
    "x-ms-notification-content",
    "x-ms-notification-url",
    "x-ms-pageable",
    "x-ms-summary",
    "x-ms-trigger",
    "x-ms-url-encoding",
    "x-ms-visibility",
];

/// Places of the table; so many that no two familiar names meet.
const TABLE: usize = 2048;

/// Where a fingerprint leads. Which of its bits are taken is chance; these keep the names apart.
const fn place(print: u32) -> usize {
    (print >> 7) as usize % TABLE
}

/// For each place the familiar name whose fingerprint leads there, counted from 1.
static FAMILIAR_BY_PRINT: [u8; TABLE] = {
    let mut table = [0; TABLE];
    let mut index = 0;
    while index < FAMILIAR.len() {
        let place = place(mixed(FAMILIAR[index]));
        assert!(table[place] == 0, "two familiar names meet; take other bits");
        index += 1;
        #[allow(clippy::cast_possible_truncation, reason = "there are fewer than 256")]
        let number = index as u8;
        table[place] = number;
    }
    table
};

/// The first and the last eight bytes tell nearly all names of a connector apart.
const fn mixed(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => {
            let (mut word, mut index) = (0, 0);
            while index < bytes.len() {
                word = word << 8 | bytes[index] as u64;
                index += 1;
            }
            (word, 0)
        }
    };
    let mixed =
        (first ^ last.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // The upper half is the better mixed one.
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_familiar_names_have_their_own() {
        for name in FAMILIAR {
            assert!(Print::of(name).is_own(), "{name}");
        }
        for name in ["", "Type", "typ", "type ", "x-ms-summary2", "$ref\\"] {
            assert!(!Print::of(name).is_own(), "{name}");
        }
    }
}
