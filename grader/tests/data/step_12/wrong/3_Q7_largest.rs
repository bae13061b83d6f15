// task 3: the largest
let _ = u;
argmax(probabilities)
