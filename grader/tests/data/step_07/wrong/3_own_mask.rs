// task 3: a causal mask in place of the one that is given
let scores = attention_scores(query, key);
let mask = Array2::from_shape_fn(mask.dim(), |(i, j)| if j > i { f32::NEG_INFINITY } else { 0.0 });
softmax((scores + mask).view()).dot(&value)
