//! Path templates (N3): what is left of a path when the names of its variables do not count, and
//! which paths may be the same address.

use crate::source::hash::HashMap;

/// A path in which every variable (N3) is `{}`.
pub fn pattern(path: &str) -> String {
    let mut pattern = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, behind)) = rest.split_once('{') {
        pattern.push_str(before);
        match behind.split_once('}') {
            Some((name, after)) if !name.contains('{') => {
                pattern.push_str("{}");
                rest = after;
            }
            _ => {
                pattern.push('{');
                rest = behind;
            }
        }
    }
    pattern.push_str(rest);
    pattern
}

/// Steps taken to compare the paths of one definition; published ones need a few thousand.
const MOST_STEPS: usize = 2_000_000;

/// Many patterns, arranged by their segments, so that each is compared with few of the others.
#[derive(Debug, Default)]
pub struct Crowd<'a> {
    roots: HashMap<(&'a str, usize), usize>,
    /// The segments that follow, each with the number of what follows it.
    next: Vec<HashMap<&'a str, usize>>,
    steps: usize,
}

impl<'a> Crowd<'a> {
    /// Puts a pattern among them.
    pub fn insert(&mut self, method: &'a str, pattern: &'a str) {
        let key = (method, pattern.split('/').count());
        let mut at = match self.roots.get(&key) {
            Some(root) => *root,
            None => {
                let root = self.grow();
                self.roots.insert(key, root);
                root
            }
        };
        for segment in pattern.split('/') {
            at = match self.next[at].get(segment) {
                Some(below) => *below,
                None => {
                    let below = self.grow();
                    self.next[at].insert(segment, below);
                    below
                }
            };
        }
    }

    fn grow(&mut self) -> usize {
        self.next.push(HashMap::default());
        self.next.len() - 1
    }

    /// Whether another pattern of the same method and length fits this one: each segment equal, or
    /// anything where this one has a variable. Past a bound on the work in all it says no.
    pub fn holds_another(&mut self, method: &str, pattern: &str) -> bool {
        let segments: Vec<&str> = pattern.split('/').collect();
        let Some(root) = self.roots.get(&(method, segments.len())) else { return false };
        // Where we are, how many segments are behind us, and whether one of them differs.
        let mut open = vec![(*root, 0, false)];
        while let Some((at, depth, differs)) = open.pop() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return false;
            }
            let Some(segment) = segments.get(depth) else {
                if differs {
                    return true;
                }
                continue;
            };
            if *segment == "{}" {
                for (found, below) in &self.next[at] {
                    open.push((*below, depth + 1, differs || found != segment));
                }
            } else if let Some(below) = self.next[at].get(segment) {
                open.push((*below, depth + 1, differs));
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_variables_do_not_count() {
        assert_eq!(pattern("/a/{b}/c{d}"), "/a/{}/c{}");
        assert_eq!(pattern("/a/{b{c}}"), "/a/{b{}}");
        assert_eq!(pattern("/a/{b"), "/a/{b");
        assert_eq!(pattern("/{}"), "/{}");
    }

    #[test]
    fn a_variable_may_be_any_other_segment() {
        let mut crowd = Crowd::default();
        for pattern in ["/a/{}", "/a/b", "/c/{}", "/d/{}/e", "/d/x/f"] {
            crowd.insert("get", pattern);
        }
        assert!(crowd.holds_another("get", "/a/{}"));
        assert!(!crowd.holds_another("put", "/a/{}"));
        assert!(!crowd.holds_another("get", "/c/{}"));
        assert!(!crowd.holds_another("get", "/d/{}/e"));
    }

    #[test]
    fn many_paths_are_compared_in_time() {
        let paths: Vec<String> = (0..20_000).map(|n| format!("/{{}}/{{}}/{n}/{{}}")).collect();
        let mut crowd = Crowd::default();
        for path in &paths {
            crowd.insert("get", path);
        }
        assert!(paths.iter().all(|path| !crowd.holds_another("get", path)));
    }
}
