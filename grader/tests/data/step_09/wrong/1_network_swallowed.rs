// task 1: an error of the network is ignored
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
Ok(pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h)).unwrap_or(x))
