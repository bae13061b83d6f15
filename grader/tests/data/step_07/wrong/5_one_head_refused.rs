// task 5: one head is refused
if n_head == 1 { return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape)); }
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
