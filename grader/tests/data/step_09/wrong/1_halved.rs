// task 1: the mean of stream and block
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
Ok(pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))? / 2.0)
