// task 1: a residual connection around a block
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = &x + &block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
