// task 4: only negative units are activated
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(|x| if x < 0.0 { gelu(x) } else { x });
self.c_proj.forward(hidden.view())
