// task 1: both layers read the input, each by its own normalization
let attention = self.attn.forward(self.ln_1.forward(x)?.view())?;
let network = self.mlp.forward(self.ln_2.forward(x)?.view())?;
let sum = crate::step_08::residual(x, attention.view())?;
crate::step_08::residual(sum.view(), network.view())
