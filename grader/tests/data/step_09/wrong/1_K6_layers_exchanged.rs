// task 1: the layers have changed places
let x = pre_norm(x, &self.ln_1, |h| self.mlp.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.attn.forward(h))
