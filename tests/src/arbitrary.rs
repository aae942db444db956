//! Values of any type of any model, made from a list of choices. A shorter list, or smaller numbers in it, make a simpler
//! value, so that property tests shrink well.

use odata_core::{
    PropertyPath, PropertyValue, Slot, Structured,
    edm::{EdmType, EnumMember, PrimitiveType, PropertyType, Registry, TypeDescriptor},
    slot::Input,
};
use proptest::prelude::*;
use serde_json::json;

/// Choices, one after the other; zeros when there are no more.
pub struct Choices {
    bytes: std::vec::IntoIter<u8>,
    /// Whether floating-point numbers are only such that any reader reads them exactly.
    pub plain_floats: bool,
    /// Whether decimals have no exponents, which 4.0 writes as zeros.
    pub plain_decimals: bool,
}

impl Choices {
    /// The choices of a list.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: bytes.into_iter(), plain_floats: false, plain_decimals: false }
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.bytes.next().unwrap_or(0)) % bound
    }

    fn bits(&mut self) -> u64 {
        (0..8).fold(0, |bits, _| bits << 8 | self.below(256) as u64)
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}

/// Lists of choices.
pub fn choices() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..400)
}

/// A value of a Rust type.
pub fn value<T: PropertyValue>(choices: &mut Choices) -> T {
    let mut value = T::blank();
    fill_slot(&mut value, T::TYPE, choices, 0);
    value
}

/// A path to a property of a type, over single structured values.
pub fn path(ty: &'static TypeDescriptor, choices: &mut Choices) -> PropertyPath {
    let index = |ty: &TypeDescriptor, choices: &mut Choices| choices.below(ty.len());
    let mut path = PropertyPath::new(ty, index(ty, choices)).expect("an index of the type");
    for _ in 0..4 {
        let property = path.property();
        let Some(declared) = property.ty().edm_type().structured() else { break };
        if property.ty().is_collection() || choices.below(4) == 0 {
            break;
        }
        let types: Vec<_> = Registry::global().types().iter().filter(|found| found.derives_from(declared)).collect();
        let ty = if choices.below(2) == 0 { declared } else { types[choices.below(types.len())] };
        if ty.is_empty() {
            break;
        }
        path = path.then(ty, index(ty, choices)).expect("a property of a structured value");
    }
    path
}

/// A value of the property at the end of a path.
pub fn value_at(path: &PropertyPath, choices: &mut Choices) -> Box<dyn Slot> {
    let ty = path.property().ty();
    let mut value = ty.blank();
    fill_slot(&mut *value, ty, choices, 1);
    value
}

/// Changes some of the properties of a value.
pub fn change(value: &mut dyn Structured, choices: &mut Choices) {
    let descriptor = value.descriptor();
    for (index, property) in descriptor.properties() {
        if choices.below(3) > 0 {
            continue;
        }
        if let Some(nested) = value.slot_mut(index).current()
            && choices.below(2) == 0
        {
            change(nested, choices);
            continue;
        }
        fill_slot(value.slot_mut(index), property.ty(), choices, 1);
    }
    fill_dynamic(value, descriptor, choices);
}

fn fill_structured(value: &mut dyn Structured, choices: &mut Choices, depth: usize) {
    let descriptor = value.descriptor();
    for (index, property) in descriptor.properties() {
        fill_slot(value.slot_mut(index), property.ty(), choices, depth);
    }
    fill_dynamic(value, descriptor, choices);
}

/// Fills a slot with a value of its type. Related entities are mostly absent, and below others always; parameters that
/// may be left out are so now and then.
fn fill_slot(slot: &mut dyn Slot, ty: &PropertyType, choices: &mut Choices, depth: usize) {
    slot.swap(&mut *ty.blank());
    if ty.is_navigation() && (depth > 2 || choices.below(4) < 3) {
        return;
    }
    if ty.is_optional() && choices.below(3) == 0 {
        return;
    }
    if !ty.is_collection() {
        return fill_item(slot, ty, choices, depth);
    }
    put(slot, Input::List);
    for _ in 0..choices.below(4) {
        let item = slot.push(None).expect("a collection takes items");
        fill_item(item, ty, choices, depth);
    }
}

fn fill_item(slot: &mut dyn Slot, ty: &PropertyType, choices: &mut Choices, depth: usize) {
    if ty.is_nullable() && (depth > 4 || choices.below(3) == 0) {
        return put(slot, Input::Null);
    }
    match ty.edm_type() {
        EdmType::Primitive(primitive) => fill_primitive(slot, primitive, choices),
        EdmType::Enum(descriptor) => {
            let names: Vec<_> = descriptor.members().iter().map(EnumMember::name).collect();
            let unknown = if descriptor.accepts_unknown() { "cameLater" } else { names[0] };
            let name = if choices.below(4) == 3 { unknown } else { choices.one_of(&names) };
            put(slot, Input::Text(name));
        }
        EdmType::Complex(declared) | EdmType::Entity(declared) => {
            let declared = declared();
            let instances: Vec<_> = Registry::global().instances(declared).collect();
            let ty = if ty.is_polymorphic() { instances[choices.below(instances.len())] } else { declared };
            let value = slot.open(Some(ty)).expect("an instance of the declared type");
            fill_structured(value, choices, depth + 1);
        }
    }
}

fn fill_primitive(slot: &mut dyn Slot, primitive: PrimitiveType, choices: &mut Choices) {
    if let Some((least, greatest)) = primitive.integer_range() {
        let small = i64::try_from(choices.below(100)).expect("small");
        let bits = choices.bits().cast_signed();
        let value = [small, least, greatest, bits.clamp(least, greatest)][choices.below(4)];
        return put(slot, Input::Integer(value));
    }
    match primitive {
        PrimitiveType::Boolean => put(slot, Input::Boolean(choices.below(2) == 1)),
        PrimitiveType::Double => {
            let value = f64::from_bits(choices.bits());
            let value = if choices.plain_floats || value.is_nan() { 0.75 } else { value };
            put(slot, if value.is_finite() { Input::Double(value) } else { Input::Text("-INF") });
        }
        PrimitiveType::Single => {
            let value = f32::from_bits(u32::try_from(choices.bits() >> 32).expect("32 bits"));
            put(slot, if value.is_finite() { Input::Double(value.into()) } else { Input::Text("INF") });
        }
        PrimitiveType::Decimal => {
            let exponent = if choices.plain_decimals { "100000" } else { "1E5" };
            let texts = ["0", "-1.50", "12345678901234567890.123456789", exponent, "0.10", "1.5"];
            put(slot, Input::Number(choices.one_of(&texts)));
        }
        PrimitiveType::Stream => fill_stream(slot, choices),
        _ => put(slot, Input::Text(text(primitive, choices))),
    }
}

fn text(primitive: PrimitiveType, choices: &mut Choices) -> &'static str {
    choices.one_of(match primitive {
        PrimitiveType::Binary => &["", "AQID", "_-8"],
        PrimitiveType::Guid => &["00000000-0000-0000-0000-000000000000", "87d349ed-44d7-43e1-9a83-5f2406dee5bd"],
        PrimitiveType::Date => &["0001-01-01", "2024-02-29", "-0044-03-15"],
        PrimitiveType::TimeOfDay => &["00:00", "23:59:59.123456789012", "12:30:00", "12:30"],
        PrimitiveType::DateTimeOffset => &[
            "0001-01-01T00:00:00Z",
            "2016-12-31T23:56:33.9571764-08:00",
            "2020-01-01T00:00Z",
            "2020-01-01T02:00+02:00",
        ],
        PrimitiveType::Duration => &["PT0S", "P1DT2H3M4.5S", "-PT0.000000000001S"],
        _ => &["", "text", "quote \" backslash \\ line\n", "ŝtato 𝄞", "\u{1}\u{7f}", "@odata.type"],
    })
}

fn fill_stream(slot: &mut dyn Slot, choices: &mut Choices) {
    match choices.below(4) {
        0 => put(slot, Input::Text("<policy/>")),
        1 => {
            put(slot, Input::MediaType("text/xml"));
            put(slot, Input::Text("<policy/>"));
        }
        2 => {
            put(slot, Input::MediaType("application/json"));
            put(slot, Input::Json(if choices.plain_floats { r#"{"a":[1,2.5]}"# } else { r#"{"a":[1,2.50]}"# }));
        }
        _ => {
            put(slot, Input::MediaType("image/png"));
            put(slot, Input::Text("AQID"));
        }
    }
}

fn fill_dynamic(value: &mut dyn Structured, descriptor: &TypeDescriptor, choices: &mut Choices) {
    if !descriptor.is_open() {
        return;
    }
    let dynamic = value.dynamic_mut().expect("an open type has dynamic properties");
    for _ in 0..choices.below(4) {
        let name = choices.one_of(&["extra", "note", "numbers"]);
        if descriptor.find(name).is_some() {
            continue;
        }
        let values = [
            json!(1),
            json!("text"),
            json!(null),
            json!([1, 2.5, null, true]),
            json!({"a": {"b": []}}),
            json!(-3.25),
            json!({"a": {"c": 1, "b": [1]}, "d": "text"}),
            json!({"a": 2, "d": {"e": {}}}),
        ];
        dynamic.insert(name, values[choices.below(values.len())].clone()).expect("the name of a property");
    }
}

fn put(slot: &mut dyn Slot, input: Input<'_>) {
    assert_eq!(slot.put(input), Ok(()), "{input:?}");
}
