//! What is done in the dtype that models calculate in.

use std::hint::black_box;
use std::ops::Add;

use ndarray::{
    Array, Array1, Array2, Array3, ArrayView, ArrayView1, Axis, Dimension, Ix1, Ix2, Ix3,
    RemoveAxis, ShapeError, s,
};
use num_traits::Zero;
use runtime::{Input, Scalar};

use crate::{asked, common, replied, taken};

/// All of it.
pub(crate) fn everything() {
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
    let _ = black_box(joined(&vector.view()));
    let _ = black_box(joined(&matrix.view()).map(|whole| reshaped(&whole)));
    type Vector = Input<T, Ix1>;
    type Matrix = Input<T, Ix2>;
    asked::<(Vector,)>();
    asked::<(Vector, Scalar<T>)>();
    asked::<(Matrix,)>();
    asked::<(Matrix, Scalar<T>)>();
    asked::<(Matrix, usize)>();
    asked::<(Matrix, Matrix)>();
    asked::<(Matrix, Vector, Vector)>();
    asked::<(Matrix, Matrix, Matrix, Matrix)>();
    asked::<(Input<T, Ix3>,)>();
    let _ = black_box(matrix.map_axis(Axis(1), total));
    let _ = black_box(matrix.var_axis(Axis(1), 0.0));
}

/// Several arrays put together.
fn joined<T: Clone, D: RemoveAxis>(
    part: &ArrayView<'_, T, D>,
) -> Result<Array<T, D::Larger>, ShapeError>
where
    D::Larger: RemoveAxis,
{
    let parts = black_box([part.view(), part.view()]);
    let _ = black_box(ndarray::concatenate(Axis(0), &parts));
    ndarray::stack(Axis(0), &parts)
}

/// A matrix of several dimensions, in parts and as another one.
fn reshaped<T: Clone>(whole: &Array3<T>) {
    let whole = black_box(whole);
    let matrix = whole.index_axis(Axis(0), 0);
    let _ = black_box(matrix.slice(s![.., 0..1]).to_owned());
    let _ = black_box(matrix.slice(s![0..1, ..]).to_owned());
    let _ = black_box(matrix.slice(s![0, ..]).to_owned());
    let _ = black_box(matrix.slice(s![.., 0]).to_owned());
    let _ = black_box(whole.slice(s![0, .., ..]).to_owned());
    let _ = black_box(whole.slice(s![.., 0, ..]).to_owned());
    let _ = black_box(whole.slice(s![.., .., 0..1]).to_owned());
    let _ = black_box(matrix.split_at(Axis(0), 0).0.len());
    let mut own = black_box(matrix.to_owned());
    own.slice_mut(s![.., 0..1]).assign(&matrix);
    own.slice_mut(s![0..1, ..]).assign(&matrix);
    let _ = black_box(whole.clone().into_shape_with_order((1, 1)));
    let _ = black_box(own.into_shape_with_order((1, 1, 1)));
    let _ = black_box(whole.view().permuted_axes([1, 0, 2]).to_owned());
    let _ = black_box(whole.to_shape((1, 1)).map(|matrix| matrix.into_owned()));
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
    let _ = black_box([
        own.clone() + T::one(),
        own.clone() * T::one(),
        own.clone() / T::one(),
        own.clone() + own.clone(),
    ]);
    let mut part = own.view_mut();
    part += &array;
    part *= T::one();
    part /= T::one();
    let _ = black_box(own.select(Axis(0), &[0]));
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

fn total<T: Add<Output = T> + Zero + Copy>(row: ArrayView1<'_, T>) -> T {
    row.iter().copied().fold(T::zero(), T::add)
}
