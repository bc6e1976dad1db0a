//! Maps and sets for the many small questions of a check: hashing is a good part of their cost, and
//! the standard library's is made for secrets, not for speed.

use foldhash::fast::RandomState;

/// As in the standard library, with a quick hash that differs in every run.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// As in the standard library, with a quick hash that differs in every run.
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;
