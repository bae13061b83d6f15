// task 1: all channels in one head
let attn = MultiHeadAttention { n_head: 1, ..self.attn.clone() };
let x = pre_norm(x, &self.ln_1, |h| attn.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
