// task 1: normalized twice
let hidden = self.transformer.forward(ids)?;
let hidden = self.transformer.ln_f.forward(hidden.view())?;
Ok(hidden.dot(&self.transformer.wte.weight.t()))
