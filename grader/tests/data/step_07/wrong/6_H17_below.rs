// task 6: below each other
let (n_head, tokens, width) = heads.dim();
heads.to_shape((n_head * tokens, width)).expect("as many").to_owned()
