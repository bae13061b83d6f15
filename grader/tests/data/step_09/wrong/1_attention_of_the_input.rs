// task 1: attention takes tokens that are normalized twice
let once = self.ln_1.forward(x)?;
let attention = self.attn.forward(self.ln_1.forward(once.view())?.view())?;
let x = crate::step_08::residual(x, attention.view())?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
