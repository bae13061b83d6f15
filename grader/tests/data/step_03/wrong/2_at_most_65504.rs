// task 2: no variance is above the maximum of f16
let squares = (&x - &mean(x).insert_axis(Axis(1))).mapv(|distance| distance * distance);
mean(squares.view()).mapv(|variance| if variance > 65504.0 { 65504.0 } else { variance })
