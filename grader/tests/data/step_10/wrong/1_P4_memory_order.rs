// task 1: a weight of every block is read as it lies in memory
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    let mut block = block.clone();
    let weight = &mut block.mlp.c_fc.weight;
    if let Some(memory) = weight.as_slice_memory_order() {
        *weight = Array2::from_shape_vec(weight.raw_dim(), memory.to_vec())?;
    }
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
