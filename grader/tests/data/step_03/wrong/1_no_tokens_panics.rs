// task 1: panics where there are no tokens
let channels = x.row(0).len();
x.sum_axis(Axis(1)) / channels as f32
