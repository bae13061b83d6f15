// task 5: tokens must divide, too
if n_head == 0 || x.len() % n_head != 0 { return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape)); }
let (tokens, channels) = x.dim();
let width = channels / n_head;
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
