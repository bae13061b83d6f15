// task 6: channels in turn
let (n_head, tokens, width) = heads.dim();
Array2::from_shape_fn((tokens, n_head * width), |(token, channel)| heads[[channel % n_head, token, channel / n_head]])
