// task 1: what blocks return is thrown away
let x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
