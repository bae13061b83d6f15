// task 2: no tokens are not looked for
let hidden = self.transformer.forward(ids)?;
let last = hidden.row(ids.len() - 1);
Ok(self.transformer.wte.weight.dot(&last))
