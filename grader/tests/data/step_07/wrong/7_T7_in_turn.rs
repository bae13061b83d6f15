// task 7: channels in turn
let [query, key, value] = split_qkv(self.c_attn.forward(x)?.view())?;
let turn = |x: Array2<f32>| -> Result<Array3<f32>, ShapeError> {
    let (tokens, channels) = x.dim();
    if self.n_head == 0 || channels % self.n_head != 0 {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let shape = (tokens, channels / self.n_head, self.n_head);
    Ok(x.to_shape(shape)?.permuted_axes([2, 0, 1]).to_owned())
};
let (query, key, value) = (turn(query)?, turn(key)?, turn(value)?);
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
let mut heads = Array3::zeros(value.dim());
for (number, mut head) in heads.outer_iter_mut().enumerate() {
    let [query, key, value] = [&query, &key, &value].map(|of| of.index_axis(Axis(0), number));
    head.assign(&attention(query, key, value, mask.view()));
}
self.c_proj.forward(heads.view().permuted_axes([1, 2, 0]).to_shape(x.dim())?.view())
