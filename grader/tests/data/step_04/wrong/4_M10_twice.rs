// task 4: activated twice
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
hidden.mapv_inplace(gelu);
self.c_proj.forward(hidden.view())
