// task 1: the first block is left out
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in self.h.iter().skip(1) {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
