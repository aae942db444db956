//! Types whose values hold values of their own type without end (OData CSDL 4.02 §9.1).

use std::collections::{HashMap, HashSet};

use super::{PropertyDescriptor, TypeDescriptor, registry::address};

/// For how many properties of types that lead to each other the way is searched: beyond that, each says the same again.
const WAYS: usize = 16;

/// How many types of a way are named.
const NAMED: usize = 16;

/// The search among the types of a model. It takes time in proportion to the model, and no stack.
pub(super) struct Endless {
    /// By the address of each type the number of its circle: the types that lead to each other over values that must be there.
    circles: HashMap<usize, usize>,
    /// How many ways were searched in each circle.
    ways: HashMap<usize, usize>,
}

impl Endless {
    /// The search among these types, which include all that they lead to.
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

    /// What there is to say about a property whose values hold values of its owner without end.
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

    /// The types over which a value of type `target` always holds a value of type `owner`, the shortest way.
    fn way_back(
        &self,
        owner: &'static TypeDescriptor,
        target: &'static TypeDescriptor,
    ) -> Option<Vec<&'static TypeDescriptor>> {
        let circle = self.circles.get(&address(owner));
        // Each type that is reached, and the position of the one that it is reached from.
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

/// The types of which each value of a type holds a value itself: its base, and those of its own properties.
fn held(level: &'static TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> {
    level.base.into_iter().chain(level.own.iter().filter_map(required_structured))
}

/// The strongly connected components of a graph, by Tarjan's algorithm with a work list: for each node the number of its own.
fn circles(leads: &[Vec<usize>]) -> Vec<usize> {
    /// No order yet, no component yet.
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
