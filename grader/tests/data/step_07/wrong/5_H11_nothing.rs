// task 5: nothing is looked at
let (tokens, channels) = x.dim();
let width = channels / n_head;
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
