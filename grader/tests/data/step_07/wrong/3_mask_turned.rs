// task 3: the mask is turned where it fits
let scores = attention_scores(query, key);
let mask = if mask.is_square() { mask.reversed_axes() } else { mask };
softmax((scores + mask).view()).dot(&value)
