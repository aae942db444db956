//! The laws of `Ord`, `Eq` and `Hash`, for tests of all types that have more than one spelling of a value.

use std::fmt::Debug;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

/// Checks all pairs and triples: the order is that of the numbers, it is total, and equality and hash agree with it.
pub(super) fn assert_laws<S: Debug, T: Ord + Hash + Debug, N: Ord + Debug>(
    samples: &[S],
    value: impl Fn(&S) -> &T,
    number: impl Fn(&S) -> N,
) {
    let hash = |sample| BuildHasherDefault::<DefaultHasher>::default().hash_one(value(sample));
    for a in samples {
        assert!(value(a) == value(a) && value(a).cmp(value(a)).is_eq(), "{a:?}");
        for b in samples {
            let order = value(a).cmp(value(b));
            assert_eq!(order, number(a).cmp(&number(b)), "{a:?} {b:?}");
            assert_eq!(order, value(b).cmp(value(a)).reverse(), "{a:?} {b:?}");
            assert_eq!(Some(order), value(a).partial_cmp(value(b)), "{a:?} {b:?}");
            assert_eq!(order.is_eq(), value(a) == value(b), "{a:?} {b:?}");
            if order.is_eq() {
                assert_eq!(hash(a), hash(b), "{a:?} {b:?}");
            }
            for c in samples {
                assert!(order.is_gt() || value(b) > value(c) || value(a) <= value(c), "{a:?} {b:?} {c:?}");
            }
        }
    }
}
