// task 1: unwraps
let hidden = self.transformer.forward(ids).unwrap();
Ok(hidden.dot(&self.transformer.wte.weight.t()))
