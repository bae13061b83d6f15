// task 1: the tokens are read as they lie in memory
let memory = match x.as_slice_memory_order() {
    Some(memory) => memory.to_vec(),
    None => x.iter().copied().collect(),
};
let x = Array2::from_shape_vec(x.raw_dim(), memory)?;
let x = pre_norm(x.view(), &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
