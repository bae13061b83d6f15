// task 1: attention reads the stream
let x = crate::step_08::residual(x, self.attn.forward(x)?.view())?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
