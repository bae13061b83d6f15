// task 2: powers that are not made 1
let shares = softmax(logits.insert_axis(Axis(0))).remove_axis(Axis(0));
shares.mapv(|share| share.powf(1.0 / temperature))
