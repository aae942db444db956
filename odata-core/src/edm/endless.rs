//! Types whose values always hold values of their own type (OData CSDL 4.02 §9.1).

use std::collections::{HashMap, HashSet};

use super::{PropertyDescriptor, TypeDescriptor, registry::address};

/// The maximum number of properties of a ring of types for which the way is searched; more would repeat the same.
const WAYS: usize = 16;

/// The maximum number of types of a way that are named.
const NAMED: usize = 16;

/// The search among the types of a model. It takes time linear in the size of the model, and no stack.
pub(super) struct Endless {
    /// The number of the ring of each type, by its address: a ring has the types that refer to each other through
    /// values that must exist.
    circles: HashMap<usize, usize>,
    /// The number of ways that were searched in each ring.
    ways: HashMap<usize, usize>,
}

impl Endless {
    /// Creates the search among these types, which include all that they refer to.
    pub(super) fn among(types: &[&'static TypeDescriptor]) -> Self {
        let positions: HashMap<_, _> = types.iter().enumerate().map(|(at, level)| (address(level), at)).collect();
        let position = |level| positions.get(&address(level)).copied();
        let leads: Vec<Vec<usize>> = types.iter().map(|level| held(level).filter_map(position).collect()).collect();
        let circles = circles(&leads);
        Self {
            circles: positions.into_iter().map(|(address, at)| (address, circles[at])).collect(),
            ways: HashMap::new(),
        }
    }

    /// Returns the fault of a property whose values hold values of its owner without end, if they do.
    pub(super) fn fault(&mut self, owner: &'static TypeDescriptor, property: &PropertyDescriptor) -> Option<String> {
        let target = required_structured(property)?;
        let circle = *self.circles.get(&address(owner))?;
        if self.circles.get(&address(target)) != Some(&circle) {
            return None;
        }
        let ways = self.ways.entry(circle).or_default();
        *ways += 1;
        if *ways > WAYS {
            return None;
        }
        let way = self.way_back(owner, target)?;
        let mut names: Vec<_> = way.iter().take(NAMED).map(|level| format!("`{}`", level.rust_name)).collect();
        if let Some(others @ 1..) = way.len().checked_sub(NAMED) {
            names.push(format!("{others} others"));
        }
        Some(format!(
            "the type contains itself without end, through {}; make one of the properties an `Option` or a `Vec`",
            names.join(", ")
        ))
    }

    /// Returns the types through which a value of type `target` always holds a value of type `owner`, by the shortest
    /// way.
    fn way_back(
        &self,
        owner: &'static TypeDescriptor,
        target: &'static TypeDescriptor,
    ) -> Option<Vec<&'static TypeDescriptor>> {
        let circle = self.circles.get(&address(owner));
        // Each reached type, with the position of the one it was reached from.
        let mut reached = vec![(target, None)];
        let mut known = HashSet::new();
        let mut next = 0;
        while let Some(&(level, _)) = reached.get(next) {
            if level.derives_from(owner) {
                let steps = std::iter::successors(Some(next), |&at| reached[at].1);
                let mut way: Vec<_> = steps.map(|at| reached[at].0).collect();
                way.reverse();
                return Some(way);
            }
            if known.insert(address(level)) {
                let inner = level.properties().filter_map(|(_, property)| required_structured(property));
                let inner = inner.filter(|inner| self.circles.get(&address(inner)) == circle);
                reached.extend(inner.map(|inner| (inner, Some(next))));
            }
            next += 1;
        }
        None
    }
}

fn required_structured(property: &PropertyDescriptor) -> Option<&'static TypeDescriptor> {
    if property.ty.is_required() { property.ty.edm.structured() } else { None }
}

/// Returns the types of the values that each value of a type holds itself: its base, and those of its own properties.
fn held(level: &'static TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> {
    level.base.into_iter().chain(level.own.iter().filter_map(required_structured))
}

/// Returns the strongly connected components of a graph, by Tarjan's algorithm with a work list: for each node the
/// number of its component.
fn circles(leads: &[Vec<usize>]) -> Vec<usize> {
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
