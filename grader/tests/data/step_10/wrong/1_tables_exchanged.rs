// task 1: positions from the table of tokens
let mut x = embed(&self.wpe, &self.wte, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
