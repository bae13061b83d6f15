// task 6: reshaped only
let (n_head, tokens, width) = heads.dim();
heads.to_shape((tokens, n_head * width)).expect("as many").to_owned()
