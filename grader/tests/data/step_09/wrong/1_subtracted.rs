// task 1: the network is subtracted
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| Ok(-self.mlp.forward(h)?))
