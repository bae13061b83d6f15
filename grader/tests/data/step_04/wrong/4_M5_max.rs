// task 4: ReLU
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(|x| x.max(0.0));
self.c_proj.forward(hidden.view())
