// task 4: the activation at the end, too
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
Ok(self.c_proj.forward(hidden.view())?.mapv(gelu))
