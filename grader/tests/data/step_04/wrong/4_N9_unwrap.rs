// task 4: unwraps
let mut hidden = self.c_fc.forward(x).unwrap();
hidden.mapv_inplace(gelu);
Ok(self.c_proj.forward(hidden.view()).unwrap())
