// task 6: the last head first
let (n_head, tokens, width) = heads.dim();
Array2::from_shape_fn((tokens, n_head * width), |(token, channel)| heads[[n_head - 1 - channel / width, token, channel % width]])
