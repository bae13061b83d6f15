//! Turns the arguments of a call into what the learner's functions take.

use std::borrow::Cow;

use ndarray::{
    Array, ArrayBase, ArrayD, ArrayView, ArrayViewD, Data, Dimension, IxDyn, Shape, ShapeBuilder,
    Slice,
};
use protocol::{self, Layout, Value};

use crate::Element;

/// All arguments of a function, as a tuple.
pub trait Arguments: Sized {
    /// Made from the values of a call; `None` where they are something else.
    fn take(values: &[Value]) -> Option<Self>;

    /// The first that is no longer what it was made from, counted from 0.
    fn changed(&self, values: &[Value]) -> Option<u32>;
}

/// One argument of a function.
pub trait Argument: Sized {
    /// Made from a value of a call; `None` where it is something else.
    fn take(value: &Value) -> Option<Self>;

    /// Several, made from one value.
    fn take_several(value: &Value) -> Option<Vec<Self>> {
        match value {
            Value::Record(values) => values.iter().map(Self::take).collect(),
            _ => None,
        }
    }

    /// Whether it still is what it was made from. Only what is handed out as a view can be something else.
    fn is_still(&self, _value: &Value) -> bool {
        true
    }
}

/// Makes a struct an argument: its value is a record of its fields, in this order.
#[macro_export]
macro_rules! argument {
    ($name:path { $($field:ident),+ }) => {
        impl $crate::Argument for $name {
            fn take(value: &$crate::Value) -> Option<Self> {
                let $crate::Value::Record(fields) = value else { return None };
                let [$($field),+] = fields.as_slice() else { return None };
                Some(Self { $($field: $crate::Argument::take($field)?),+ })
            }
        }
    };
}

macro_rules! tuple {
    ($($name:ident),*) => {
        impl<$($name: Argument),*> Arguments for ($($name,)*) {
            #[allow(non_snake_case)]
            fn take(values: &[Value]) -> Option<Self> {
                let [$($name),*] = values else { return None };
                Some(($($name::take($name)?,)*))
            }

            #[allow(non_snake_case)]
            fn changed(&self, values: &[Value]) -> Option<u32> {
                let ($($name,)*) = self;
                let mut values = (0..).zip(values);
                $({
                    let (place, value) = values.next()?;
                    if !$name.is_still(value) {
                        return Some(place);
                    }
                })*
                let _ = &mut values;
                None
            }
        }
    };
}

tuple!();
tuple!(A);
tuple!(A, B);
tuple!(A, B, C);
tuple!(A, B, C, D);
tuple!(A, B, C, D, E);
tuple!(A, B, C, D, E, F);
tuple!(A, B, C, D, E, F, G);

impl Argument for usize {
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Size(size) => Self::try_from(*size).ok(),
            _ => None,
        }
    }

    fn take_several(value: &Value) -> Option<Vec<Self>> {
        let Value::Ids(ids) = value else { return None };
        ids.iter().map(|&id| Self::try_from(id).ok()).collect()
    }
}

impl Argument for f32 {
    fn take(value: &Value) -> Option<Self> {
        Scalar::take(value).map(|scalar| scalar.0)
    }
}

impl Argument for Option<usize> {
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Bound(None) => Some(None),
            Value::Bound(Some(bound)) => usize::try_from(*bound).ok().map(Some),
            _ => None,
        }
    }
}

impl Argument for String {
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Argument for bool {
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl<A: Argument> Argument for Vec<A> {
    fn take(value: &Value) -> Option<Self> {
        A::take_several(value)
    }
}

/// A number of the dtype `T`.
#[derive(Clone, Copy, Debug)]
pub struct Scalar<T>(pub T);

impl<T: Element> Argument for Scalar<T> {
    fn take(value: &Value) -> Option<Self> {
        match value {
            Value::Array(array) => array.entries.first().map(|&entry| Self(T::of(entry))),
            _ => None,
        }
    }
}

impl<T: Element, D: Dimension> Argument for Array<T, D> {
    fn take(value: &Value) -> Option<Self> {
        let input = Input::<T, D>::take(value)?;
        match input.layout {
            // It is this already; a large one is not to be there twice.
            Layout::Rows => input.stored.into_dimensionality().ok(),
            _ => Some(input.view().to_owned()),
        }
    }
}

/// An array that a function sees through a view, in the memory layout that the call asks for.
#[derive(Debug)]
pub struct Input<T, D> {
    stored: ArrayD<T>,
    shape: D,
    layout: Layout,
}

/// What lies in memory between the entries of a view with gaps, so that reading past an entry shows.
const GAP: f64 = 113.0;

impl<T: Element, D: Dimension> Input<T, D> {
    /// The array as the argument of a function.
    pub fn view(&self) -> ArrayView<'_, T, D> {
        let all = || self.stored.view();
        let view = match self.layout {
            Layout::Rows | Layout::Columns => Some(all()),
            Layout::Broadcast => self.stored.broadcast(self.shape.slice()),
            Layout::Gaps => Some(every(all(), 2)),
            Layout::Reversed => Some(every(all(), -1)),
        };
        let view = view.and_then(|view| view.into_dimensionality().ok());
        view.expect("`take` has made it of this shape")
    }
}

/// Every so many entries along every axis, from the end where `step` is negative.
fn every<T>(mut view: ArrayView<'_, T, IxDyn>, step: isize) -> ArrayView<'_, T, IxDyn> {
    view.slice_each_axis_inplace(|_| Slice::new(0, None, step));
    view
}

impl<T: Element, D: Dimension> Argument for Input<T, D> {
    fn is_still(&self, value: &Value) -> bool {
        T::is_still(&self.stored, value)
    }

    fn take(value: &Value) -> Option<Self> {
        let (shape, layout) = match value {
            Value::Array(array) => (&array.shape, array.layout),
            Value::Fixture(fixture) => (&fixture.shape, Layout::Rows),
            _ => return None,
        };
        let lengths = lengths(shape)?;
        let mut shape = D::zeros(D::NDIM?);
        if lengths.len() != shape.ndim() {
            return None;
        }
        shape.slice_mut().copy_from_slice(&lengths);
        Some(Self {
            stored: T::stored(value)?,
            shape,
            layout,
        })
    }
}

fn lengths(shape: &[u64]) -> Option<Vec<usize>> {
    shape.iter().map(|&length| length.try_into().ok()).collect()
}

/// An array as it lies in memory, with the gaps of its layout.
pub(crate) fn stored<T: Element>(value: &Value) -> Option<ArrayD<T>> {
    let (shape, entries) = match value {
        Value::Array(array) => {
            let (shape, entries) = in_memory(array)?;
            (shape, entries.iter().map(|&entry| T::of(entry)).collect())
        }
        Value::Fixture(fixture) => {
            let shape = lengths(&fixture.shape)?.into_shape_with_order();
            (shape, T::read(fixture)?)
        }
        _ => return None,
    };
    ArrayD::from_shape_vec(shape, entries).ok()
}

/// The shape of what lies in memory, and its entries in the order in which they lie there.
fn in_memory(array: &protocol::Array) -> Option<(Shape<IxDyn>, Cow<'_, [f64]>)> {
    let lengths = lengths(&array.shape)?;
    let entries = array.entries.as_slice();
    let rows = || ArrayViewD::from_shape(lengths.clone(), entries).ok();
    let all = lengths.clone().into_shape_with_order();
    Some(match array.layout {
        Layout::Rows => (all, entries.into()),
        Layout::Broadcast => (
            vec![1; lengths.len()].into_shape_with_order(),
            entries.into(),
        ),
        Layout::Columns => (all.set_f(true), rows()?.t().iter().copied().collect()),
        Layout::Gaps => {
            let twice: Vec<usize> = lengths.iter().map(|length| 2 * length).collect();
            let mut stored = ArrayD::from_elem(twice.clone(), GAP);
            let mut kept = stored.view_mut();
            kept.slice_each_axis_inplace(|_| Slice::new(0, None, 2));
            kept.assign(&rows()?);
            let entries = stored.into_raw_vec_and_offset().0;
            (twice.into_shape_with_order(), entries.into())
        }
        Layout::Reversed => (all, entries.iter().rev().copied().collect()),
    })
}

/// Whether all that lies in memory, the gaps too, still is what it was made from.
pub(crate) fn is_still<T: Element>(now: &ArrayD<T>, value: &Value) -> bool {
    let before = T::stored(value).map(|before| T::sent(before.view()));
    match (before, T::sent(now.view())) {
        (Some(Value::Array(before)), Value::Array(now)) => before.differing(&now, &[]).is_empty(),
        _ => false,
    }
}

/// Whether all entries of a view are one and the same place in memory, that of `entry`.
pub(crate) fn all_at<T, S: Data<Elem = T>, D: Dimension>(
    view: &ArrayBase<S, D>,
    entry: *const T,
) -> bool {
    view.iter().all(|each| std::ptr::eq(each, entry))
}
