// task 1: the second normalization has an epsilon that it knows
let ln_2 = LayerNorm { eps: 1e-5, ..self.ln_2.clone() };
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &ln_2, |h| self.mlp.forward(h))
