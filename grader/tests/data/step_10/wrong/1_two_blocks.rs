// task 1: two blocks at most
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in self.h.iter().take(2) {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
