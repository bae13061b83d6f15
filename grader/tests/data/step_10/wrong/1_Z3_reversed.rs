// task 1: from the last block to the first
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in self.h.iter().rev() {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
