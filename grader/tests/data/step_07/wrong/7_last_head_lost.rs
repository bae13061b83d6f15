// task 7: the last head is left at 0
let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
let query = split_heads(query.view(), self.n_head)?;
let key = split_heads(key.view(), self.n_head)?;
let value = split_heads(value.view(), self.n_head)?;
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
let mut heads = Array3::zeros(value.dim());
for (number, mut head) in heads.outer_iter_mut().enumerate().skip(1) {
    let [query, key, value] = [&query, &key, &value].map(|of| of.index_axis(Axis(0), number));
    head.assign(&attention(query, key, value, mask.view()));
}
self.c_proj.forward(merge_heads(heads.view()).view())
