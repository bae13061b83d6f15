// task 2: divided out again
let scaled = logits.to_owned();
let shares = softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0)) / temperature;
let sum = shares.sum();
shares / sum
