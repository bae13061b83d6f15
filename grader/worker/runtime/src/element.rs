//! The four element types of the course, and how their arrays travel.

use half::{bf16, f16};
use ndarray::{ArrayD, ArrayViewD};
use protocol::{Fixture, Value};

use crate::answers::sent;
use crate::arguments::{is_still, stored};

/// An element type. Its methods are not generic over it, so that they are compiled once, with this crate.
pub trait Element: Copy + 'static {
    /// The entry nearest to `entry`.
    fn of(entry: f64) -> Self;

    /// An array as a value.
    fn sent(array: ArrayViewD<'_, Self>) -> Value;

    /// The array of a value as it lies in memory; `None` where the value is something else.
    fn stored(value: &Value) -> Option<ArrayD<Self>>;

    /// Whether what lies in memory still is what it was made from.
    fn is_still(now: &ArrayD<Self>, value: &Value) -> bool;

    /// The entries of an array in a file; `None` where it cannot be read.
    fn read(fixture: &Fixture) -> Option<Vec<Self>> {
        let array = fixture.read().ok()?;
        Some(array.entries.into_iter().map(Self::of).collect())
    }
}

macro_rules! element {
    ($T:ty, $of:expr, $to:expr $(, $read:item)?) => {
        impl Element for $T {
            fn of(entry: f64) -> Self {
                $of(entry)
            }

            fn sent(array: ArrayViewD<'_, Self>) -> Value {
                sent(&array, $to)
            }

            fn stored(value: &Value) -> Option<ArrayD<Self>> {
                stored(value)
            }

            fn is_still(now: &ArrayD<Self>, value: &Value) -> bool {
                is_still(now, value)
            }

            $($read)?
        }
    };
}

element!(f16, f16::from_f64, f16::to_f64);
element!(bf16, bf16::from_f64, bf16::to_f64);
element!(
    f32,
    |entry| entry as f32,
    f64::from,
    fn read(fixture: &Fixture) -> Option<Vec<f32>> {
        fixture.floats().ok()
    }
);
element!(f64, |entry| entry, |entry| entry);

/// Runs `$body` with `$T` standing for the element type that `$dtype` names.
#[macro_export]
macro_rules! by_dtype {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::Dtype::F16 => {
                type $T = $crate::half::f16;
                $body
            }
            $crate::Dtype::Bf16 => {
                type $T = $crate::half::bf16;
                $body
            }
            $crate::Dtype::F32 => {
                type $T = f32;
                $body
            }
            $crate::Dtype::F64 => {
                type $T = f64;
                $body
            }
        }
    };
}
