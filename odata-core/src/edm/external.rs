//! Annotations that a container declares: its own, and those of elements that are declared elsewhere.

use std::fmt;

use super::{Model, ModelPath, OperationDescriptor, OperationKind, PropertyType, Registry, TypeKind};
use crate::annotation::{Annotation, PartAnnotation};

/// What few containers declare.
#[derive(Debug)]
pub struct ContainerAnnotations {
    /// Of the container itself and of its children; imports count after entity sets and singletons.
    pub own: &'static [&'static PartAnnotation],
    /// Of the document and its schemas.
    pub document: &'static [DocumentAnnotation],
    /// Of anything else.
    pub external: &'static [ExternalAnnotation],
}

/// An annotation of a part of the document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentAnnotation {
    #[doc(hidden)]
    pub part: DocumentPart,
    #[doc(hidden)]
    pub annotation: &'static Annotation,
}

impl DocumentAnnotation {
    /// Returns what it is about.
    pub const fn part(&self) -> DocumentPart {
        self.part
    }

    /// Returns the annotation.
    pub const fn annotation(&self) -> &'static Annotation {
        self.annotation
    }
}

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPart {
    /// The schema of this namespace.
    Schema(&'static str),
    /// The included schema of this namespace.
    Include(&'static str),
    /// The reference to the document with this URL.
    Reference(&'static str),
}

/// An annotation of an element that is declared elsewhere (OData CSDL 4.01 §5.2).
#[derive(Clone, Copy, Debug)]
pub struct ExternalAnnotation {
    #[doc(hidden)]
    pub target: Target,
    #[doc(hidden)]
    pub annotation: &'static Annotation,
}

impl ExternalAnnotation {
    /// Returns what it is about.
    pub const fn target(&self) -> Target {
        self.target
    }

    /// Returns the annotation.
    pub const fn annotation(&self) -> &'static Annotation {
        self.annotation
    }
}

impl Model {
    /// Returns the annotations of elements that are declared elsewhere (OData CSDL 4.01 §5.2), each with the path of what it
    /// is about, such as `shop.product/name`, with the namespace in place of an alias.
    pub fn external_annotations(&self) -> impl Iterator<Item = (String, &'static Annotation)> + '_ {
        self.container().external_annotations().iter().map(|row| {
            let target = row.target.to_string();
            let (name, path) = target.split_at(target.find('/').unwrap_or(target.len()));
            let target = match name.rsplit_once('.') {
                Some((alias, short)) => format!("{}.{short}{path}", self.resolve_namespace(alias)),
                None => target,
            };
            (target, row.annotation)
        })
    }
}

/// What an external annotation is about. `Display` writes it as CSDL does, such as `shop.product/name` (OData CSDL 4.01
/// §14.2.2).
#[derive(Clone, Copy)]
pub enum Target {
    /// A type, an action or a function.
    Type(&'static PropertyType),
    /// A property.
    Path(fn() -> ModelPath),
    /// A target as it was written, which nothing has checked.
    Text(&'static str),
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => formatter.write_str(text),
            Self::Path(path) => {
                let path = path();
                write!(formatter, "{}/{path}", path.root().name)
            }
            Self::Type(ty) => match operation(ty) {
                Some(operation) => formatter.write_str(&overload(operation)),
                None => formatter.write_str(ty.type_name()),
            },
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

fn operation(ty: &PropertyType) -> Option<&'static OperationDescriptor> {
    let parameters = ty.edm.structured().filter(|found| found.kind == TypeKind::Operation)?;
    Registry::global().operation(parameters)
}

/// Returns the name of an overload: of an action with the type of the binding parameter, of a function with the types of
/// all parameters.
fn overload(operation: &OperationDescriptor) -> String {
    let binding = operation.binding.into_iter();
    let others = match operation.kind {
        OperationKind::Action => &[][..],
        OperationKind::Function => operation.parameters.own,
    };
    let types: Vec<_> = binding.chain(others).map(|parameter| parameter.ty.name()).collect();
    format!("{}({})", operation.name(), types.join(","))
}
