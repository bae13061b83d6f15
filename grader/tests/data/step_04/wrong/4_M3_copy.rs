// task 4: the activation comes first, in a copy
let mut x = x.to_owned();
x.mapv_inplace(gelu);
self.c_proj.forward(self.c_fc.forward(x.view())?.view())
