// task 1: through all blocks twice
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
