// task 6: divided by the number of heads
let (n_head, tokens, width) = heads.dim();
Array2::from_shape_fn((tokens, n_head * width), |(token, channel)| heads[[channel / n_head % n_head, token, channel % width]])
