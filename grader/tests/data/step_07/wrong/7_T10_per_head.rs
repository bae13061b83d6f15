// task 7: cut into heads first
let qkv = self.c_attn.forward(x)?;
if self.n_head == 0 || qkv.ncols() % 3 != 0 || qkv.ncols() / 3 % self.n_head != 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = qkv.ncols() / 3 / self.n_head;
let mask: Array2<f32> = causal_mask(x.nrows(), 0)?;
let mut heads = Array3::zeros((self.n_head, x.nrows(), width));
for (number, mut head) in heads.outer_iter_mut().enumerate() {
    let part = |part: usize| qkv.slice(s![.., (3 * number + part) * width..(3 * number + part + 1) * width]);
    head.assign(&attention(part(0), part(1), part(2), mask.view()));
}
self.c_proj.forward(merge_heads(heads.view()).view())
