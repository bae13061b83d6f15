//! Generic code of ndarray and of the worker for every dtype, so that it is compiled once and not with every answer. None
//! of it is an answer: it is what answers are made of.

mod calculated;

use std::hint::black_box;

use half::{bf16, f16};
use ndarray::{
    Array, Array0, Array1, Array2, ArrayView2, Axis, Dimension, ErrorKind, Ix0, Ix1, Ix2,
    RemoveAxis, ShapeError, Slice, Zip,
};
use num_traits::{Float, Zero};
use runtime::{
    Argument, Arguments, Call, Dtype, Element, Input, Reply, Scalar, Shown, Value, call, reply,
};

/// All of it. Nobody calls this.
pub fn everything() {
    of::<f16>();
    of::<bf16>();
    of::<f32>();
    of::<f64>();
    calculated::everything();
    asked::<()>();
    asked::<(usize, usize)>();
    asked::<(usize, usize, usize)>();
    let _ = black_box(reply(black_box(Some(1_usize)).ok_or(failure())));
}

/// What answers do in every dtype.
fn of<T: Element + Float + 'static>() {
    taken::<T, Ix1>();
    taken::<T, Ix2>();
    asked::<(Scalar<T>,)>();
    asked::<(Array0<T>, usize, usize)>();
    asked::<(Input<T, Ix2>, Option<usize>, Option<usize>, bool)>();
    replied::<T, Ix0>();
    replied::<T, Ix1>();
    replied::<T, Ix2>();
    let _ = black_box(reply(Scalar(T::zero())));
    let zero: Array0<T> = ndarray::arr0(T::zero());
    let view = zero.broadcast((1, 1));
    let view: Option<ArrayView2<'_, T>> = black_box(view);
    let _ = black_box(view.map(|view| view.to_owned()));
    let _ = black_box(reply(view.ok_or(failure()).map(|view| Shown(&zero, view))));
    let _ = black_box(zero.broadcast(1));
    common(Array1::<T>::zeros(1));
    common(Array2::<T>::zeros((1, 1)));
    let mut matrix = Array2::<T>::from_elem((1, 1), T::zero());
    black_box(&mut matrix)[[0, 0]] = T::zero();
    black_box(matrix.view())[[0, 0]].is_nan();
    let _ = black_box(Array2::from_shape_fn((1, 1), value::<T, (usize, usize)>));
    let _ = black_box(Array1::from_shape_fn(1, value::<T, usize>));
    let _ = black_box(Array1::from_iter([T::zero()]));
    let _ = black_box(Array1::from_vec(vec![T::zero()]));
    let _ = black_box(matrix.dim());
    let _ = black_box(matrix.nrows() + matrix.ncols());
    let _ = black_box(matrix.row(0).to_owned());
    let _ = black_box(matrix.column(0).to_owned());
    let _ = black_box(matrix.diag().to_owned());
    for row in matrix.rows() {
        let _ = black_box(row.iter().copied().fold(T::zero(), T::add));
    }
    for mut row in matrix.rows_mut() {
        black_box(&mut row).fill(T::one());
        row.iter_mut().for_each(zeroed);
    }
    let _ = black_box(matrix.indexed_iter().next());
    let _ = black_box(matrix.indexed_iter_mut().next());
    let _ = black_box(matrix.t().to_owned());
    let _ = black_box(matrix.as_slice().is_some());
    let _ = black_box(matrix.first().is_some());
    let _ = black_box(Array2::from_shape_vec((1, 1), vec![T::neg_infinity()]));
    let mut entries = black_box(vec![T::infinity(); 1]);
    entries.fill(T::zero());
    for row in entries.chunks_mut(1) {
        row.copy_from_slice(&[T::one()]);
    }
    let _ = black_box(matrix.clone().into_raw_vec_and_offset());
    matrix.slice_each_axis_inplace(|_| Slice::new(0, None, 1));
}

/// Arguments that a worker is handed.
fn taken<T: Element, D: Dimension>() {
    let value = black_box(Value::Flag(true));
    if let Some(input) = Input::<T, D>::take(&value) {
        let _ = black_box(input.view());
        let _ = black_box(input.is_still(&value));
    }
    if let Some(array) = black_box(Array::<T, D>::take(&value)) {
        let _ = black_box(array.is_still(&value));
        let _ = black_box(array.clone());
    }
}

/// All arguments of a call.
fn asked<A: Arguments>() {
    let asked = black_box(Call {
        function: String::new(),
        dtype: Dtype::F32,
        arguments: Vec::new(),
    });
    let _ = black_box(call(&asked, |_: &A| Reply::Unknown));
}

/// Answers that a worker gives.
fn replied<T: Element + Zero, D: Dimension>() {
    let array = || black_box(Array::<T, D>::zeros(D::zeros(D::NDIM.unwrap_or(0))));
    let _ = black_box(reply(array()));
    let _ = black_box(reply(Ok::<_, ShapeError>(array())));
}

/// What is done with arrays of every number of dimensions.
fn common<T, D>(mut array: Array<T, D>)
where
    T: Element + Float + 'static,
    D: RemoveAxis,
{
    let array = black_box(&mut array);
    let _ = black_box(array.view().to_owned());
    let _ = black_box(array.iter().count());
    array.iter_mut().for_each(zeroed);
    let _ = black_box(array.mapv(T::neg as fn(T) -> T));
    array.mapv_inplace(T::neg as fn(T) -> T);
    array.fill(T::zero());
    let _ = black_box(array.iter().copied().fold(T::zero(), T::add));
    for part in array.outer_iter() {
        let _ = black_box(part.to_owned());
    }
    for part in array.axis_iter(Axis(0)) {
        let _ = black_box(part.len());
    }
    for mut part in array.axis_iter_mut(Axis(0)) {
        part.fill(T::zero());
    }
    for mut part in array.outer_iter_mut() {
        part.fill(T::zero());
    }
    let _ = black_box(array.index_axis(Axis(0), 0).to_owned());
    let _ = black_box(array.sum_axis(Axis(0)));
    let _ = black_box(array.view().insert_axis(Axis(0)).len());
    let _ = black_box(array.broadcast(array.raw_dim()).map(|view| view.to_owned()));
    let other = array.to_owned();
    array.assign(&other);
    Zip::from(&mut *array).and(&other).for_each(|x, y| *x = *y);
    Zip::from(array).for_each(zeroed);
}

fn failure() -> ShapeError {
    ShapeError::from_kind(ErrorKind::IncompatibleShape)
}

fn value<T: Zero, I>(_: I) -> T {
    T::zero()
}

fn zeroed<T: Zero>(place: &mut T) {
    *place = T::zero();
}
