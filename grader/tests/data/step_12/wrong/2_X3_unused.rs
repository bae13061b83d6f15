// task 2: not used
let _ = temperature;
let scaled = logits.to_owned();
softmax(scaled.insert_axis(Axis(0)).view()).remove_axis(Axis(0))
