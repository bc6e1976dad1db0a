//! Strongly connected components, without recursion: references may form chains of any length.

/// For each node the number of its component. Components are numbered so that an edge never leads
/// to a higher number: what a node reaches outside its own component has a lower one.
pub(super) fn components(edges: &[Vec<u32>]) -> Vec<u32> {
    const NEW: u32 = u32::MAX;
    let mut order = vec![NEW; edges.len()];
    let mut low = vec![NEW; edges.len()];
    let mut component = vec![NEW; edges.len()];
    let mut next = 0;
    let mut components = 0;
    let mut waiting: Vec<u32> = Vec::new();
    for start in 0..edges.len() {
        if order[start] != NEW {
            continue;
        }
        // Each with the number of edges already followed.
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((node, followed)) = path.pop() {
            if followed == 0 {
                order[node] = next;
                low[node] = next;
                next += 1;
                waiting.push(u32::try_from(node).unwrap_or(NEW));
            }
            if let Some(to) = edges[node].get(followed).map(|to| *to as usize) {
                path.push((node, followed + 1));
                if order[to] == NEW {
                    path.push((to, 0));
                } else if component[to] == NEW {
                    low[node] = low[node].min(order[to]);
                }
                continue;
            }
            if low[node] == order[node] {
                while let Some(member) = waiting.pop() {
                    component[member as usize] = components;
                    if member as usize == node {
                        break;
                    }
                }
                components += 1;
            }
            if let Some((above, _)) = path.last() {
                low[*above] = low[*above].min(low[node]);
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_components_and_come_before_what_leads_to_them() {
        // 0 -> 1 <-> 2 -> 3, 4 -> 4, 5
        let component = components(&[vec![1], vec![2], vec![1, 3], vec![], vec![4], vec![]]);
        assert_eq!(component[1], component[2]);
        assert!(component[3] < component[1] && component[1] < component[0]);
        let distinct: std::collections::HashSet<u32> = component.into_iter().collect();
        assert_eq!(distinct.len(), 5);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let edges: Vec<Vec<u32>> = (1..200_000).map(|next| vec![next]).chain([vec![]]).collect();
        let component = components(&edges);
        assert_eq!((component[0], component[199_999]), (199_999, 0));
    }
}
