// task 1: a bias from nowhere
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(logits + &self.transformer.wte.weight.column(0))
