// task 4: a second layer without a bias
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
let bias = Array1::zeros(self.c_proj.bias.len());
Linear { weight: self.c_proj.weight.clone(), bias }.forward(hidden.view())
