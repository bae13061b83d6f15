// task 5: assertions
let (tokens, channels) = x.dim();
assert!(n_head > 0 && channels.is_multiple_of(n_head), "heads share channels");
let width = channels / n_head;
Ok(Array3::from_shape_fn((n_head, tokens, width), |(head, token, channel)| x[[token, head * width + channel]]))
