// task 2: the table of tokens is read as it lies in memory
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let memory = match wte.weight.as_slice_memory_order() {
    Some(memory) => memory.to_vec(),
    None => wte.weight.iter().copied().collect(),
};
let weight = Array2::from_shape_vec(wte.weight.raw_dim(), memory)?;
Ok(Embedding { weight }.forward(ids)? + wpe.forward(&positions)?)
