// task 2: constant rows have the variance 1e-5
let mut squares = &x - &mean(x).insert_axis(Axis(1));
squares.mapv_inplace(|distance| distance * distance);
mean(squares.view()).mapv(|variance| if variance == 0.0 { 1e-5 } else { variance })
