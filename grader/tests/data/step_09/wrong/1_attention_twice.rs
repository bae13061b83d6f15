// task 1: attention in both frames
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.attn.forward(h))
