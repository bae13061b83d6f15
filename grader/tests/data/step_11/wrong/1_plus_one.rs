// task 1: one is added
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(logits + 1.0)
