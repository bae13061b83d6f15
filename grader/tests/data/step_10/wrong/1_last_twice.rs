// task 1: the last block twice
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
if let Some(block) = self.h.last() {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
