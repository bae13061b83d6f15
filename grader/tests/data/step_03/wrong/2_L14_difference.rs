// task 2: the mean of the squares minus the square of the mean
let squares = x.mapv(|v| v * v);
mean(squares.view()) - mean(x).mapv(|m| m * m)
