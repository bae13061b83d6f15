// task 5: tokens first
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(x.to_shape((tokens, n_head, width))?.to_owned())
