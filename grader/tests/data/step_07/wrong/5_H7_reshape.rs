// task 5: reshaped to width and heads
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(x.to_shape((tokens, width, n_head))?.permuted_axes([2, 0, 1]).to_owned())
