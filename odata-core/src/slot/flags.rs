//! Sets of members of an enumeration type with flags.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    ops::{BitAnd, BitOr, BitOrAssign, Sub, SubAssign},
    str::FromStr,
};

use super::{
    EnumMemberRef, EnumType, Enumeration, Input, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, blank_slot,
    downcast, holds::Holds,
};
use crate::{
    edm::{EdmType, EnumDescriptor, FlagNames, PropertyType, ReadFlags},
    value::UnknownMember,
};

/// A value of an enumeration type with flags (OData CSDL 4.01 §10.2): any number of its members at once.
///
/// It is a set of bits. Bits for which no member is declared are kept and written as a number; the names of members
/// that are not declared are kept if the enumeration type has a variant for them, and refused otherwise.
///
/// In JSON and in URLs the members are in the order of their declaration, with commas between them. A value that one
/// member has exactly is that member, so one that stands for several others replaces them. No bits at all are the
/// member with the value zero, or `0` without one.
///
/// ```
/// use odata_core::{Flags, ODataEnum, codec};
///
/// #[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
/// #[odata(type = "shop.channel", flags)]
/// #[repr(u8)]
/// pub enum Channel {
///     Web = 1,
///     Store = 2,
///     Phone = 4,
///     All = 7,
/// }
///
/// const STAFFED: Flags<Channel> = Flags::of(&[Channel::Store, Channel::Phone]);
///
/// let mut channels: Flags<Channel> = codec::from_slice(br#""web,store""#)?;
/// assert_eq!(channels.clone() & STAFFED, Flags::from(Channel::Store));
/// channels.insert(Channel::Phone);
/// assert!(channels.contains(Channel::All));
/// assert_eq!(codec::to_vec(&channels), br#""all""#);
/// # Ok::<(), odata_core::Error>(())
/// ```
// Two words and a half: a slice of members can be made by constant code, which cannot ask a member for its value.
pub struct Flags<E: 'static>(Held<E>);

/// The bits, as far as they are known already.
enum Held<E: 'static> {
    /// Those of these members.
    Members(&'static [E]),
    Bits(i64),
    /// The bits with what is not declared.
    Unknown(Box<(i64, Vec<UnknownMember>)>),
}

impl<E> Flags<E> {
    /// No members.
    pub const EMPTY: Self = Self(Held::Bits(0));

    /// Returns the set of these members, in constants too.
    ///
    /// Members that are not declared are not among those of a constant; a set collects them from an iterator.
    pub const fn of(members: &'static [E]) -> Self {
        Self(Held::Members(members))
    }
}

impl<E: EnumType> Flags<E> {
    /// Returns the set with these bits; `None` for a negative number, and for one that the underlying type does not
    /// have.
    pub fn from_bits(bits: i64) -> Option<Self> {
        E::ENUM_DESCRIPTOR.is_flag_value(bits).then_some(Self(Held::Bits(bits)))
    }

    /// Returns the bits, which are never negative: those of the declared members, and those that came as a number.
    pub fn bits(&self) -> i64 {
        match &self.0 {
            Held::Members(members) => members.iter().fold(0, |bits, member| bits | declared_bits(member)),
            Held::Bits(bits) => *bits,
            Held::Unknown(both) => both.0,
        }
    }

    /// Returns the members that are not declared, ordered by name.
    pub fn unknown(&self) -> &[UnknownMember] {
        match &self.0 {
            Held::Unknown(both) => &both.1,
            Held::Members(_) | Held::Bits(_) => &[],
        }
    }

    /// Returns whether there are neither bits nor members that are not declared.
    pub fn is_empty(&self) -> bool {
        self.bits() == 0 && self.unknown().is_empty()
    }

    /// Returns whether the set has a member: all of its bits. Every set has the member with the value zero.
    #[expect(clippy::needless_pass_by_value, reason = "members are small, and mostly `Copy`")]
    pub fn contains(&self, member: E) -> bool {
        match member.member() {
            EnumMemberRef::Unknown(unknown) => self.unknown().binary_search(unknown).is_ok(),
            _ => self.bits() & declared_bits(&member) == declared_bits(&member),
        }
    }

    /// Returns whether the set has all that the other one has.
    pub fn contains_all(&self, other: &Self) -> bool {
        let bits = other.bits();
        self.bits() & bits == bits && other.unknown().iter().all(|name| self.unknown().binary_search(name).is_ok())
    }

    /// Adds a member.
    #[expect(clippy::needless_pass_by_value, reason = "members are small, and mostly `Copy`")]
    pub fn insert(&mut self, member: E) {
        match member.member() {
            EnumMemberRef::Unknown(unknown) => {
                let mut names = self.unknown().to_vec();
                names.push(unknown.clone());
                *self = Self::new(self.bits(), names);
            }
            _ => self.set_bits(self.bits() | declared_bits(&member)),
        }
    }

    /// Removes a member: all of its bits, which other members may share.
    #[expect(clippy::needless_pass_by_value, reason = "members are small, and mostly `Copy`")]
    pub fn remove(&mut self, member: E) {
        match member.member() {
            EnumMemberRef::Unknown(unknown) => {
                let names = self.unknown().iter().filter(|name| *name != unknown).cloned().collect();
                *self = Self::new(self.bits(), names);
            }
            _ => self.set_bits(self.bits() & !declared_bits(&member)),
        }
    }

    /// Returns the declared members whose bits the set has, in the order of their declaration: also those that others
    /// stand for. The member with the value zero is there only if no bit is set.
    ///
    /// ```
    /// # use odata_core::{Flags, ODataEnum};
    /// # #[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
    /// # #[odata(type = "shop.channel", flags)]
    /// # #[repr(u8)]
    /// # pub enum Channel { None = 0, Web = 1, Store = 2, Phone = 4, All = 7 }
    /// let all = Flags::from(Channel::All);
    /// assert!(all.iter().eq([Channel::Web, Channel::Store, Channel::Phone, Channel::All]));
    /// assert!(Flags::<Channel>::EMPTY.iter().eq([Channel::None]));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = E> {
        let bits = self.bits();
        let members = E::ENUM_DESCRIPTOR.members.iter().enumerate();
        members.filter(move |(_, member)| member.is_in(bits)).filter_map(|(index, _)| E::from_declared(index))
    }

    fn new(bits: i64, mut names: Vec<UnknownMember>) -> Self {
        if names.is_empty() {
            return Self(Held::Bits(bits));
        }
        names.sort_unstable();
        names.dedup();
        Self(Held::Unknown(Box::new((bits, names))))
    }

    fn set_bits(&mut self, bits: i64) {
        match &mut self.0 {
            Held::Unknown(both) => both.0 = bits,
            held => *held = Held::Bits(bits),
        }
    }

    fn read(text: &str) -> Result<Self, Mismatch> {
        let ReadFlags { bits, names } = E::ENUM_DESCRIPTOR.read_flags(text)?;
        Ok(Self::new(bits, names))
    }
}

/// Returns the value of a member, none of which an unknown one has.
fn declared_bits<E: EnumType>(member: &E) -> i64 {
    match member.member() {
        EnumMemberRef::Declared(index) => E::ENUM_DESCRIPTOR.members.get(index).map_or(0, |member| member.value),
        EnumMemberRef::Unknown(_) | EnumMemberRef::Several { .. } => 0,
    }
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            Held::Members(members) => Held::Members(members),
            Held::Bits(bits) => Held::Bits(*bits),
            Held::Unknown(both) => Held::Unknown(both.clone()),
        })
    }
}

impl<E> Default for Flags<E> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<E: EnumType> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.bits() == other.bits() && self.unknown() == other.unknown()
    }
}

impl<E: EnumType> Eq for Flags<E> {}

impl<E: EnumType> PartialOrd for Flags<E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the bits, then by the names of members that are not declared.
impl<E: EnumType> Ord for Flags<E> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bits().cmp(&other.bits()).then_with(|| self.unknown().cmp(other.unknown()))
    }
}

impl<E: EnumType> Hash for Flags<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits().hash(state);
        self.unknown().hash(state);
    }
}

/// The members, as in JSON.
impl<E: EnumType> fmt::Display for Flags<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = FlagNames { of: E::ENUM_DESCRIPTOR, bits: self.bits(), unknown: self.unknown() };
        formatter.pad(&names.to_text())
    }
}

impl<E: EnumType> fmt::Debug for Flags<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Flags({self})")
    }
}

/// The text is not a list of members and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseFlagsError(&'static str);

impl fmt::Display for ParseFlagsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the text is not a list of members of `{}`", self.0)
    }
}

impl std::error::Error for ParseFlagsError {}

/// Reads names and numbers with commas between them, which may have blanks around them.
impl<E: EnumType> FromStr for Flags<E> {
    type Err = ParseFlagsError;

    fn from_str(text: &str) -> Result<Self, ParseFlagsError> {
        Self::read(text).map_err(|_| ParseFlagsError(E::ENUM_DESCRIPTOR.name))
    }
}

impl<E: EnumType> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        let mut flags = Self::EMPTY;
        flags.insert(member);
        flags
    }
}

impl<E: EnumType> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Self::EMPTY;
        flags.extend(members);
        flags
    }
}

impl<E: EnumType> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        members.into_iter().for_each(|member| self.insert(member));
    }
}

/// What either set has.
impl<E: EnumType, R: Into<Self>> BitOr<R> for Flags<E> {
    type Output = Self;

    fn bitor(mut self, other: R) -> Self {
        self |= other;
        self
    }
}

impl<E: EnumType, R: Into<Self>> BitOrAssign<R> for Flags<E> {
    fn bitor_assign(&mut self, other: R) {
        let other = other.into();
        let names = self.unknown().iter().chain(other.unknown()).cloned().collect();
        *self = Self::new(self.bits() | other.bits(), names);
    }
}

/// What both sets have.
impl<E: EnumType, R: Into<Self>> BitAnd<R> for Flags<E> {
    type Output = Self;

    fn bitand(self, other: R) -> Self {
        let other = other.into();
        let names = self.unknown().iter().filter(|name| other.unknown().binary_search(name).is_ok());
        Self::new(self.bits() & other.bits(), names.cloned().collect())
    }
}

/// What the first set has and the second does not.
impl<E: EnumType, R: Into<Self>> Sub<R> for Flags<E> {
    type Output = Self;

    fn sub(mut self, other: R) -> Self {
        self -= other;
        self
    }
}

impl<E: EnumType, R: Into<Self>> SubAssign<R> for Flags<E> {
    fn sub_assign(&mut self, other: R) {
        let other = other.into();
        let names = self.unknown().iter().filter(|name| other.unknown().binary_search(name).is_err());
        *self = Self::new(self.bits() & !other.bits(), names.cloned().collect());
    }
}

impl<E: EnumType> Enumeration for Flags<E> {
    fn enum_descriptor(&self) -> &'static EnumDescriptor {
        E::ENUM_DESCRIPTOR
    }

    fn member(&self) -> EnumMemberRef<'_> {
        EnumMemberRef::Several { bits: self.bits(), unknown: self.unknown() }
    }
}

impl<E: EnumType> Slot for Flags<E> {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Enum(self)
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        *self = match input {
            Input::Text(text) => Self::read(text)?,
            Input::Null => return Err(Mismatch::Null),
            _ => return Err(Mismatch::Kind),
        };
        Ok(())
    }

    fn same(&self, other: &dyn Slot) -> bool {
        downcast::<Self>(other).is_some_and(|other| self == other)
    }
}

impl<E, Levels, Goal> Holds<Levels, Goal> for Flags<E> {}

impl<E: EnumType> PropertyValue for Flags<E> {
    const TYPE: &'static PropertyType =
        &PropertyType::single(EdmType::Enum(E::ENUM_DESCRIPTOR), blank_slot::<Self>).flags(E::ENUM_DESCRIPTOR);

    type Single = NoProperties<Self>;

    fn blank() -> Self {
        Self::EMPTY
    }

    fn copy(&self) -> Self {
        self.clone()
    }
}
