// task 1: normalized once more at the end
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
Ok(self.ln_2.forward(y.view())?)
