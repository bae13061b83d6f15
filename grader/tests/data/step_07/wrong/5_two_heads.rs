// task 5: two heads, whatever is asked
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
let _ = width;
let width = channels / 2;
Ok(Array3::from_shape_fn((2, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
