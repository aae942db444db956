//! The reader: one loop over a value, which calls the loop over the members of an object.

use super::{
    Purpose, ReadOptions,
    body::BodyReader,
    fault::Faults,
    member::{Members, WholeValue},
    object::Sink,
    receiver::Receiver,
    type_name::TypeMember,
};
use crate::{
    edm::{PropertyDescriptor, PropertyType, TypeDescriptor},
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
    read_slot(&mut value, T::TYPE, body, options, None)?;
    Ok(value)
}

/// Reads a value of type `T`, and passes what the body has besides values to a receiver.
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details. The receiver got what was read before.
#[doc(hidden)]
pub fn from_slice_with_receiver<T: PropertyValue>(
    body: &[u8],
    options: &ReadOptions,
    receiver: &mut dyn Receiver,
) -> Result<T> {
    let mut value = T::blank();
    read_slot(&mut value, T::TYPE, body, options, Some(receiver))?;
    Ok(value)
}

// Not generic, so that each type adds next to no code.
fn read_slot<'o>(
    slot: &mut dyn Slot,
    ty: &PropertyType,
    body: &[u8],
    options: &'o ReadOptions,
    receiver: Option<&'o mut dyn Receiver>,
) -> Result<()> {
    read_with_faults(body, options, receiver, |body| body.value(slot, ty))?.map_or(Ok(()), Err)
}

/// Reads a whole body into a slot of this type.
pub(crate) fn read_value(slot: &mut dyn Slot, ty: &PropertyType, body: &[u8], options: &ReadOptions) -> Result<()> {
    read_slot(slot, ty, body, options, None)
}

/// Reads an entity or complex value whose Rust type is unknown at compile time.
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

/// The readable part of a body, and the faults of the rest.
#[derive(Debug)]
pub struct PartlyRead {
    /// The value; `None` if its own type is at fault.
    pub value: Option<Box<dyn Structured>>,
    /// All faults: the first as the error, the others as its details.
    pub faults: Option<Error>,
}

/// Reads an entity or complex value as [`read_structured`] does, and returns what could be read together with all
/// faults.
///
/// A faulty property is null, or has its default value or a blank one. A collection is empty if one of its items does
/// not fit; without the item if the item's type is at fault. This holds for the first
/// [`max_faults`](ReadOptions::max_faults) ones.
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
    let faults = read_with_faults(body, options, None, |body| {
        let start = body.reader.value_offset();
        body.reader.begin_object()?;
        let found = if polymorphic {
            body.type_of_object(declared, declared, false, start)?
        } else {
            Some((declared, TypeMember::Absent))
        };
        let (new, found, named) = match (found, body.unknown_type.take()) {
            (Some((found, named)), _) => ((found.blank)(), found, named),
            (None, Some((name, named))) => {
                (Box::new(Unknown::new((declared.blank)(), name)) as Box<dyn Structured>, declared, named)
            }
            (None, None) => return body.skip_members(),
        };
        body.members(&mut **value.insert(new), found, start, ObjectType { polymorphic, named })
    })?;
    Ok(PartlyRead { value, faults })
}

/// Reads a whole body and fails with its faults as one error.
pub(crate) fn read_whole(
    body: &[u8],
    options: &ReadOptions,
    read: impl FnOnce(&mut BodyReader<'_, '_>) -> std::result::Result<(), JsonError>,
) -> Result<()> {
    read_with_faults(body, options, None, read)?.map_or(Ok(()), Err)
}

/// Reads a whole body. Returns its faults as one error, and fails with them where the text is not JSON.
fn read_with_faults<'o>(
    body: &[u8],
    options: &'o ReadOptions,
    receiver: Option<&'o mut dyn Receiver>,
    read: impl FnOnce(&mut BodyReader<'_, 'o>) -> std::result::Result<(), JsonError>,
) -> Result<Option<Error>> {
    let reader = JsonReader::with_limits(body, options.limits).map_err(|error| Error::of_json(body, error))?;
    let mut reader = BodyReader::new(reader, options, receiver);
    match read(&mut reader).and_then(|()| reader.reader.finish()) {
        Ok(()) if reader.faults.len() == 0 => Ok(None),
        read => end_with_faults(body, reader.faults, read.err()),
    }
}

/// Returns the faults of a body as one error, and fails with them where the text is not JSON.
#[cold]
#[inline(never)]
fn end_with_faults(body: &[u8], faults: Faults, broken: Option<JsonError>) -> Result<Option<Error>> {
    let is_json = broken.is_none();
    let mut errors = faults.into_errors(body);
    errors.extend(broken.map(|broken| Error::of_json(body, broken)));
    let error = Error::from_many(errors);
    if is_json { Ok(error) } else { error.map_or(Ok(None), Err) }
}

/// The known facts about the type of an object before its members are read.
#[derive(Clone, Copy)]
pub(crate) struct ObjectType {
    /// Whether derived types were accepted.
    pub(crate) polymorphic: bool,
    /// The position of the type name, as far as was searched.
    pub(crate) named: TypeMember,
}

impl BodyReader<'_, '_> {
    /// Reads a value into a slot of this type.
    pub(crate) fn value(&mut self, slot: &mut dyn Slot, ty: &PropertyType) -> std::result::Result<(), JsonError> {
        let token = self.reader.peek()?;
        let start = self.reader.offset();
        let put = match token {
            Token::String => {
                let text = self.reader.string()?;
                match slot.put(Input::Text(text)) {
                    Err(Mismatch::Kind) if self.options.ieee754_compatible && ty.is_wide_number() => {
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
            Token::Object if !ty.edm.is_primitive() => {
                self.enter(false);
                let read = self.object(slot, ty, start);
                self.leave();
                return read;
            }
            Token::Array if slot.put(Input::List).is_ok() => {
                self.enter(true);
                let read = self.items(slot, ty, start);
                self.leave();
                return read;
            }
            Token::Object | Token::Array => {
                let json = self.reader.raw_value()?;
                let put = if ty.takes_json() { slot.put(Input::Json(json)) } else { Err(Mismatch::Kind) };
                if let (Err(Mismatch::Literal), Some(geo)) = (put, ty.geo()) {
                    let _ = slot.put(Input::Null);
                    self.geo_fault(geo, json, start);
                    return Ok(());
                }
                put
            }
        };
        if let Err(mismatch) = put {
            // Do not leave a value in it that was never sent, if it can be null. Other slots kept theirs.
            let _ = slot.put(Input::Null);
            self.faults.mismatch(mismatch, token, ty, start);
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
            if is_object && self.is_observed() {
                self.observe_item(slot);
            }
            if ty.polymorphic && is_object {
                self.enter(false);
                self.polymorphic_item(slot, ty)?;
                self.leave();
                continue;
            }
            let faults = self.faults.len();
            match slot.push(None) {
                Some(item) => self.value(item, ty)?,
                None => {
                    self.reader.skip_value()?;
                    self.faults.mismatch(Mismatch::Kind, Token::Array, collection, start);
                }
            }
            is_faulty |= !is_object && self.faults.len() > faults;
        }
        if is_faulty {
            // An item that does not fit left a blank one, which was never sent.
            let _ = slot.put(Input::List);
        }
        Ok(())
    }

    /// Reads an item whose type is known before there is a value of it, so that no value is created unnecessarily.
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
                self.faults.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    fn object(&mut self, slot: &mut dyn Slot, ty: &PropertyType, start: usize) -> std::result::Result<(), JsonError> {
        let Some(declared) = ty.edm.structured() else {
            self.faults.mismatch(Mismatch::Kind, Token::Object, ty, start);
            return self.reader.skip_value();
        };
        self.reader.begin_object()?;
        let found = if ty.polymorphic {
            self.type_of_object(declared, declared, false, start)?
        } else {
            Some((declared, TypeMember::Absent))
        };
        let Some((found, named)) = found else { return self.object_of_unknown(Some(slot), ty, start) };
        match slot.open(Some(found)) {
            Some(value) => self.members(value, found, start, ObjectType { polymorphic: ty.polymorphic, named }),
            None => {
                self.faults.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    /// Reads the members of an object whose type is unknown, or skips them: its fault is recorded.
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
                self.faults.mismatch(Mismatch::Kind, Token::Object, ty, start);
                self.skip_members()
            }
        }
    }

    /// Reads the members of an object, up to and including its `}`. `start` is the offset of its `{`.
    pub(crate) fn members(
        &mut self,
        target: &mut dyn Structured,
        descriptor: &'static TypeDescriptor,
        start: usize,
        object: ObjectType,
    ) -> std::result::Result<(), JsonError> {
        let mut members = Members::new(descriptor, object.named);
        self.members_into::<false, _>(&mut WholeValue { target, polymorphic: object.polymorphic }, &mut members)?;
        if self.options.required && self.purpose != Purpose::Update && members.properties.len() < descriptor.len() {
            self.check_required(descriptor, &members.properties, start);
        }
        Ok(())
    }

    /// Records required properties that were not there.
    #[inline(never)]
    pub(crate) fn check_required(&mut self, descriptor: &'static TypeDescriptor, seen: &Bits, start: usize) {
        for (index, property) in descriptor.properties() {
            if descriptor.requires(property) && !seen.contains(index) {
                self.faults.missing(start, property.name, descriptor);
            }
        }
    }
}

impl Sink for WholeValue<'_> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "it is the inside of the loop")]
    fn property(
        &mut self,
        body: &mut BodyReader<'_, '_>,
        members: &mut Members,
        index: usize,
        property: &'static PropertyDescriptor,
    ) -> std::result::Result<(), JsonError> {
        if body.skips(body.purpose, property) {
            return body.reader.skip_value();
        }
        let at = body.reader.name_offset();
        let slot = self.target.slot_mut(index);
        if members.may_wait() {
            body.put_media_type(slot, property, members);
        }
        body.value(slot, property.ty)?;
        if property.is_limited() {
            if property.ty.is_stream() {
                members.stream(index, at);
            } else {
                body.check_facets(self.target.slot(index), property, at);
            }
        }
        Ok(())
    }

    fn skips(&self, body: &mut BodyReader<'_, '_>, _: usize, property: &PropertyDescriptor) -> bool {
        body.skips(body.purpose, property)
    }

    fn type_name(&mut self, body: &mut BodyReader<'_, '_>) -> std::result::Result<(), JsonError> {
        body.same_type_in_member(self.target.descriptor(), self.polymorphic)
    }
}
