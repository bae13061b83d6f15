// task 1: normalized at both ends
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
x = self.ln_f.forward(x.view())?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
