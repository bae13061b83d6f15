// task 1: normalized behind every block, and at the end
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
    x = self.ln_f.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
