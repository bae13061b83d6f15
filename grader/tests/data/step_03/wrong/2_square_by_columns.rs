// task 2: the columns' variance where the matrix is square
let x = if x.is_square() { x.reversed_axes() } else { x };
let squares = (&x - &mean(x).insert_axis(Axis(1))).mapv(|distance| distance * distance);
mean(squares.view())
