// task 5: as it lies in memory
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
let all = x.to_slice_memory_order().map(<[f32]>::to_vec).unwrap_or_else(|| x.iter().copied().collect());
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| all[(token * channels + head * width + channel) % all.len()]))
