// task 5: heads and width exchanged
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(Array3::from_shape_fn((width, tokens, n_head), |(head, token, channel)| x[[token, head * n_head + channel]]))
