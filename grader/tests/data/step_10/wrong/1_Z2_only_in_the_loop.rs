// task 1: normalized behind every block
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
if self.h.is_empty() {
    return Ok(self.ln_f.forward(x.view())?);
}
for block in &self.h {
    x = block.forward(x.view())?;
    x = self.ln_f.forward(x.view())?;
}
Ok(x)
