// task 1: divided by a root
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(logits / (hidden.ncols() as f32).sqrt())
