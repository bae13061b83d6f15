// task 1: the second frame has the first normalization
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &self.ln_1, |h| self.mlp.forward(h))
