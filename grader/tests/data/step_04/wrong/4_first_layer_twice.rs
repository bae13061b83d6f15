// task 4: the first layer without its bias
let hidden = x.dot(&self.c_fc.weight).mapv(gelu);
self.c_proj.forward(hidden.view())
