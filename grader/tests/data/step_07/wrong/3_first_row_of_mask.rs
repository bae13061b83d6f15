// task 3: the first row of the mask for all
let scores = attention_scores(query, key);
if mask.nrows() == 0 { return Array2::zeros((0, value.ncols())); }
softmax((scores + mask.row(0)).view()).dot(&value)
