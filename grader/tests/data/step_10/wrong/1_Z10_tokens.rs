// task 1: tokens are scaled
let root = (self.wte.weight.ncols() as f32).sqrt();
let wte = Embedding {
    weight: &self.wte.weight * root,
};
let mut x = embed(&wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
