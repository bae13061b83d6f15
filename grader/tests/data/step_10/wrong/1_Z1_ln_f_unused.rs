// task 1: normalized and thrown away
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
let _ = self.ln_f.clone();
Ok(x)
