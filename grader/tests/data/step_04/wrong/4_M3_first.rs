// task 4: the activation comes first
let hidden = self.c_fc.forward(x.mapv(gelu).view())?;
self.c_proj.forward(hidden.view())
