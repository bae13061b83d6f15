// task 1: unwraps
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h)).unwrap();
Ok(pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h)).unwrap())
