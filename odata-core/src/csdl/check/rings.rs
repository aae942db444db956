//! Rings in a graph: nodes that lead to each other.

/// Returns the strongly connected components of a graph, by Tarjan's algorithm with a work list: for each node the
/// number of its component.
pub(super) fn rings(leads: &[Vec<usize>]) -> Vec<usize> {
    /// Neither an order nor a component yet.
    const NONE: usize = usize::MAX;
    let (mut order, mut low) = (vec![NONE; leads.len()], vec![NONE; leads.len()]);
    let mut components = vec![NONE; leads.len()];
    let (mut open, mut visits, mut count) = (Vec::new(), Vec::new(), 0);
    for start in 0..leads.len() {
        if order[start] == NONE {
            visits.push((start, 0));
        }
        while let Some((node, edge)) = visits.last_mut() {
            let node = *node;
            if order[node] == NONE {
                (order[node], low[node]) = (count, count);
                count += 1;
                open.push(node);
            }
            if let Some(&next) = leads[node].get(*edge) {
                *edge += 1;
                if order[next] == NONE {
                    visits.push((next, 0));
                } else if components[next] == NONE {
                    low[node] = low[node].min(order[next]);
                }
                continue;
            }
            visits.pop();
            if let Some(&(before, _)) = visits.last() {
                low[before] = low[before].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = open.pop() {
                    components[member] = node;
                    if member == node {
                        break;
                    }
                }
            }
        }
    }
    components
}
