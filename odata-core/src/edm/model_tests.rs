//! Models of thousands of types, whose descriptors are created at run time.

use std::{
    marker::PhantomData,
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use super::{
    Container, ContainerChild, ContainerDescriptor, EdmType, Model, PropertyDescriptor, PropertyType, TypeDescriptor,
    TypeKind, property::PropertyFlags,
};

/// A number in the type system: the position of a type.
trait Number: 'static {
    const VALUE: usize;
}

struct Zero;
struct Even<Half>(PhantomData<Half>);
struct Odd<Half>(PhantomData<Half>);

impl Number for Zero {
    const VALUE: usize = 0;
}

impl<Half: Number> Number for Even<Half> {
    const VALUE: usize = 2 * Half::VALUE;
}

impl<Half: Number> Number for Odd<Half> {
    const VALUE: usize = 2 * Half::VALUE + 1;
}

/// The number of binary digits of the positions.
trait Digits {
    fn add<N: Number>(functions: &mut Vec<fn() -> &'static TypeDescriptor>, kind: usize);
}

struct NoDigit;
struct Digit<Others>(PhantomData<Others>);
type Three<Others> = Digit<Digit<Digit<Others>>>;

impl Digits for NoDigit {
    fn add<N: Number>(functions: &mut Vec<fn() -> &'static TypeDescriptor>, kind: usize) {
        functions.push([related::<N>, held::<N>][kind]);
    }
}

impl<Others: Digits> Digits for Digit<Others> {
    fn add<N: Number>(functions: &mut Vec<fn() -> &'static TypeDescriptor>, kind: usize) {
        Others::add::<Even<N>>(functions, kind);
        Others::add::<Odd<N>>(functions, kind);
    }
}

/// The number of types of a model.
const TYPES: usize = 4096;

/// A ring of entity types, each related to the next one; all derive from one type with the key.
static RELATED: LazyLock<&'static [TypeDescriptor]> = LazyLock::new(|| ring(0));

/// A ring of complex types, each value of which must hold a value of the next one.
static HELD: LazyLock<&'static [TypeDescriptor]> = LazyLock::new(|| ring(1));

fn related<N: Number>() -> &'static TypeDescriptor {
    &RELATED[N::VALUE]
}

fn held<N: Number>() -> &'static TypeDescriptor {
    &HELD[N::VALUE]
}

static KEY: PropertyDescriptor = property(<i32 as crate::PropertyValue>::TYPE, PropertyFlags::KEY);

static BASE: TypeDescriptor = structured("ring.base", TypeKind::Entity, None, std::slice::from_ref(&KEY));

const fn property(ty: &'static PropertyType, flags: PropertyFlags) -> PropertyDescriptor {
    PropertyDescriptor { flags, ..PropertyDescriptor::plain("next", "\"next\":", 0, "next", 0, ty, "") }
}

const fn structured(
    name: &'static str,
    kind: TypeKind,
    base: Option<&'static TypeDescriptor>,
    own: &'static [PropertyDescriptor],
) -> TypeDescriptor {
    TypeDescriptor::plain(kind, name, name, base, own, &[], || unreachable!("no value is made"))
}

/// Returns the types of a ring. Each refers to the one before it in name order, so nothing is in order by chance.
fn ring(kind: usize) -> &'static [TypeDescriptor] {
    let mut functions = Vec::new();
    <Three<Three<Three<Three<NoDigit>>>>>::add::<Zero>(&mut functions, kind);
    assert_eq!(functions.len(), TYPES);
    let types = (0..TYPES).map(|at| {
        let next = functions[(at + TYPES - 1) % TYPES];
        let edm = if kind == 0 { EdmType::Entity(next) } else { EdmType::Complex(next) };
        let single = PropertyType::single(edm, || unreachable!("no value is made"));
        let ty = if kind == 0 { single.navigation(single.blank) } else { single };
        let own = Box::leak(Box::new([property(Box::leak(Box::new(ty)), PropertyFlags::NONE)]));
        let name = Box::leak(format!("ring.kind{kind}_{at:04}").into_boxed_str());
        if kind == 0 {
            structured(name, TypeKind::Entity, Some(&BASE), own)
        } else {
            structured(name, TypeKind::Complex, None, own)
        }
    });
    Box::leak(types.collect())
}

/// A container with one set whose type refers to the whole ring.
struct Ring<const KIND: usize>;

impl<const KIND: usize> Container for Ring<KIND> {
    const DESCRIPTOR: &'static ContainerDescriptor = &ContainerDescriptor {
        name: "ring.Container",
        rust_name: "Container",
        aliases: &[],
        references: &[],
        children: &[ContainerChild {
            name: "all",
            rust_name: "all",
            ty: &PropertyType::single(
                if KIND == 0 { EdmType::Entity(related::<Zero>) } else { EdmType::Complex(held::<Zero>) },
                || unreachable!("no value is made"),
            ),
            nullable: false,
            in_service_document: true,
            bindings: &[],
            description: "",
        }],
        imports: &[],
        types: &[],
        namespaces: &[],
        closed: false,
        description: "",
        annotations: None,
    };
}

/// Runs something on a stack of 2 MB within a time limit: 100 ms in an optimized build. There is slack, and quadratic
/// time is far above.
fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 4000 } else { 100 });
    let work = move || {
        let start = Instant::now();
        (work(), start.elapsed())
    };
    let (result, took) = thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap().join().unwrap();
    assert!(took < limit, "{took:?}");
    result
}

#[test]
fn a_model_takes_time_in_proportion_to_its_types() {
    LazyLock::force(&RELATED);
    let model = in_time(|| Model::of::<Ring<0>>().unwrap());
    assert_eq!(model.types().len(), TYPES + 1);
    assert!(in_time(move || RELATED.iter().all(|ty| model.find(ty.name) == Some(ty))));
}

#[test]
fn faults_take_time_in_proportion_to_the_types() {
    LazyLock::force(&HELD);
    let error = in_time(|| Model::of::<Ring<1>>().unwrap_err());
    let faults: Vec<_> = error.all().collect();
    // Each property of the ring has the same fault, and each way is as long as the ring.
    assert_eq!(faults.len(), 16);
    assert_eq!(faults[0].target(), Some("ring.kind1_0000/next"));
    assert!(faults[0].message().contains("`ring.kind1_4095`, `ring.kind1_4094`"), "{}", faults[0]);
    assert!(faults[0].message().contains("`ring.kind1_4080`, 4080 others; make one"), "{}", faults[0]);
}
