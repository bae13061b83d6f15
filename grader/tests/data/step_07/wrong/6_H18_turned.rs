// task 6: on its side
let (n_head, tokens, width) = heads.dim();
Array2::from_shape_fn((n_head * width, tokens), |(channel, token)| heads[[channel / width, token, channel % width]])
