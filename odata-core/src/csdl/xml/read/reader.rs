//! What all elements have in common: their attributes and elements by the rules, and where faults are.

use super::{
    characters::trim,
    fault::{Fault, Faults},
    lexical::{shortened, start},
    namespaces::Space,
    rules::{Attr, Content, Rule, TEXTS, VALUES},
    tree::Node,
};
use crate::{
    Error,
    csdl::{Operator, nearest::did_you_mean},
    json::Location,
};

/// The number of characters of a target that are shown: names that are right are shorter.
const LONGEST_TARGET: usize = 1000;

/// The faults so far, and the path of the part that is being read.
pub(super) struct Reader {
    faults: Faults,
    path: String,
    /// The offset where the path of what annotations annotate starts.
    start: usize,
}

/// A path to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    length: usize,
    start: usize,
}

impl Reader {
    pub(super) fn new(faults: Faults) -> Self {
        Self { faults, path: String::new(), start: 0 }
    }

    pub(super) fn into_error(self) -> Option<Error> {
        self.faults.into_error()
    }

    /// Goes to a part of what is being read.
    pub(super) fn enter(&mut self, separator: &str, name: &str) -> Mark {
        let mark = Mark { length: self.path.len(), start: self.start };
        self.path.push_str(separator);
        self.path.push_str(name);
        mark
    }

    /// Goes to a part of the model by its whole path.
    pub(super) fn enter_path(&mut self, path: &str) -> Mark {
        let mark = self.enter("", path);
        self.start = mark.length;
        mark
    }

    pub(super) fn leave(&mut self, mark: Mark) {
        self.path.truncate(mark.length);
        self.start = mark.start;
    }

    #[cold]
    pub(super) fn fault(&mut self, location: Location, message: impl Into<String>) {
        let mut fault = Fault::new(location, message);
        let (target, dots) = start(&self.path[self.start..], LONGEST_TARGET);
        fault.target = format!("{target}{dots}");
        self.faults.add(fault);
    }

    /// Reports what an element has that it cannot have, and what it does not have.
    pub(super) fn check(&mut self, node: &Node<'_>, rule: &Rule) {
        self.check_attributes(node, rule);
        self.check_children(node, rule);
        self.check_values(node, rule);
        match rule.content {
            Content::Text(form) => {
                if let Some(message) = form.fault(&node.text) {
                    self.fault(node.text_location, format!("`{}`: {message}", rule.name));
                }
            }
            _ if trim(&node.text).is_empty() => {}
            _ => {
                let message = format!("`{}` cannot have text: `{}`", rule.name, shortened(trim(&node.text)));
                self.fault(node.text_location, message);
            }
        }
    }

    fn check_attributes(&mut self, node: &Node<'_>, rule: &Rule) {
        let known = || rule.attributes.iter().copied().flatten();
        for attribute in &node.attributes {
            match known().find(|known| known.name == attribute.name) {
                Some(Attr { name, form, .. }) => {
                    if let Some(message) = form.fault(&attribute.value) {
                        self.fault(attribute.value_location, format!("`{name}`: {message}"));
                    }
                }
                None => {
                    let hint = did_you_mean(attribute.name, known().map(|known| known.name));
                    let name = shortened(attribute.name);
                    let message = format!("`{}` has no attribute `{name}`{hint}", rule.name);
                    self.fault(attribute.location, message);
                }
            }
        }
        for missing in known().filter(|known| known.is_required && node.attribute(known.name).is_none()) {
            self.fault(node.location, format!("`{}` has no `{}`", rule.name, missing.name));
        }
    }

    fn check_children(&mut self, node: &Node<'_>, rule: &Rule) {
        let mut seen: Vec<&str> = Vec::new();
        for child in &node.children {
            let is_known = match rule.children.iter().find(|known| known.name == child.name) {
                Some(known) if known.many || !child.is_csdl() => true,
                Some(known) => {
                    if seen.contains(&known.name) {
                        self.fault(child.location, format!("`{}` has a second `{}`", rule.name, known.name));
                    } else {
                        seen.push(known.name);
                    }
                    true
                }
                None => match rule.content {
                    Content::Nothing | Content::Text(_) => false,
                    Content::Annotations => child.name == "Annotation",
                    Content::Items => is_value(child.name),
                    _ => child.name == "Annotation" || is_value(child.name),
                },
            };
            if !(is_known && child.is_csdl()) {
                self.unknown_child(child, rule, is_known);
            }
        }
    }

    #[cold]
    fn unknown_child(&mut self, child: &Node<'_>, rule: &Rule, is_known: bool) {
        let name = shortened(child.name);
        let message = match child.space {
            // Extensions of others say nothing in CSDL.
            Space::Other => return,
            Space::Older(version) => {
                format!("`{name}` is an element of {version}: documents of versions 4.0 and 4.01 are read")
            }
            _ if is_known => format!("`{name}` is not in the namespace `{}`", expected_space(child.name)),
            _ => {
                let values = values().filter(|_| !matches!(rule.content, Content::Nothing | Content::Annotations));
                let own = rule.children.iter().map(|known| known.name).chain(["Annotation"]);
                let hint = did_you_mean(child.name, own.chain(values));
                format!("`{}` has no element `{name}`{hint}", rule.name)
            }
        };
        self.fault(child.location, message);
    }

    fn check_values(&mut self, node: &Node<'_>, rule: &Rule) {
        let (least, most) = match rule.content {
            Content::Values(least, most) => (least, most),
            Content::Value => (0, 1),
            Content::OneValue => (1, 1),
            Content::Nothing | Content::Annotations | Content::Items | Content::Text(_) => return,
        };
        let elements = node.values().count();
        let inline = match rule.content {
            Content::Value | Content::OneValue => {
                node.attributes.iter().filter(|attribute| is_inline(attribute.name)).count()
            }
            _ => 0,
        };
        let count = elements + inline;
        if count < least || count > most {
            let expected = match (least, most) {
                (0, 1) => "at most one value".to_owned(),
                (1, 1) => "one value".to_owned(),
                (least, most) if least == most => format!("{least} values"),
                (least, most) => format!("{least} to {most} values"),
            };
            self.fault(node.location, format!("`{}` has {expected}, not {count}", rule.name));
        }
    }
}

impl<'t> Node<'t> {
    /// Returns whether it is in the namespace that elements of its name have.
    fn is_csdl(&self) -> bool {
        matches!((is_packaging(self.name), self.space), (true, Space::Edmx) | (false, Space::Edm))
    }

    /// Returns the elements of CSDL within it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Node<'t>> {
        self.children.iter().filter(|child| child.is_csdl())
    }

    /// Returns the elements of one name.
    pub(super) fn named(&self, name: &'static str) -> impl Iterator<Item = &Node<'t>> {
        self.elements().filter(move |child| child.name == name)
    }

    /// Returns the elements that are values of annotations.
    pub(super) fn values(&self) -> impl Iterator<Item = &Node<'t>> {
        self.elements().filter(|child| is_value(child.name))
    }
}

/// Returns whether elements of this name are in the namespace of the packaging.
fn is_packaging(name: &str) -> bool {
    matches!(name, "Edmx" | "DataServices" | "Reference" | "Include" | "IncludeAnnotations")
}

fn expected_space(name: &str) -> &'static str {
    if is_packaging(name) { crate::csdl::xml::EDMX } else { crate::csdl::xml::EDM }
}

fn values() -> impl Iterator<Item = &'static str> {
    let texts = TEXTS.iter().map(|(name, _)| *name);
    texts.chain(VALUES).chain(Operator::ALL.iter().map(|operator| operator.name()))
}

fn is_value(name: &str) -> bool {
    values().any(|value| value == name)
}

fn is_inline(name: &str) -> bool {
    name == "UrlRef" || TEXTS.iter().any(|(text, _)| *text == name)
}
