// task 1: attention replaces the tokens
let x = self.attn.forward(self.ln_1.forward(x)?.view())?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
