// task 1: halfway between the smallest and the largest
let min = x.fold_axis(Axis(1), f32::INFINITY, |min, &v| min.min(v));
let max = x.fold_axis(Axis(1), f32::NEG_INFINITY, |max, &v| max.max(v));
(min + max) / 2.0
