// task 1: no blocks
let x = embed(&self.wte, &self.wpe, ids, 0)?;
Ok(self.ln_f.forward(x.view())?)
