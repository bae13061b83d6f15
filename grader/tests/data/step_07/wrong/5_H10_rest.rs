// task 5: a rest by 0
let (tokens, channels) = x.dim();
if channels % n_head != 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
