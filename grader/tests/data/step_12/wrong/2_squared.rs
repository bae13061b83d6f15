// task 2: squared
let scaled = &logits / (temperature * temperature);
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
