// task 1: the network comes first
let x = pre_norm(x, &self.ln_2, |h| self.mlp.forward(h))?;
pre_norm(x.view(), &self.ln_1, |h| self.attn.forward(h))
