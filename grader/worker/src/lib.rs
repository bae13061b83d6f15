//! Generic code of ndarray and of the worker for every dtype, so that it is compiled once and not with every answer. None
//! of it is an answer: it is what answers are made of.

use std::hint::black_box;
use std::ops::Add;

use half::{bf16, f16};
use ndarray::{
    Array, Array0, Array1, Array2, Array3, ArrayView, ArrayView1, ArrayView2, Axis, Dimension, Ix0,
    Ix1, Ix2, Ix3, RemoveAxis, ShapeError, Slice, Zip,
};
use num_traits::{Float, Zero};
use runtime::{Argument, Arguments, Element, Input, Scalar, Value, reply};

/// All of it. Nobody calls this.
pub fn everything() {
    of::<f16>();
    of::<bf16>();
    of::<f32>();
    of::<f64>();
    calculated();
}

/// What answers do in every dtype.
fn of<T: Element + Float + 'static>() {
    taken::<T, Ix1>();
    taken::<T, Ix2>();
    tuples::<T>();
    replied::<T, Ix0>();
    replied::<T, Ix1>();
    replied::<T, Ix2>();
    let _ = black_box(reply(Scalar(T::zero())));
    let zero: Array0<T> = ndarray::arr0(T::zero());
    let view = zero.broadcast((1, 1));
    let view: Option<ArrayView2<'_, T>> = black_box(view);
    let _ = black_box(view.map(|view| view.to_owned()));
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

/// All arguments of a call, in the numbers that are common.
fn tuples<T: Element>() {
    fn take<A: Arguments>() {
        let values = black_box(vec![]);
        let _ = black_box(A::take(&values).map(|arguments| arguments.changed(&values)));
    }
    type Matrix<T> = Input<T, Ix2>;
    take::<(Matrix<T>,)>();
    take::<(Matrix<T>, Scalar<T>)>();
    take::<(Matrix<T>, Matrix<T>)>();
    take::<(Matrix<T>, Input<T, Ix1>, Input<T, Ix1>)>();
    take::<(Matrix<T>, Option<usize>, Option<usize>, bool)>();
    take::<(Scalar<T>,)>();
    take::<(Array0<T>, usize, usize)>();
    take::<(usize, usize)>();
    take::<(usize, usize, usize)>();
}

/// Answers that a worker gives.
fn replied<T: Element, D: Dimension>() {
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

/// What is done in the dtype that models calculate in.
fn calculated() {
    type T = f32;
    taken::<T, Ix3>();
    replied::<T, Ix3>();
    common(Array3::<T>::zeros((1, 1, 1)));
    arithmetic(Array1::<T>::zeros(1));
    arithmetic(Array2::<T>::zeros((1, 1)));
    arithmetic(Array3::<T>::zeros((1, 1, 1)));
    let matrix = black_box(Array2::<T>::zeros((1, 1)));
    let vector = black_box(Array1::<T>::zeros(1));
    let column: Array2<T> = vector.clone().insert_axis(Axis(1));
    mixed(&matrix, &vector.view());
    mixed(&matrix, &column.view());
    let _ = black_box(matrix.dot(&matrix));
    let _ = black_box(matrix.view().dot(&matrix.t()));
    let _ = black_box(matrix.dot(&vector));
    let _ = black_box(vector.dot(&vector));
    let _ = black_box(vector.view().dot(&matrix));
    let _ = black_box(matrix.map_axis(Axis(1), total));
    let _ = black_box(matrix.var_axis(Axis(1), 0.0));
}

fn arithmetic<T, D>(array: Array<T, D>)
where
    T: ndarray::NdFloat + num_traits::FromPrimitive,
    D: RemoveAxis,
{
    let array = black_box(array);
    let _ = black_box(array.sum());
    let _ = black_box(array.mean());
    let _ = black_box(array.mean_axis(Axis(0)));
    let _ = black_box(array.fold(T::zero(), |sum, x| sum + *x));
    let view: ArrayView<'_, T, D> = array.view();
    let other = &array.clone();
    let seen = &other.view();
    let _ = black_box([&view + seen, &view - seen, &view * seen, &view / seen]);
    let _ = black_box([
        &array + other,
        &array - other,
        &array * other,
        &array / other,
    ]);
    let _ = black_box([
        &array + T::one(),
        &array - T::one(),
        &array * T::one(),
        &array / T::one(),
    ]);
    let mut own = array.clone();
    own += &array;
    own -= &array;
    own *= &array;
    own /= &array;
    own += T::one();
    own *= T::one();
    own /= T::one();
    let _ = black_box(own.clone() + &array);
    let _ = black_box(own.clone() - &array);
    let _ = black_box(own.clone() * &array);
    let _ = black_box(own / &array);
}

/// A matrix with something that is repeated along it.
fn mixed<T, D>(matrix: &Array2<T>, other: &ArrayView<'_, T, D>)
where
    T: ndarray::NdFloat,
    D: Dimension + ndarray::DimMax<Ix2, Output = Ix2>,
    Ix2: ndarray::DimMax<D, Output = Ix2>,
{
    let view = matrix.view();
    let owned = other.to_owned();
    let _ = black_box([&view + other, &view - other, &view * other, &view / other]);
    let _ = black_box([
        &view + &owned,
        &view - &owned,
        &view * &owned,
        &view / &owned,
    ]);
    let _ = black_box([
        matrix + other,
        matrix - other,
        matrix * other,
        matrix / other,
    ]);
    let _ = black_box([
        matrix + &owned,
        matrix - &owned,
        matrix * &owned,
        matrix / &owned,
    ]);
    let own = || black_box(matrix.clone());
    let _ = black_box([own() + other, own() - other, own() * other, own() / other]);
    let _ = black_box([
        own() + &owned,
        own() - &owned,
        own() * &owned,
        own() / &owned,
    ]);
}

fn value<T: Zero, I>(_: I) -> T {
    T::zero()
}

fn zeroed<T: Zero>(place: &mut T) {
    *place = T::zero();
}

fn total<T: Add<Output = T> + Zero + Copy>(row: ArrayView1<'_, T>) -> T {
    row.iter().copied().fold(T::zero(), T::add)
}
