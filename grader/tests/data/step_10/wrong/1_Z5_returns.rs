// task 1: the loop ends at once
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
    break;
}
Ok(self.ln_f.forward(x.view())?)
