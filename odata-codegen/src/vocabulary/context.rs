//! What the parts of the generator share.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
};

use odata_core::{
    Error, ErrorCode, Result,
    csdl::{Annotation, Document, Element, Elements, Name, Place, Schema, TypeReference},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{
    Options,
    docs::{CORE, Docs},
    names::{Scope, ident, is_identifier, pascal, snake},
};

/// The vocabularies that are part of `odata_core`, and the modules of their types there.
const BUILT_IN: [(&str, &str); 5] = [
    (CORE, "core"),
    ("Org.OData.Capabilities.V1", "capabilities"),
    ("Org.OData.Validation.V1", "validation"),
    ("Org.OData.Measures.V1", "measures"),
    ("Org.OData.Authorization.V1", "authorization"),
];

/// The two modules of a vocabulary.
pub(super) struct Modules {
    /// That of the terms.
    pub(super) terms: Ident,
    /// That of the types.
    pub(super) types: Ident,
}

pub(super) struct Context<'d> {
    pub(super) modules: Modules,
    pub(super) namespace: &'d str,
    /// The annotations of the vocabulary itself.
    annotations: &'d [Annotation],
    crate_path: TokenStream,
    /// The words `crate = ".."` where generated code does not find `odata_core` by itself.
    pub(super) crate_word: Option<TokenStream>,
    elements: Elements<'d>,
    references: Vec<Elements<'d>>,
    others: HashMap<&'d str, RustModule>,
    /// The identifiers of the types and of the terms of the vocabulary, by name.
    pub(super) types: HashMap<&'d str, Ident>,
    pub(super) terms: HashMap<&'d str, Ident>,
    /// What the two modules import: a name, and the path before it.
    imports: [RefCell<BTreeMap<String, TokenStream>>; 2],
    faults: RefCell<Vec<Error>>,
}

/// The Rust module of the types of another vocabulary.
struct RustModule {
    parent: TokenStream,
    name: Ident,
}

/// In which of the two modules a path is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Module {
    Terms,
    Types,
}

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document, schema: &'d Schema, options: &'d Options) -> Result<Self> {
        let crate_text = &options.crate_path;
        let crate_path: syn::Path = syn::parse_str(crate_text).map_err(|_| not_a_path(crate_text))?;
        let crate_path = quote! { #crate_path };
        let mut others = HashMap::new();
        for (namespace, module) in &options.modules {
            let Some((parent, name)) = module.rsplit_once("::") else { return Err(not_a_path(module)) };
            let (Ok(parent), true) = (syn::parse_str::<syn::Path>(parent), is_identifier(name)) else {
                return Err(not_a_path(module));
            };
            others.insert(&**namespace, RustModule { parent: quote! { #parent }, name: ident(name) });
        }
        for (namespace, module) in BUILT_IN {
            let parent = quote! { #crate_path::vocabularies };
            others.entry(namespace).or_insert(RustModule { parent, name: ident(module) });
        }
        let context = Self {
            modules: Modules::of(schema)?,
            namespace: &schema.namespace,
            annotations: &schema.annotations,
            crate_word: (crate_text != "::odata_core").then(|| quote! { crate = #crate_text }),
            crate_path,
            elements: Elements::of(document),
            references: options.references.iter().map(Elements::of).collect(),
            others,
            types: idents(
                schema
                    .definitions
                    .iter()
                    .map(|ty| &ty.name)
                    .chain(schema.enums.iter().map(|ty| &ty.name))
                    .chain(schema.types.iter().map(|ty| &ty.name)),
            ),
            terms: idents(schema.terms.iter().map(|term| &term.name)),
            imports: Default::default(),
            faults: RefCell::default(),
        };
        Ok(context)
    }

    /// Keeps a fault for the end, where all are reported together.
    pub(super) fn fault(&self, place: Place, message: String) {
        self.faults.borrow_mut().push(fault(place, message));
    }

    /// Ends with all faults in the order of their places, if there are any.
    pub(super) fn finish(&self) -> Result<()> {
        let mut faults = self.faults.take();
        faults.sort_by_key(|fault| fault.location().map(|location| (location.line, location.column)));
        Error::from_many(faults).map_or(Ok(()), Err)
    }

    /// Returns the documentation that annotations make.
    pub(super) fn docs(&self, annotations: &[Annotation]) -> Docs {
        Docs::of(annotations, |name| self.elements.qualified(name).into_owned())
    }

    /// Returns the description of the vocabulary as a doc comment.
    pub(super) fn description(&self) -> Option<TokenStream> {
        Some(self.docs(self.annotations).attributes).filter(|lines| !lines.is_empty())
    }

    /// Returns a name with the namespace of this vocabulary.
    pub(super) fn qualified(&self, name: &str) -> String {
        format!("{}.{name}", self.namespace)
    }

    /// Returns what a type name stands for, here or in a document that is referenced.
    pub(super) fn element(&self, name: &str) -> Option<Element<'d>> {
        let name = self.elements.qualified(name);
        let find = |elements: &Elements<'d>| elements.find(&name).map(|(_, element)| element);
        find(&self.elements).or_else(|| self.references.iter().find_map(find))
    }

    /// Returns the path of an item of `odata_core`, as it is written in a module.
    pub(super) fn item(&self, module: Module, path: &str) -> TokenStream {
        let krate = &self.crate_path;
        match path.rsplit_once("::").map(|(parent, name)| (ident(parent), ident(name))) {
            Some((parent, name)) => self.import(module, &quote! { #krate::#parent }, &name),
            None => self.import(module, krate, &ident(path)),
        }
    }

    /// Returns a name that Rust knows everywhere; its path if the module has an item of this name.
    pub(super) fn prelude(&self, module: Module, name: &str, path: &str) -> TokenStream {
        let is_declared = self.declared(module).values().any(|ident| ident == name);
        let path: syn::Path = syn::parse_str(if is_declared { path } else { name })
            .expect("both are paths, written by this module's callers");
        quote! { #path }
    }

    fn declared(&self, module: Module) -> &HashMap<&'d str, Ident> {
        match module {
            Module::Terms => &self.terms,
            Module::Types => &self.types,
        }
    }

    /// Imports a name and returns it; its whole path if the module has another item of this name.
    fn import(&self, module: Module, parent: &TokenStream, name: &Ident) -> TokenStream {
        let mut imports = self.imports[module as usize].borrow_mut();
        let is_taken = self.declared(module).values().any(|ident| ident == name)
            || imports.get(&name.to_string()).is_some_and(|known| known.to_string() != parent.to_string());
        if is_taken {
            return quote! { #parent::#name };
        }
        imports.insert(name.to_string(), parent.clone());
        quote! { #name }
    }

    /// Returns the imports of a module, after everything else has been made.
    pub(super) fn imports(&self, module: Module) -> TokenStream {
        let imports = self.imports[module as usize].borrow();
        let mut grouped = BTreeMap::<String, (&TokenStream, Vec<Ident>)>::new();
        for (name, parent) in &*imports {
            grouped.entry(parent.to_string()).or_insert((parent, Vec::new())).1.push(ident(name));
        }
        let imports = grouped.into_values().map(|(parent, names)| match &*names {
            [name] => quote! { use #parent::#name; },
            names => quote! { use #parent::{#(#names),*}; },
        });
        imports.collect()
    }

    /// Returns the path of a type that is not a built-in one, as it is written in a module.
    pub(super) fn type_path(&self, name: &Name, module: Module) -> Option<TokenStream> {
        let qualified = self.elements.qualified(name);
        let (namespace, short) = qualified.rsplit_once('.').unwrap_or(("", &qualified));
        if namespace == self.namespace {
            let Some(ident) = self.types.get(short) else {
                self.fault(name.place, format!("there is no type `{short}` in `{namespace}`"));
                return None;
            };
            let types = &self.modules.types;
            return Some(match module {
                Module::Terms => {
                    let types = self.import(module, &quote! { super }, types);
                    quote! { #types::#ident }
                }
                Module::Types => quote! { #ident },
            });
        }
        let Some(other) = self.others.get(namespace) else {
            self.fault(
                name.place,
                format!("type `{qualified}` belongs to another vocabulary, whose Rust module is not known"),
            );
            return None;
        };
        let (types, ident) = (self.import(module, &other.parent, &other.name), ident(&pascal(short)));
        Some(quote! { #types::#ident })
    }

    /// Returns the path of a term.
    pub(super) fn term_path(&self, name: &Name) -> Option<TokenStream> {
        let qualified = self.elements.qualified(name);
        let (namespace, short) = qualified.rsplit_once('.').unwrap_or(("", &qualified));
        let found = if namespace == self.namespace { self.terms.get(short) } else { None };
        if found.is_none() {
            self.fault(name.place, format!("there is no term `{short}` in `{}`", self.namespace));
        }
        found.map(|ident| quote! { #ident })
    }

    /// Returns the primitive type of the literals of a type, such as that of a type definition.
    pub(super) fn literal_type(&self, ty: &TypeReference) -> LiteralType<'d> {
        match self.element(&ty.name) {
            Some(Element::Definition(definition)) => LiteralType::Primitive(&definition.underlying),
            Some(Element::Enum(_)) => LiteralType::Member,
            _ => LiteralType::Unknown,
        }
    }
}

/// What literals of a type look like.
pub(super) enum LiteralType<'d> {
    /// As those of the primitive type with this qualified name.
    Primitive(&'d str),
    /// The name of a member of an enumeration type.
    Member,
    Unknown,
}

impl Modules {
    /// Names the modules of a vocabulary after its alias, or after the last part of its namespace that is not a version.
    fn of(schema: &Schema) -> Result<Self> {
        let is_version = |part: &&str| {
            part.strip_prefix(['v', 'V']).is_some_and(|number| number.chars().all(|digit| digit.is_ascii_digit()))
        };
        let name = match &schema.alias {
            // `self`, which some have as an alias, is not a name.
            Some(alias) if !matches!(&**alias, "self" | "Self" | "this") => &**alias,
            _ => schema.namespace.rsplit('.').find(|part| !is_version(part)).unwrap_or(&schema.namespace),
        };
        if !is_identifier(name) {
            let message = format!("`{name}` cannot be the name of a module; give the schema an alias");
            return Err(fault(schema.place, message));
        }
        let mut scope = Scope::default();
        Ok(Self { terms: scope.ident(&pascal(name)), types: scope.ident(&snake(name)) })
    }
}

fn idents<'d>(names: impl Iterator<Item = &'d Name>) -> HashMap<&'d str, Ident> {
    let mut scope = Scope::with(["TERMS", "RECORDS"]);
    names.map(|name| (&*name.text, scope.ident(&pascal(name)))).collect()
}

fn not_a_path(text: &str) -> Error {
    fault(Place::Unknown, format!("`{text}` is not a Rust path"))
}

/// Creates the error for something that has no form in Rust.
pub(super) fn fault(place: Place, message: String) -> Error {
    let error = Error::new(ErrorCode::INVALID_MODEL, message);
    match place.location() {
        Some(location) => error.with_location(location),
        None => error,
    }
}
