// task 4: the layers exchanged
let mut hidden = self.c_proj.forward(x)?;
hidden.mapv_inplace(gelu);
self.c_fc.forward(hidden.view())
