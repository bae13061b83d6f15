// task 1: an eps of 1e-3
let own = |norm: &LayerNorm| LayerNorm { eps: 1e-3, ..norm.clone() };
let x = pre_norm(x, &own(&self.ln_1), |h| self.attn.forward(h))?;
pre_norm(x.view(), &own(&self.ln_2), |h| self.mlp.forward(h))
