// task 1: the network in both frames
let x = pre_norm(x, &self.ln_1, |h| self.mlp.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
