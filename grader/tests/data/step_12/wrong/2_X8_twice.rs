// task 2: softmax twice
let scaled = &logits / temperature;
let shares = softmax(scaled.insert_axis(Axis(0)).view());
softmax(shares.view()).remove_axis(Axis(0))
