// task 1: not transposed
let hidden = self.transformer.forward(ids)?;
Ok(hidden.dot(&self.transformer.wte.weight))
