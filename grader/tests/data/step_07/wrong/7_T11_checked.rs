// task 7: one head after a look at the others
let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
split_heads(query.view(), self.n_head)?;
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
self.c_proj.forward(attention(query.view(), key.view(), value.view(), mask.view()).view())
