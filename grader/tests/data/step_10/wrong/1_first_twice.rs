// task 1: the first block twice
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
if let Some(block) = self.h.first() {
    x = block.forward(x.view())?;
}
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
