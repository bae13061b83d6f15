// task 7: one head
let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
self.c_proj.forward(attention(query.view(), key.view(), value.view(), mask.view()).view())
