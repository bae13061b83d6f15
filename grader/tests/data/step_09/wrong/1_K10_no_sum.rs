// task 1: the network replaces the stream
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
self.mlp.forward(self.ln_2.forward(x.view())?.view())
