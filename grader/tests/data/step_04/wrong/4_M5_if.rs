// task 4: ReLU by a comparison
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(|x| if x > 0.0 { x } else { 0.0 });
self.c_proj.forward(hidden.view())
