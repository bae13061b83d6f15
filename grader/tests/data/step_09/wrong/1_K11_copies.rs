// task 1: the copies are added to
use crate::step_08::residual;
let h = self.ln_1.forward(x)?;
let x = residual(h.view(), self.attn.forward(h.view())?.view())?;
let h = self.ln_2.forward(x.view())?;
residual(h.view(), self.mlp.forward(h.view())?.view())
