// task 2: softmax over columns
let scaled = &logits / temperature;
softmax(scaled.insert_axis(Axis(1)).view()).remove_axis(Axis(1))
