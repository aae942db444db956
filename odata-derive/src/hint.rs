//! Types of other crates that are often tried as the types of properties. Some are OData types with a feature of
//! `odata-core`, which a macro cannot see; so it leaves them to the compiler, with messages of their own if they are
//! not.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Path, Type};

use crate::ty::{self, Wrapper};

/// Where a type comes from, which decides what a message says.
#[derive(Clone, Copy)]
enum Source {
    /// A crate whose types are OData types with a feature of `odata-core`.
    Feature(&'static str),
    /// A type of JSON.
    Json,
    /// Any other crate.
    Other,
}

/// A type of another crate.
struct ForeignType {
    /// The last segment of its path.
    name: &'static str,
    /// The crates and modules that it is known by.
    modules: &'static [&'static str],
    /// Whether the name alone is enough. It is not where an OData type has it too.
    alone: bool,
    /// The path of what to use instead, below `odata_core`.
    instead: &'static str,
    /// Where it comes from.
    source: Source,
}

const fn foreign(
    source: Source,
    modules: &'static [&'static str],
    name: &'static str,
    alone: bool,
    instead: &'static str,
) -> ForeignType {
    ForeignType { name, modules, alone, instead, source }
}

const CHRONO: Source = Source::Feature("chrono");
const JIFF: Source = Source::Feature("jiff");
const TIME: Source = Source::Feature("time");
const BIGDECIMAL: Source = Source::Feature("bigdecimal");
const RUST_DECIMAL: Source = Source::Feature("rust_decimal");

static FOREIGN_TYPES: [ForeignType; 37] = [
    foreign(CHRONO, &["chrono"], "DateTime", true, "DateTimeOffset"),
    foreign(CHRONO, &["chrono"], "NaiveDate", true, "Date"),
    foreign(CHRONO, &["chrono"], "NaiveTime", true, "TimeOfDay"),
    foreign(CHRONO, &["chrono"], "TimeDelta", true, "Duration"),
    foreign(CHRONO, &["chrono"], "Duration", false, "Duration"),
    foreign(Source::Other, &["chrono"], "NaiveDateTime", true, "DateTimeOffset"),
    foreign(JIFF, &["jiff"], "Timestamp", true, "DateTimeOffset"),
    foreign(JIFF, &["jiff", "civil"], "Date", false, "Date"),
    foreign(JIFF, &["jiff", "civil"], "Time", false, "TimeOfDay"),
    foreign(JIFF, &["jiff"], "SignedDuration", true, "Duration"),
    foreign(Source::Other, &["jiff", "civil"], "DateTime", false, "DateTimeOffset"),
    foreign(Source::Other, &["jiff"], "Zoned", true, "DateTimeOffset"),
    foreign(Source::Other, &["jiff"], "Span", false, "Duration"),
    foreign(TIME, &["time"], "OffsetDateTime", true, "DateTimeOffset"),
    foreign(TIME, &["time"], "Date", false, "Date"),
    foreign(TIME, &["time"], "Time", true, "TimeOfDay"),
    foreign(TIME, &["time"], "Duration", false, "Duration"),
    foreign(Source::Other, &["time"], "UtcDateTime", true, "DateTimeOffset"),
    foreign(Source::Other, &["time"], "PrimitiveDateTime", true, "DateTimeOffset"),
    foreign(BIGDECIMAL, &["bigdecimal"], "BigDecimal", true, "Decimal"),
    foreign(RUST_DECIMAL, &["rust_decimal"], "Decimal", false, "Decimal"),
    foreign(Source::Json, &["serde_json"], "Value", true, "DynamicProperties"),
    foreign(Source::Json, &["serde_json"], "Map", false, "DynamicProperties"),
    foreign(Source::Other, &["net"], "IpAddr", true, "String"),
    foreign(Source::Other, &["net"], "Ipv4Addr", true, "String"),
    foreign(Source::Other, &["net"], "Ipv6Addr", true, "String"),
    foreign(Source::Other, &["path"], "PathBuf", true, "String"),
    foreign(Source::Other, &["ffi"], "OsString", true, "String"),
    foreign(Source::Other, &["url"], "Url", true, "String"),
    foreign(Source::Other, &["http"], "Uri", true, "String"),
    foreign(Source::Other, &["num"], "NonZeroU8", true, "u8"),
    foreign(Source::Other, &["num"], "NonZeroI8", true, "i8"),
    foreign(Source::Other, &["num"], "NonZeroI16", true, "i16"),
    foreign(Source::Other, &["num"], "NonZeroU16", true, "i32"),
    foreign(Source::Other, &["num"], "NonZeroI32", true, "i32"),
    foreign(Source::Other, &["num"], "NonZeroU32", true, "i64"),
    foreign(Source::Other, &["num"], "NonZeroI64", true, "i64"),
];

impl ForeignType {
    /// Whether the path leads to this type, as far as that can be seen.
    fn is_at(&self, parents: &[String]) -> bool {
        if parents.is_empty() {
            self.alone
        } else {
            parents.iter().any(|parent| self.modules.contains(&parent.as_str()))
        }
    }

    /// The function of `odata_core` whose bound has the message.
    fn function(&self) -> Ident {
        format_ident!(
            "{}",
            match self.source {
                Source::Feature(name) => name,
                Source::Json => "json",
                Source::Other => "other",
            }
        )
    }
}

/// The row of the type at this path.
fn foreign_type(path: &Path) -> Option<&'static ForeignType> {
    let last = path.segments.last()?.ident.to_string();
    let mut rows = FOREIGN_TYPES.iter().filter(|row| row.name == last).peekable();
    rows.peek()?;
    let parents = path.segments.iter().take(path.segments.len() - 1);
    let parents: Vec<_> = parents.map(|segment| segment.ident.to_string()).collect();
    rows.find(|row| row.is_at(&parents))
}

/// The function that gives access to a field of this type, with its type arguments but for the last one, the field's
/// type. `None` for other types, and where none of these can be.
pub(crate) fn function(ty: &Type) -> Option<TokenStream> {
    let (wrappers, inner) = ty::layers(ty);
    if !wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Option | Wrapper::Vec | Wrapper::Box)) {
        return None;
    }
    let row = foreign_type(ty::path(inner)?)?;
    let (function, instead) = (row.function(), format_ident!("{}", row.instead));
    Some(quote! { __odata::hint::#function::<#inner, __odata::hint::#instead, })
}

#[cfg(test)]
mod tests {
    use super::foreign_type;

    fn instead(path: &str) -> Option<&'static str> {
        foreign_type(&syn::parse_str(path).expect("a path")).map(|row| row.instead)
    }

    #[test]
    fn types_are_known_by_their_paths() {
        assert_eq!(instead("DateTime<Utc>"), Some("DateTimeOffset"));
        assert_eq!(instead("chrono::DateTime<chrono::Utc>"), Some("DateTimeOffset"));
        assert_eq!(instead("time::Duration"), Some("Duration"));
        assert_eq!(instead("::jiff::civil::Date"), Some("Date"));
        assert_eq!(instead("std::net::IpAddr"), Some("String"));
    }

    #[test]
    fn names_of_odata_types_need_their_crate() {
        for own in ["Date", "Duration", "Decimal", "odata_core::value::Decimal", "value::Duration"] {
            assert_eq!(instead(own), None, "{own}");
        }
    }

    #[test]
    fn types_of_other_modules_are_left_alone() {
        assert_eq!(instead("crate::model::DateTime"), None);
        assert_eq!(instead("model::Value"), None);
    }
}
