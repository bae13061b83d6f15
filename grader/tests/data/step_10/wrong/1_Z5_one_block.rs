// task 1: one block
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
if let Some(block) = self.h.first() {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
