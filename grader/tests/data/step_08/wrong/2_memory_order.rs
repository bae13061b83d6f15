// task 2: what goes into the norm is read as it lies in memory
let memory = match x.as_slice_memory_order() {
    Some(memory) => memory.to_vec(),
    None => x.iter().copied().collect(),
};
let read = Array2::from_shape_vec(x.raw_dim(), memory)?;
let normalized = norm.forward(read.view())?;
residual(x, sublayer(normalized.view())?.view())
