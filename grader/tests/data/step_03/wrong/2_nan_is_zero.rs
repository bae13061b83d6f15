// task 2: NaN becomes 0
let squares = (&x - &mean(x).insert_axis(Axis(1))).mapv(|distance| distance * distance);
mean(squares.view()).mapv(|variance| if variance.is_nan() { 0.0 } else { variance })
