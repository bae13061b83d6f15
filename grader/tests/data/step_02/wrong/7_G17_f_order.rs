// Row after row into an array in Fortran order.
let width = total_length(sequence_length, num_tokens)?;
use ndarray::ShapeBuilder;
let mut flat = vec![];
for i in 0..sequence_length {
    flat.extend((0..width).map(|j| if j > i { T::neg_infinity() } else { T::zero() }));
}
Array2::from_shape_vec((sequence_length, width).f(), flat)
