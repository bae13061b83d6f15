// task 2: a temperature that is lower is taken for a hundredth
let scaled = &logits / temperature.max(0.01);
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
