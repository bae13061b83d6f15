// task 7: reshaped to heads
let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
let cut = |x: Array2<f32>| -> Result<Array3<f32>, ShapeError> {
    let (tokens, channels) = x.dim();
    if self.n_head == 0 || channels % self.n_head != 0 {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    Ok(x.to_shape((self.n_head, tokens, channels / self.n_head))?.to_owned())
};
let (query, key, value) = (cut(query)?, cut(key)?, cut(value)?);
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
let mut heads = Array3::zeros(value.dim());
for (number, mut head) in heads.outer_iter_mut().enumerate() {
    let [query, key, value] = [&query, &key, &value].map(|of| of.index_axis(Axis(0), number));
    head.assign(&attention(query, key, value, mask.view()));
}
self.c_proj.forward(merge_heads(heads.view()).view())
