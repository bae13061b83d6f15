//! The four element types of the course, and how their arrays travel.

use half::{bf16, f16};
use ndarray::{Array0, ArrayViewD};
use num_traits::Zero;

use crate::protocol::{Array, Layout, MAX_ENTRIES, Value};

/// An element type. The methods are not generic over it, so that they are compiled once, with this crate.
pub trait Element: Copy + Zero + 'static {
    /// The entry nearest to `entry`.
    fn of(entry: f64) -> Self;

    /// This scalar as a value.
    fn value(self) -> Value;

    /// An array as a value, its entries row by row whatever their order in memory.
    fn array(array: ArrayViewD<'_, Self>) -> Value;

    /// A view as a value, with whether every entry of it is the one entry of `tensor`.
    fn view_of(tensor: &Array0<Self>, view: ArrayViewD<'_, Self>) -> Value;
}

macro_rules! element {
    ($T:ty, $of:expr, $to:expr) => {
        impl Element for $T {
            fn of(entry: f64) -> Self {
                $of(entry)
            }

            fn value(self) -> Value {
                Value::Array(Array {
                    shape: Vec::new(),
                    layout: Layout::Rows,
                    entries: vec![$to(self)],
                })
            }

            fn array(array: ArrayViewD<'_, Self>) -> Value {
                Value::Array(sent(&array, $to))
            }

            fn view_of(tensor: &Array0<Self>, view: ArrayViewD<'_, Self>) -> Value {
                let array = sent(&view, $to);
                let shared = array.entries.is_empty()
                    || view
                        .iter()
                        .all(|entry| std::ptr::eq(entry, tensor.as_ptr()));
                Value::View(array, shared)
            }
        }
    };
}

element!(f16, f16::from_f64, f16::to_f64);
element!(bf16, bf16::from_f64, bf16::to_f64);
element!(f32, |entry| entry as f32, f64::from);
element!(f64, |entry| entry, |entry| entry);

/// The array with its entries, unless it has more of them than any right answer.
fn sent<T: Copy>(array: &ArrayViewD<'_, T>, to: impl Fn(T) -> f64) -> Array {
    let entries = if array.len() <= MAX_ENTRIES {
        array.iter().map(|&entry| to(entry)).collect()
    } else {
        Vec::new()
    };
    let shape = array.shape().iter().map(|&length| length as u64).collect();
    Array {
        shape,
        layout: Layout::Rows,
        entries,
    }
}
