// task 4: activated twice, at once
let hidden = self.c_fc.forward(x)?.mapv(|x| gelu(gelu(x)));
self.c_proj.forward(hidden.view())
