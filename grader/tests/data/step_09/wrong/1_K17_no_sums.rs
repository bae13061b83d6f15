// task 1: no sums
let x = self.attn.forward(self.ln_1.forward(x)?.view())?;
self.mlp.forward(self.ln_2.forward(x.view())?.view())
