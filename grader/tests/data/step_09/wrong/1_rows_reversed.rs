// task 1: tokens come back in the opposite order
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
Ok(y.slice(ndarray::s![..;-1, ..]).to_owned())
