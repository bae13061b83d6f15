// task 5: channels before tokens
let (tokens, channels) = x.dim();
if n_head == 0 || !channels.is_multiple_of(n_head) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let width = channels / n_head;
Ok(x.to_shape((tokens, n_head, width))?.permuted_axes([1, 2, 0]).to_owned())
