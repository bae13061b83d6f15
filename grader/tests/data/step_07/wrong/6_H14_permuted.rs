// task 6: the axes in another order
let (n_head, tokens, width) = heads.dim();
let turned = heads.permuted_axes([1, 2, 0]);
turned.to_shape((tokens, n_head * width)).expect("as many").to_owned()
