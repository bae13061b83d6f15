// task 2: the root
let scaled = &logits / temperature.sqrt();
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
