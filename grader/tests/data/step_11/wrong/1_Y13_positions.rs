// task 1: the table of positions
let hidden = self.transformer.forward(ids)?;
Ok(hidden.dot(&self.transformer.wpe.weight.t()))
