// task 1: normalized before the blocks
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
x = self.ln_f.forward(x.view())?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(x)
