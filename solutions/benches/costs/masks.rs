//! Step 02: masks, in every dtype.

use std::hint::black_box;

use half::{bf16, f16};
use ndarray::{Array2, arr0};
use num_traits::Float;
use solutions::step_02::{band_part, causal_mask};

use crate::harness::Case;

/// The cases of the step.
pub fn run(case: &mut impl FnMut(Case<'_>)) {
    for length in [64, 1024, 4096, 8192] {
        masks::<f16>("f16", length, case);
        masks::<bf16>("bf16", length, case);
        masks::<f32>("f32", length, case);
        masks::<f64>("f64", length, case);
    }
    let stored = crate::matrix(1024, 1024);
    case(
        Case::new(2, "band_part", "f32 1024")
            .way("copy", || stored.clone())
            .way("reference", || {
                band_part(stored.view(), None, Some(0), true)
            })
            .way("ndarray triu", || stored.triu(1)),
    );
}

/// The causal mask of so many tokens.
fn masks<T: Float>(dtype: &str, length: usize, case: &mut impl FnMut(Case<'_>)) {
    let shape = (length, length);
    let blocked = arr0(T::neg_infinity());
    case(
        Case::new(2, "causal_mask", format!("{dtype} {length}"))
            .way("fill", || {
                Array2::from_elem(shape, black_box(T::neg_infinity()))
            })
            .way("reference", || causal_mask::<T>(length, 0))
            // The definition of the page.
            .way("definition", || {
                let (num_lower, num_upper, exclude) = black_box((None::<usize>, Some(0), true));
                Array2::from_shape_fn(shape, |(i, j)| {
                    let inside = num_lower.is_none_or(|lower| i <= j.saturating_add(lower))
                        && num_upper.is_none_or(|upper| j <= i.saturating_add(upper));
                    if inside != exclude {
                        blocked[()]
                    } else {
                        T::zero()
                    }
                })
            })
            .way("from_shape_fn", || {
                let entry = |(i, j)| if j <= i { T::zero() } else { T::neg_infinity() };
                Array2::from_shape_fn(shape, entry)
            })
            .way("ndarray triu", || {
                blocked.broadcast(shape).map(|mask| mask.triu(1))
            }),
    );
}
