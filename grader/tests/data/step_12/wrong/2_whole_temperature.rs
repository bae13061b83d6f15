// task 2: a whole temperature
let scaled = &logits / temperature.ceil();
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
