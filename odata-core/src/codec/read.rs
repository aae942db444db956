//! The reader: one loop over the members of an object, one over a value.

use super::{Named, Purpose, ReadOptions, control::is_type, fault::Fault, seen::Seen, type_name::RecentTypes};
use crate::{
    edm::{EdmType, Facets, PrimitiveType, PropertyDescriptor, PropertyType, TypeDescriptor},
    error::{Error, ErrorCode, Result},
    json::{JsonError, JsonReader, Token},
    property_set::Bits,
    slot::{Input, Mismatch, PropertyValue, Slot, Structured, Unknown},
};

/// Reads a value of type `T`, strictly.
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details.
pub fn from_slice<T: PropertyValue>(body: &[u8]) -> Result<T> {
    from_slice_with(body, &ReadOptions::default())
}

/// Reads a value of type `T`.
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details.
pub fn from_slice_with<T: PropertyValue>(body: &[u8], options: &ReadOptions) -> Result<T> {
    let mut value = T::blank();
    read_slot(&mut value, T::TYPE, body, options)?;
    Ok(value)
}

// Not generic, so that a type that is read adds next to no code.
fn read_slot(slot: &mut dyn Slot, ty: &PropertyType, body: &[u8], options: &ReadOptions) -> Result<()> {
    read_whole(body, options, |intake| intake.value(slot, ty))
}

/// Reads an entity or complex value whose Rust type is not known.
///
/// With `polymorphic`, the body may name a type that derives from `declared`.
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details.
pub fn read_structured(
    declared: &'static TypeDescriptor,
    polymorphic: bool,
    body: &[u8],
    options: &ReadOptions,
) -> Result<Box<dyn Structured>> {
    let PartlyRead { value, faults } = read_faulty(declared, polymorphic, body, options)?;
    match faults {
        Some(faults) => Err(faults),
        // Either the value was made or a fault was recorded.
        None => value.ok_or_else(|| Error::new(ErrorCode::TYPE_REQUIRED, "the body names no type")),
    }
}

/// What could be read of a body, and what could not.
#[derive(Debug)]
pub struct PartlyRead {
    /// The value; `None` if its own type is at fault.
    pub value: Option<Box<dyn Structured>>,
    /// All faults: the first as the error, the others as its details.
    pub faults: Option<Error>,
}

/// Reads an entity or complex value as [`read_structured`] does, and gives back what could be read of it together with all
/// faults.
///
/// What is at fault is null, or has its default value or a blank one. A collection is empty if one of its items does not
/// fit; without the item if the item's type is at fault. This holds for the first [`max_faults`](ReadOptions::max_faults) ones.
///
/// # Errors
///
/// The text is not JSON; then there is no value.
pub fn read_faulty(
    declared: &'static TypeDescriptor,
    polymorphic: bool,
    body: &[u8],
    options: &ReadOptions,
) -> Result<PartlyRead> {
    let mut value = None;
    let faults = read_with_faults(body, options, |intake| {
        let start = intake.reader.value_offset();
        intake.reader.begin_object()?;
        let found = if polymorphic {
            intake.type_of_object(declared, declared, false, start)?
        } else {
            Some((declared, Named::Not))
        };
        let (new, found, named) = match (found, intake.unknown_type.take()) {
            (Some((found, named)), _) => ((found.blank)(), found, named),
            (None, Some((name, named))) => {
                (Box::new(Unknown::new((declared.blank)(), name)) as Box<dyn Structured>, declared, named)
            }
            (None, None) => return intake.skip_members(),
        };
        intake.members(&mut **value.insert(new), found, start, ObjectType { polymorphic, named })
    })?;
    Ok(PartlyRead { value, faults })
}

/// Reads a whole body and turns its faults into one error.
pub(crate) fn read_whole(
    body: &[u8],
    options: &ReadOptions,
    read: impl FnOnce(&mut Intake<'_, '_>) -> std::result::Result<(), JsonError>,
) -> Result<()> {
    read_with_faults(body, options, read)?.map_or(Ok(()), Err)
}

/// Reads a whole body. Gives back its faults as one error, and fails with them where the text is not JSON.
fn read_with_faults(
    body: &[u8],
    options: &ReadOptions,
    read: impl FnOnce(&mut Intake<'_, '_>) -> std::result::Result<(), JsonError>,
) -> Result<Option<Error>> {
    let reader = JsonReader::with_limits(body, options.limits).map_err(|error| Error::of_json(body, error))?;
    let mut intake = Intake {
        reader,
        options,
        purpose: options.purpose,
        faults: Vec::new(),
        recent: RecentTypes::default(),
        unknown_type: None,
    };
    match read(&mut intake).and_then(|()| intake.reader.finish()) {
        Ok(()) if intake.faults.is_empty() => Ok(None),
        Ok(()) => Ok(Error::from_many(Fault::into_errors(intake.faults, body))),
        Err(broken) => {
            let faults = Fault::into_errors(intake.faults, body).chain([Error::of_json(body, broken)]);
            Error::from_many(faults).map_or(Ok(None), Err)
        }
    }
}

/// Where the reader is, and what it has found wrong.
pub(crate) struct Intake<'j, 'o> {
    pub(crate) reader: JsonReader<'j>,
    pub(crate) options: &'o ReadOptions,
    /// The purpose of what is read now: inside of a PATCH body, a new complex value is an insert.
    pub(crate) purpose: Purpose,
    pub(crate) faults: Vec<Fault>,
    pub(crate) recent: RecentTypes,
    /// The type that the last object named, if it is not known and is to be kept.
    pub(crate) unknown_type: Option<(Box<str>, Named)>,
}

/// What is known of the type of an object when its members are read.
#[derive(Clone, Copy)]
pub(crate) struct ObjectType {
    /// Derived types were accepted.
    pub(crate) polymorphic: bool,
    /// Where the type is named, as far as it was looked for.
    pub(crate) named: Named,
}

impl Intake<'_, '_> {
    /// Reads a value into a slot of this type.
    pub(crate) fn value(&mut self, slot: &mut dyn Slot, ty: &PropertyType) -> std::result::Result<(), JsonError> {
        let token = self.reader.peek()?;
        let start = self.reader.offset();
        let put = match token {
            Token::String => {
                let text = self.reader.string()?;
                match slot.put(Input::Text(text)) {
                    Err(Mismatch::Kind) if self.options.ieee754_compatible && is_wide_number(ty) => {
                        slot.put(Input::Number(text))
                    }
                    put => put,
                }
            }
            Token::Null => {
                self.reader.null()?;
                slot.put(Input::Null)
            }
            Token::Number => slot.put(Input::Number(self.reader.number()?)),
            Token::Boolean => slot.put(Input::Boolean(self.reader.boolean()?)),
            Token::Object if !ty.edm.is_primitive() => return self.object(slot, ty, start),
            Token::Array if slot.put(Input::List).is_ok() => return self.items(slot, ty, start),
            Token::Object | Token::Array => {
                let json = self.reader.raw_value()?;
                if is_stream(ty) { slot.put(Input::Json(json)) } else { Err(Mismatch::Kind) }
            }
        };
        if let Err(mismatch) = put {
            // What can be null is not left with a value that nobody has sent. Other slots have kept theirs.
            let _ = slot.put(Input::Null);
            self.mismatch(mismatch, token, ty, start);
        }
        Ok(())
    }

    fn items(&mut self, slot: &mut dyn Slot, ty: &PropertyType, start: usize) -> std::result::Result<(), JsonError> {
        let collection = ty;
        let ty = &PropertyType { collection: false, ..*collection };
        let mut is_faulty = false;
        self.reader.begin_array()?;
        while self.reader.next_item()? {
            let is_object = !ty.edm.is_primitive() && self.reader.peek()? == Token::Object;
            if ty.polymorphic && is_object {
                self.polymorphic_item(slot, ty)?;
                continue;
            }
            let faults = self.faults.len();
            match slot.push(None) {
                Some(item) => self.value(item, ty)?,
                None => {
                    self.reader.skip_value()?;
                    self.mismatch(Mismatch::Kind, Token::Array, collection, start);
                }
            }
            is_faulty |= !is_object && self.faults.len() > faults;
        }
        if is_faulty {
            // Where an item does not fit there is a blank one now, which nobody has sent.
            let _ = slot.put(Input::List);
        }
        Ok(())
    }

    /// Reads an item whose type is known before there is a value of it, so that no value is made in vain.
    fn polymorphic_item(&mut self, list: &mut dyn Slot, ty: &PropertyType) -> std::result::Result<(), JsonError> {
        let start = self.reader.offset();
        let Some(declared) = ty.edm.structured() else { return self.reader.skip_value() };
        self.reader.begin_object()?;
        let found = self.type_of_object(declared, declared, false, start)?;
        let Some((found, named)) = found else {
            let item = if self.unknown_type.is_some() { list.push(None) } else { None };
            return self.object_of_unknown(item, ty, start);
        };
        match list.push(Some(found)).and_then(Slot::current) {
            Some(value) => self.members(value, found, start, ObjectType { polymorphic: true, named }),
            None => {
                self.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    fn object(&mut self, slot: &mut dyn Slot, ty: &PropertyType, start: usize) -> std::result::Result<(), JsonError> {
        let Some(declared) = ty.edm.structured() else {
            self.mismatch(Mismatch::Kind, Token::Object, ty, start);
            return self.reader.skip_value();
        };
        self.reader.begin_object()?;
        let found = if ty.polymorphic {
            self.type_of_object(declared, declared, false, start)?
        } else {
            Some((declared, Named::Not))
        };
        let Some((found, named)) = found else { return self.object_of_unknown(Some(slot), ty, start) };
        match slot.open(Some(found)) {
            Some(value) => self.members(value, found, start, ObjectType { polymorphic: ty.polymorphic, named }),
            None => {
                self.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    /// Reads the members of an object whose type is not known, or skips them: its fault is recorded.
    #[cold]
    #[inline(never)]
    fn object_of_unknown(
        &mut self,
        slot: Option<&mut dyn Slot>,
        ty: &PropertyType,
        start: usize,
    ) -> std::result::Result<(), JsonError> {
        let Some((name, named)) = self.unknown_type.take() else { return self.skip_members() };
        let value = slot.and_then(|slot| {
            slot.put(Input::UnknownType(&name)).ok()?;
            slot.current()
        });
        match value {
            Some(value) => {
                let known = value.descriptor();
                self.members(value, known, start, ObjectType { polymorphic: true, named })
            }
            None => {
                self.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    /// Passes over the rest of an object.
    pub(crate) fn skip_members(&mut self) -> std::result::Result<(), JsonError> {
        while self.reader.next_name()?.is_some() {
            self.reader.skip_value()?;
        }
        Ok(())
    }

    /// Reads the members of an object, up to and with its `}`. `start` is the offset of its `{`.
    pub(crate) fn members(
        &mut self,
        target: &mut dyn Structured,
        descriptor: &'static TypeDescriptor,
        start: usize,
        object: ObjectType,
    ) -> std::result::Result<(), JsonError> {
        let mut seen = Seen::new(object.named);
        let (mut next, mut taken) = (0, 0);
        loop {
            let (index, property) = match descriptor.property(next) {
                // Most bodies hold members in declared order, so most names need not be looked for.
                Some(property) if self.reader.take_name(property.json)? => (next, property),
                _ => {
                    let Some(name) = self.reader.next_name()? else { break };
                    // A type that comes late is common enough to be recognized without a copy of the name.
                    if is_type(name) {
                        self.late_type(descriptor, object, &mut seen)?;
                        continue;
                    }
                    let Some(found) = descriptor.search(name) else {
                        let name: Box<str> = name.into();
                        self.other_member(&name, target, descriptor, &mut seen)?;
                        continue;
                    };
                    found
                }
            };
            next = index + 1;
            if !seen.properties.insert(index) {
                self.duplicate()?;
                continue;
            }
            taken += 1;
            if self.passes_over(property) {
                self.reader.skip_value()?;
            } else {
                let at = self.reader.name_offset();
                self.value(target.slot_mut(index), property.ty)?;
                if property.facets != Facets::NONE {
                    if is_stream(property.ty) {
                        // Its media type, which may come later, says what its bytes are.
                        seen.stream(index, at);
                    } else {
                        self.check_facets(target.slot(index), property, at);
                    }
                }
            }
        }
        for (index, at) in seen.finish(target, descriptor) {
            if let Some(property) = descriptor.property(index) {
                self.check_facets(target.slot(index), property, at);
            }
        }
        if self.options.required && self.purpose != Purpose::Update && taken < descriptor.len() {
            self.check_required(descriptor, &seen.properties, start);
        }
        Ok(())
    }

    /// Whether a declared member is not taken: it is ignored, or refused because it is a navigation property.
    pub(crate) fn passes_over(&mut self, property: &PropertyDescriptor) -> bool {
        if property.ty.navigation {
            let at = self.reader.name_offset();
            return self.refuses_navigation(property.name, at);
        }
        match self.purpose {
            Purpose::Representation => false,
            Purpose::Insert => property.flags.is_computed(),
            Purpose::Update => !property.is_updatable(),
        }
    }

    /// Records required properties that were not there.
    #[inline(never)]
    pub(crate) fn check_required(&mut self, descriptor: &'static TypeDescriptor, seen: &Bits, start: usize) {
        for (index, property) in descriptor.properties() {
            if property.is_required() && !seen.contains(index) {
                self.missing(start, property.name, descriptor.name);
            }
        }
    }
}

pub(crate) fn is_stream(ty: &PropertyType) -> bool {
    matches!(ty.edm, EdmType::Primitive(PrimitiveType::Stream))
}

/// Numbers that are strings under `IEEE754Compatible` (OData JSON 4.01 §3.2).
fn is_wide_number(ty: &PropertyType) -> bool {
    matches!(ty.edm, EdmType::Primitive(PrimitiveType::Int64 | PrimitiveType::Decimal))
}
