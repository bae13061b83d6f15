// task 4: a reshape that is unwrapped
let (tokens, columns) = qkv.dim();
let parts = qkv.to_shape((tokens, 3, columns / 3)).expect("a third");
Ok([0, 1, 2].map(|number| parts.index_axis(Axis(1), number).to_owned()))
