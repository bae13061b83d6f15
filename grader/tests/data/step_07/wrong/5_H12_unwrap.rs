// task 5: a reshape that is unwrapped
let (tokens, channels) = x.dim();
let width = channels / n_head;
let heads = x.to_shape((tokens, n_head, width)).expect("heads share channels");
Ok(heads.permuted_axes([1, 0, 2]).to_owned())
