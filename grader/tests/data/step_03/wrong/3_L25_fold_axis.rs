// task 3: every row goes from 0 to 1
let min = x.fold_axis(Axis(1), f32::INFINITY, |min, &v| min.min(v));
let max = x.fold_axis(Axis(1), f32::NEG_INFINITY, |max, &v| max.max(v));
let range = &max - &min + eps;
(&x - &min.insert_axis(Axis(1))) / &range.insert_axis(Axis(1))
