// task 1: sums along the other axis
let largest = scores.fold_axis(Axis(0), f32::NEG_INFINITY, |a, b| a.max(*b));
let powers = (&scores - &largest).mapv(f32::exp);
let sums = powers.sum_axis(Axis(0));
powers / sums
