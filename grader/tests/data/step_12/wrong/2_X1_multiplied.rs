// task 2: multiplied
let scaled = &logits * temperature;
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
