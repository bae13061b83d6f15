//! The band of the reference, which writes whole parts of a row, against its definition, which asks about every entry.

use half::{bf16, f16};
use ndarray::{Array2, ArrayView2, arr0, s};
use num_traits::Float;
use solutions::step_02::band_part;

// ANCHOR: definition
fn by_definition<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|lower| i <= j.saturating_add(lower))
            && num_upper.is_none_or(|upper| j <= i.saturating_add(upper));
        if inside != exclude {
            tensor[[i, j]]
        } else {
            T::zero()
        }
    })
}
// ANCHOR_END: definition

/// Every kind of limit that a small matrix can tell apart, and those that must not overflow.
const LIMITS: [Option<usize>; 9] = [
    None,
    Some(0),
    Some(1),
    Some(2),
    Some(4),
    Some(7),
    Some(9),
    Some(usize::MAX - 1),
    Some(usize::MAX),
];

/// The bits of an entry, so that no two zeros and no two NaNs are the same by mistake.
fn bits<T: Float>(entry: &T) -> (u64, i16, i8, bool) {
    if entry.is_nan() {
        return (1, 0, 0, false);
    }
    let (mantissa, exponent, sign) = entry.integer_decode();
    (mantissa, exponent, sign, entry.is_sign_negative())
}

#[track_caller]
fn assert_by_definition<T: Float>(tensor: ArrayView2<'_, T>, what: &str) {
    for num_lower in LIMITS {
        for num_upper in LIMITS {
            for exclude in [false, true] {
                let ours = band_part(tensor, num_lower, num_upper, exclude);
                let right = by_definition(tensor, num_lower, num_upper, exclude);
                let call = format!(
                    "{what} {:?}: {num_lower:?}, {num_upper:?}, {exclude}",
                    tensor.dim()
                );
                assert_eq!(ours.mapv(|x| bits(&x)), right.mapv(|x| bits(&x)), "{call}");
                assert!(ours.is_standard_layout(), "{call}");
            }
        }
    }
}

/// Numbers that are all different, with some that arithmetic would change.
fn numbers<T: Float>(rows: usize, columns: usize) -> Array2<T> {
    let special = [T::nan(), T::neg_zero(), T::infinity(), T::neg_infinity()];
    Array2::from_shape_fn((rows, columns), |(i, j)| {
        let number = i * columns + j;
        match special.get(number % 11) {
            Some(special) => *special,
            None => T::from(number).expect("a small number"),
        }
    })
}

fn compare<T: Float>() {
    for rows in 0..9 {
        for columns in 0..9 {
            let whole = numbers::<T>(rows, columns);
            assert_by_definition(whole.view(), "rows");
            assert_by_definition(whole.slice(s![..;-1, ..;-1]), "backwards");
            assert_by_definition(whole.slice(s![..;2, ..;3]), "with gaps");
            assert_by_definition(numbers::<T>(columns, rows).t(), "columns");
            for entry in [T::neg_infinity(), T::neg_zero(), T::nan(), T::one()] {
                let constant = arr0(entry);
                let view = constant.broadcast((rows, columns)).expect("a small shape");
                assert_by_definition(view, "a constant");
            }
            let row = numbers::<T>(1, columns);
            let view = row.broadcast((rows, columns)).expect("a small shape");
            assert_by_definition(view, "a row again and again");
            let column = numbers::<T>(rows, 1);
            let view = column.broadcast((rows, columns)).expect("a small shape");
            assert_by_definition(view, "a column again and again");
        }
    }
}

#[test]
fn whole_parts_of_rows_make_what_the_definition_says() {
    compare::<f16>();
    compare::<bf16>();
    compare::<f32>();
    compare::<f64>();
}

#[test]
fn many_rows_without_a_column_take_no_time() {
    let constant = arr0(1.0_f32);
    let rows = usize::try_from(isize::MAX).expect("positive");
    let view = constant.broadcast((rows, 0)).expect("no entries");
    assert_eq!(band_part(view, None, Some(0), true).dim(), (rows, 0));
}
