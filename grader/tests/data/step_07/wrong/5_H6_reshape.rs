// task 5: reshaped only
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(x.to_shape((n_head, tokens, width))?.to_owned())
