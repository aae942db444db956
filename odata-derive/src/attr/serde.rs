//! The attributes of serde. The derives write `Serialize` and `Deserialize` themselves, so serde's words mean nothing
//! here: each is refused, and the error names the word that does the same.

use syn::{Attribute, Expr, Meta, Token, ext::IdentExt as _, punctuated::Punctuated, spanned::Spanned as _};

use crate::ctxt::Ctxt;

/// What has the attribute.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Type,
    Property,
    /// A member of an enumeration type.
    Member,
}

impl Target {
    /// Words of serde, and what to write instead. `{}` is replaced by the text after the word.
    fn words(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Type => &[
                ("rename", "the name of the type is part of `#[odata(type = \"namespace.name\")]`"),
                ("rename_all", "the case of names is `#[odata(rename_all = \"lowerCamelCase\")]`"),
                (
                    "tag",
                    "the type is written as `@odata.type`, with its name from `#[odata(type = \"namespace.name\")]`",
                ),
                ("crate", "the path of `odata_core` is `#[odata(crate = \"path\")]`"),
            ],
            Self::Property => &[
                ("rename", "the name of the property is `#[odata(name = \"{}\")]`"),
                ("alias", "a property has one name, `#[odata(name = \"{}\")]`"),
                ("skip", "a field that is not part of the model is `#[odata(skip)]`"),
                ("skip_serializing", "a field that is not part of the model is `#[odata(skip)]`"),
                ("skip_deserializing", "a property that the service makes is `#[odata(computed)]`"),
                (
                    "flatten",
                    "the field with the base type is `#[odata(base)]`, that with dynamic properties `#[odata(dynamic)]`",
                ),
                ("default", "a default value is `#[odata(default = ..)]`, and a property that can be null an `Option`"),
            ],
            Self::Member => &[
                ("rename", "the name of the member is `#[odata(name = \"{}\")]`"),
                ("alias", "a member has one name, `#[odata(name = \"{}\")]`"),
                ("other", "members that are not declared are kept in `#[odata(unknown)] Other(UnknownMember)`"),
            ],
        }
    }

    /// What to write instead of a word.
    fn instead(self, word: &Meta) -> String {
        let known = self.words().iter().find(|(known, _)| word.path().is_ident(known));
        match known {
            Some((_, instead)) => instead.replace("{}", &text(word).unwrap_or_else(|| "..".to_owned())),
            None => "this derive writes `Serialize` and `Deserialize`; `#[odata(serde = false)]` on the type leaves them to you"
                .to_owned(),
        }
    }
}

/// The text after a word.
fn text(word: &Meta) -> Option<String> {
    match &word.require_name_value().ok()?.value {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// Refuses the words of all attributes `#[serde(..)]` of an item.
pub(crate) fn refuse(ctxt: &Ctxt, attributes: &[Attribute], target: Target) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let words = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        for word in ctxt.ok(words).into_iter().flatten() {
            let name = word.path().get_ident().map_or_else(String::new, |name| name.unraw().to_string());
            ctxt.error(
                word.path().span(),
                format_args!("`serde({name})` means nothing here; {}", target.instead(&word)),
            );
        }
    }
}
