//! What can be seen from the tokens of a field's type. It serves messages, and checks that cannot fail are left out
//! because of it; what a type means is decided by its traits, which a derive does not see.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{GenericArgument, Path, PathArguments, PathSegment, Type, TypeParamBound, TypeTraitObject};

/// A type that wraps another one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapper {
    /// `Option<T>`
    Option,
    /// `Vec<T>`
    Vec,
    /// `Box<T>`
    Box,
    /// `Nav<T>`
    Nav,
    /// `AnyOf<T>`
    AnyOf,
    /// `Optional<T>`
    Optional,
}

/// Types whose tokens leave no doubt about their EDM type.
const BUILTIN: [&str; 9] = ["bool", "i8", "i16", "i32", "i64", "u8", "f32", "f64", "String"];

/// Rust types without an EDM type, and what to use instead.
const WITHOUT_EDM_TYPE: [(&str, &str); 25] = [
    ("u16", "`i32`"),
    ("u32", "`i64`"),
    ("u64", "`odata_core::value::Decimal` or `i64`"),
    ("u128", "`odata_core::value::Decimal` or `i64`"),
    ("usize", "`odata_core::value::Decimal` or `i64`"),
    ("i128", "`odata_core::value::Decimal` or `i64`"),
    ("isize", "`odata_core::value::Decimal` or `i64`"),
    ("char", "`String`"),
    ("str", "`String`"),
    ("HashMap", "a complex type, or `DynamicProperties` in an open type"),
    ("BTreeMap", "a complex type, or `DynamicProperties` in an open type"),
    ("HashSet", "`Vec`"),
    ("BTreeSet", "`Vec`"),
    ("VecDeque", "`Vec`"),
    ("LinkedList", "`Vec`"),
    ("BinaryHeap", "`Vec`"),
    ("Cell", "the type in it"),
    ("RefCell", "the type in it"),
    ("Mutex", "the type in it"),
    ("RwLock", "the type in it"),
    ("OnceCell", "`Option`"),
    ("OnceLock", "`Option`"),
    ("SystemTime", "`odata_core::value::DateTimeOffset`"),
    ("time::Instant", "`odata_core::value::DateTimeOffset`"),
    ("time::Duration", "`odata_core::value::Duration`"),
];

/// Returns the type without parentheses and without the invisible group around the type of a `macro_rules` argument.
pub(crate) fn strip(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            other => return other,
        };
    }
}

/// Returns the path of a type, if it is one.
pub(crate) fn path(ty: &Type) -> Option<&Path> {
    match strip(ty) {
        Type::Path(path) if path.qself.is_none() => Some(&path.path),
        _ => None,
    }
}

/// Returns the wrapper around a type and the type in it.
pub(crate) fn peel(ty: &Type) -> Option<(Wrapper, &Type)> {
    let last = path(ty)?.segments.last()?;
    let wrapper = match last.ident.to_string().as_str() {
        "Option" => Wrapper::Option,
        "Vec" => Wrapper::Vec,
        "Box" => Wrapper::Box,
        "Nav" => Wrapper::Nav,
        "AnyOf" => Wrapper::AnyOf,
        "Optional" => Wrapper::Optional,
        _ => return None,
    };
    Some((wrapper, argument(last)?))
}

/// Returns the only generic argument of a path segment.
fn argument(segment: &PathSegment) -> Option<&Type> {
    match &segment.arguments {
        PathArguments::AngleBracketed(list) if list.args.len() == 1 => match list.args.first()? {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the wrappers around a type from the outside in, and the type in the middle.
pub(crate) fn layers(mut ty: &Type) -> (Vec<Wrapper>, &Type) {
    let mut wrappers = Vec::new();
    while let Some((wrapper, inner)) = peel(ty) {
        wrappers.push(wrapper);
        ty = inner;
    }
    (wrappers, strip(ty))
}

/// Returns the type in any number of boxes, which mean nothing.
pub(crate) fn unboxed(mut ty: &Type) -> &Type {
    while let Some((Wrapper::Box, inner)) = peel(ty) {
        ty = inner;
    }
    ty
}

/// Returns the type of the items, if the type is written as a `Vec`.
pub(crate) fn item(ty: &Type) -> Option<&Type> {
    match peel(unboxed(ty)) {
        Some((Wrapper::Vec, item)) => Some(unboxed(item)),
        _ => None,
    }
}

/// Whether the type is written as this one name.
pub(crate) fn is_named(ty: &Type, name: &Ident) -> bool {
    path(ty).is_some_and(|path| path.is_ident(name) || path.is_ident("Self"))
}

/// Returns the name of the type, if it is one of [`BUILTIN`].
fn builtin_name(ty: &Type) -> Option<&'static str> {
    let path = path(ty)?;
    let name = path.segments.last()?.ident.to_string();
    let builtin = BUILTIN.into_iter().find(|builtin| *builtin == name)?;
    let alone = path.segments.len() == 1;
    (alone || path.to_token_stream().to_string().ends_with("string :: String")).then_some(builtin)
}

/// Returns the name of the type in the middle, if the whole type is a correct nesting around one of [`BUILTIN`].
pub(crate) fn builtin(ty: &Type) -> Option<&'static str> {
    use Wrapper::{Option, Vec};
    let (wrappers, inner) = layers(ty);
    let name = builtin_name(inner)?;
    let nests = match wrappers.as_slice() {
        [] | [Option | Vec] | [Vec, Option] => true,
        [Option, Vec] => name == "u8",
        _ => false,
    };
    nests.then_some(name)
}

/// Whether it is clear from the tokens that a key property can have the type.
pub(crate) fn is_plain_key(ty: &Type) -> bool {
    builtin_name(ty).is_some_and(|name| !matches!(name, "f32" | "f64"))
}

/// Returns what is wrong with the type of a property, if that can be seen, and where.
pub(crate) fn fault(ty: &Type) -> Option<(TokenStream, String)> {
    nesting_fault(ty).or_else(|| {
        let (_, inner) = layers(ty);
        Some((inner.to_token_stream(), kind_fault(inner)?))
    })
}

/// Types of the standard library that only one thread can use, with their modules, and what to use instead.
const OF_ONE_THREAD: [(&str, &str, &str); 4] = [
    ("rc", "Rc", "`Arc`"),
    ("cell", "Cell", "an atomic type or `Mutex`"),
    ("cell", "RefCell", "`Mutex` or `RwLock`"),
    ("cell", "OnceCell", "`OnceLock`"),
];

/// Traits of the standard library whose objects may be usable by one thread only.
const TRAITS_OF_ONE_THREAD: [&str; 4] = ["Fn", "FnMut", "FnOnce", "Any"];

/// Returns what is wrong with a type that threads cannot share, if that can be seen, and where: with a type of one
/// thread, by itself or in wrappers that change nothing about it. Other such types are left to the compiler. A generic
/// type of one's own that has the name of one of these is written with its path.
pub(crate) fn sharing_fault(ty: &Type) -> Option<(TokenStream, String)> {
    let ty = strip(ty);
    let use_instead = match ty {
        Type::Path(_) => {
            let path = path(ty)?;
            let last = path.segments.last()?;
            let inner = argument(last)?;
            if ["Option", "Vec", "Box", "Arc"].iter().any(|wrapper| last.ident == wrapper) {
                return sharing_fault(inner);
            }
            let (.., use_instead) = OF_ONE_THREAD.into_iter().find(|(module, name, _)| {
                last.ident == name && (path.segments.len() == 1 || is_in_std(path, module))
            })?;
            use_instead
        }
        Type::Ptr(_) => "a type that is `Send` and `Sync`",
        Type::TraitObject(object) if is_of_one_thread(object) => "a trait object with `+ Send + Sync`",
        _ => return None,
    };
    let message =
        format!("threads share the values of OData types, and they cannot share `{}`; use {use_instead}", shown(ty));
    Some((ty.to_token_stream(), message))
}

/// Whether objects of these traits can be of one thread alone. What other traits demand is not known here.
fn is_of_one_thread(object: &TypeTraitObject) -> bool {
    let names = object.bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => Some(bound.path.segments.last()?.ident.to_string()),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let known = |name: &String| ["Send", "Sync"].iter().chain(&TRAITS_OF_ONE_THREAD).any(|known| name == known);
    names.iter().all(known) && !(has("Send") && has("Sync"))
}

/// Returns what is wrong with collections, if anything is.
fn nesting_fault(ty: &Type) -> Option<(TokenStream, String)> {
    let (outer, inner) = peel(ty)?;
    let list = |ty| matches!(peel(ty), Some((Wrapper::Vec, item)) if builtin_name(item) != Some("u8"));
    match outer {
        Wrapper::Option if list(inner) => {
            let message = format!("a collection cannot be null; use `{}` without `Option`", shown(inner));
            Some((ty.to_token_stream(), message))
        }
        Wrapper::Vec if list(inner) => Some((
            inner.to_token_stream(),
            "a collection cannot hold collections; make the items a complex type".to_owned(),
        )),
        _ => nesting_fault(inner),
    }
}

/// Returns what is wrong with a type that no value of a property can have.
fn kind_fault(ty: &Type) -> Option<String> {
    let use_instead = match ty {
        Type::Path(_) => return path(ty).and_then(|path| path_fault(ty, path)),
        Type::Reference(reference) => &owned(&reference.elem),
        Type::Array(_) | Type::Slice(_) => &owned(ty),
        Type::Tuple(_) => "a complex type",
        Type::FnPtr(_) | Type::Ptr(_) | Type::Never(_) | Type::ImplTrait(_) | Type::TraitObject(_) => {
            "a primitive or complex type"
        }
        _ => return None,
    };
    Some(format!("no EDM type corresponds to `{}`; use {use_instead}", shown(ty)))
}

/// Returns the type that owns what is borrowed or shared as `ty`, as a message shows it.
fn owned(ty: &Type) -> String {
    match strip(ty) {
        Type::Path(path) if path.path.is_ident("str") => "`String`".to_owned(),
        Type::Slice(slice) => format!("`Vec<{}>`", shown(&slice.elem)),
        Type::Array(array) => format!("`Vec<{}>`", shown(&array.elem)),
        Type::Reference(reference) => owned(&reference.elem),
        Type::Path(_) => format!("`{}`", shown(ty)),
        _ => "a type that owns its value".to_owned(),
    }
}

/// Returns what is wrong with a type that shares or borrows its value.
fn pointer_fault(ty: &Type, last: &PathSegment) -> Option<String> {
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let (inner, None) = (types.next()?, types.next()) else { return None };
    let owned = owned(inner);
    let boxed = match strip(inner) {
        Type::Path(path) if last.ident != "Cow" && !path.path.is_ident("str") => format!(" or `Box<{}>`", shown(inner)),
        _ => String::new(),
    };
    Some(format!("no EDM type corresponds to `{}`; use {owned}{boxed}", shown(ty)))
}

/// Returns what is wrong with a type that has a name.
fn path_fault(ty: &Type, path: &Path) -> Option<String> {
    let last = path.segments.last()?;
    if ["Arc", "Rc", "Cow"].iter().any(|pointer| last.ident == pointer) {
        return pointer_fault(ty, last);
    }
    let name = last.ident.to_string();
    let (known, use_instead) = WITHOUT_EDM_TYPE.iter().find(|(known, _)| known.rsplit("::").next() == Some(&name))?;
    let generic = matches!(last.arguments, PathArguments::AngleBracketed(_));
    let collection = name.contains(char::is_uppercase) && name != "SystemTime";
    let certain = match known.split_once("::") {
        // `time::Duration` may be that of the crate `time`.
        Some((module, _)) => path.segments.len() > 2 && is_in_std(path, module),
        None if collection => generic,
        None => path.segments.len() == 1 || name == "SystemTime",
    };
    certain.then(|| format!("no EDM type corresponds to `{name}`; use {use_instead}"))
}

/// Whether the path leads through this module of the standard library.
fn is_in_std(path: &Path, module: &str) -> bool {
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    matches!(segments.as_slice(), [.., parent, _] if parent == module)
        && (segments.len() == 2 || matches!(segments[0].as_str(), "std" | "core"))
}

/// Shows a type as text, without the blanks that tokens have between them.
pub(crate) fn shown(ty: &Type) -> String {
    let text = strip(ty).to_token_stream().to_string();
    text.replace(" :: ", "::")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
        .replace(":: ", "::")
        .replace("& ", "&")
        .replace("* const ", "*const ")
        .replace("* mut ", "*mut ")
}

/// Returns the tokens with `Self` replaced by the name of the type, for use outside of it.
pub(crate) fn without_self(tokens: TokenStream, name: &Ident) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(ident) if ident == "Self" => {
            let mut name = name.clone();
            name.set_span(ident.span());
            TokenTree::Ident(name)
        }
        TokenTree::Group(group) => {
            let mut replaced = Group::new(group.delimiter(), without_self(group.stream(), name));
            replaced.set_span(group.span());
            TokenTree::Group(replaced)
        }
        other => other,
    };
    tokens.into_iter().map(replace).collect()
}
