// task 2: logarithms
let scaled = &logits / temperature;
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0)).mapv(f32::ln)
