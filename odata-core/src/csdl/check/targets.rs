//! What annotations are about.

use super::{
    super::{Element, HostElement, Operation},
    faults::Faults,
    index::Index,
};

/// What an annotation is about, as far as is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Target {
    /// The path, with namespaces in place of aliases: the same for whatever names the same part.
    pub(super) path: String,
    /// The type that paths in values begin in.
    pub(super) scope: Option<usize>,
}

impl Target {
    /// Returns the target that a part of the document is.
    pub(super) fn of(index: &Index<'_>, element: HostElement<'_>) -> Self {
        let name = |schema: &super::super::Schema, name: &str| format!("{}.{name}", schema.namespace);
        let (path, scope) = match element {
            HostElement::Document => (String::new(), None),
            HostElement::Schema(schema) => (schema.namespace.text.clone(), None),
            HostElement::Structured(schema, ty) => (name(schema, &ty.name), index.id(ty)),
            HostElement::Property(schema, ty, property) => {
                (format!("{}/{}", name(schema, &ty.name), property.name), index.id(ty))
            }
            HostElement::Enum(schema, ty) => (name(schema, &ty.name), None),
            HostElement::Member(schema, ty, member) => (format!("{}/{member}", name(schema, &ty.name)), None),
            HostElement::Definition(schema, short) | HostElement::Term(schema, short) => (name(schema, short), None),
            HostElement::Operation(schema, operation) => {
                (overload(index, &name(schema, &operation.name), operation), None)
            }
            HostElement::Parameter(schema, operation, parameter) => {
                let operation = overload(index, &name(schema, &operation.name), operation);
                (format!("{operation}/{}", parameter.map_or("$ReturnType", |parameter| parameter)), None)
            }
            HostElement::Container(schema, container) => (name(schema, &container.name), None),
            HostElement::Child(schema, container, child) => {
                let path = format!("{}/{}", name(schema, &container.name), child.name);
                (path, index.structured(&child.type_name))
            }
            HostElement::Import(schema, container, import) => {
                (format!("{}/{}", name(schema, &container.name), import.name), None)
            }
        };
        Self { path, scope }
    }
}

/// Returns the types of the parameters by which overloads are distinguished.
fn signature(index: &Index<'_>, operation: &Operation) -> Vec<String> {
    let parameters = operation.parameters.iter();
    let relevant = parameters.take(if operation.is_function { usize::MAX } else { usize::from(operation.is_bound) });
    relevant.map(|parameter| qualified(index, &parameter.ty.to_string())).collect()
}

/// Returns the name of an overload (OData CSDL 4.01 §14.2.2).
fn overload(index: &Index<'_>, name: &str, operation: &Operation) -> String {
    format!("{name}({})", signature(index, operation).join(","))
}

/// Returns a type, perhaps of a collection, with the namespace in place of an alias.
fn qualified(index: &Index<'_>, ty: &str) -> String {
    match ty.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        Some(item) => format!("Collection({})", index.elements.qualified(item)),
        None => index.elements.qualified(ty).into_owned(),
    }
}

/// A6: finds what an external annotation is about. `None` if it is declared elsewhere; a message if it is nothing.
pub(super) fn resolve(index: &Index<'_>, text: &str) -> Result<Option<Target>, String> {
    // Annotations of annotations have the term after the path.
    let (path, term) =
        text.split_once('@').map_or((text, None), |(path, term)| (path.trim_end_matches('/'), Some(term)));
    let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let (name, types) = first.split_once('(').map_or((first, None), |(name, types)| (name, Some(types)));
    let Some((namespace, _)) = name.rsplit_once('.') else {
        return Err(format!("annotation target `{text}` has no namespace"));
    };
    if !index.declares(index.elements.namespace(namespace)) {
        return Ok(None);
    }
    let overloads = index.elements.operations(name);
    let (base, scope) = match (types, index.elements.find(name)) {
        (None, Some((_, element))) => part(index, name, element, rest).map_err(|message| message_of(text, message))?,
        (_, _) if !overloads.is_empty() => {
            (operation(index, name, types, overloads, rest).map_err(|message| message_of(text, message))?, None)
        }
        _ => return Err(message_of(text, None)),
    };
    let path = match term {
        None => base,
        Some(term) => format!("{base}@{}", index.elements.qualified(term)),
    };
    Ok(Some(Target { path, scope }))
}

fn message_of(text: &str, message: Option<String>) -> String {
    match message {
        Some(message) => format!("annotation target `{text}` does not exist: {message}"),
        None => format!("annotation target `{text}` does not exist"),
    }
}

type Resolved<T> = Result<T, Option<String>>;

/// Finds a part of an element that is no operation.
fn part(index: &Index<'_>, name: &str, element: Element<'_>, rest: Option<&str>) -> Resolved<(String, Option<usize>)> {
    let full = index.elements.qualified(name).into_owned();
    let Some(rest) = rest else {
        let scope = if let Element::Structured(ty) = element { index.id(ty) } else { None };
        return Ok((full, scope));
    };
    let path = format!("{full}/{rest}");
    match element {
        Element::Structured(ty) => {
            let id = index.id(ty).ok_or(None)?;
            // Paths in values begin in the outermost type that the target names (OData CSDL 4.01 §14.4.1.2).
            walked(index, id, rest).map(|_| (path, Some(id)))
        }
        Element::Enum(ty) if ty.members.iter().any(|member| member.name == *rest) => Ok((path, None)),
        Element::Container(container) => {
            let (name, within) = rest.split_once('/').map_or((rest, None), |(name, within)| (name, Some(within)));
            if let Some(child) = container.children.iter().find(|child| child.name == *name) {
                let ty = index.structured(&child.type_name);
                return match (within, ty) {
                    (Some(within), Some(id)) => walked(index, id, within).map(|scope| (path, scope)),
                    _ => Ok((path, ty)),
                };
            }
            let is_import = container.imports.iter().any(|import| import.name == *name) && within.is_none();
            if is_import || container.extends.is_some() { Ok((path, None)) } else { Err(None) }
        }
        Element::Enum(_) | Element::Definition(_) | Element::Term(_) => Err(None),
    }
}

/// Walks to a property and returns its structured type, in which the paths in values begin where a container is named
/// first.
fn walked(index: &Index<'_>, id: usize, path: &str) -> Resolved<Option<usize>> {
    let walk = index.walk(id, path);
    match walk.stop {
        None => Ok(walk.ty),
        Some(stop) => index.stop_message(stop).map_or(Ok(None), |message| Err(Some(message))),
    }
}

/// Finds an overload, or a parameter of one. Without types, it is about all overloads.
fn operation(
    index: &Index<'_>,
    name: &str,
    types: Option<&str>,
    overloads: &[&Operation],
    rest: Option<&str>,
) -> Resolved<String> {
    let full = index.elements.qualified(name);
    let wanted: Option<Vec<String>> = match types {
        None => None,
        Some(types) => {
            let types = types.strip_suffix(')').ok_or(None)?;
            let types = types.split(',').map(str::trim).filter(|ty| !ty.is_empty());
            Some(types.map(|ty| qualified(index, ty)).collect())
        }
    };
    let fits = |operation: &&&Operation| wanted.as_ref().is_none_or(|wanted| signature(index, operation) == *wanted);
    let mut found = overloads.iter().filter(fits).peekable();
    if found.peek().is_none() {
        return Err(Some("no overload has parameters of these types".to_owned()));
    }
    let base = match &wanted {
        Some(wanted) => format!("{full}({})", wanted.join(",")),
        None => full.into_owned(),
    };
    let Some(rest) = rest else { return Ok(base) };
    let has_part = |operation: &&Operation| match rest {
        "$ReturnType" => operation.return_type.is_some(),
        _ => operation.parameters.iter().any(|parameter| parameter.name == *rest),
    };
    if found.any(has_part) { Ok(format!("{base}/{rest}")) } else { Err(None) }
}

/// A6: what annotations are about is there. Returns the targets of all blocks of external annotations in order.
pub(super) fn external(index: &Index<'_>, faults: &mut Faults) -> Vec<Option<Target>> {
    let mut targets = Vec::new();
    for found in index.document.schemas.iter().flat_map(|schema| &schema.external) {
        let target = resolve(index, &found.target);
        if let Err(message) = &target {
            let place = super::faults::place_of(&found.target, found.place);
            faults.add("A6, OData CSDL 4.01 §14.2.2", place, &*found.target.text, message.clone());
        }
        targets.push(target.ok().flatten());
    }
    targets
}
