// task 4: the activation comes last
let hidden = self.c_fc.forward(x)?;
Ok(self.c_proj.forward(hidden.view())?.mapv(gelu))
