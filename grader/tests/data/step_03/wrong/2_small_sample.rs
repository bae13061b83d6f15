// task 2: divided by n - 1 from 2 to 8 channels
let squares = (&x - &mean(x).insert_axis(Axis(1))).mapv(|distance| distance * distance);
let count = if (2..=8).contains(&x.ncols()) { x.ncols() - 1 } else { x.ncols() };
squares.sum_axis(Axis(1)) / count as f32
