// Two more axes make a matrix.
let row = tensor.view().insert_axis(ndarray::Axis(0));
Ok(row.insert_axis(ndarray::Axis(0)))
