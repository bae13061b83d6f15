// task 1: the first block for all
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for _ in &self.h {
    x = self.h[0].forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
