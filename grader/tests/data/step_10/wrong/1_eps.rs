// task 1: another epsilon
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
let mut ln_f = self.ln_f.clone();
ln_f.eps = 0.1;
Ok(ln_f.forward(x.view())?)
