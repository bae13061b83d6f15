// task 1: both are scaled
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
x *= (self.wte.weight.ncols() as f32).sqrt();
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
