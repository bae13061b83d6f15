// task 1: the stream is kept in half precision
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let x = x.mapv(|x| half::f16::from_f32(x).to_f32());
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
