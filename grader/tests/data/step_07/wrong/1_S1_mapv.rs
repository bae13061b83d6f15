// task 1: all exponentials at once
let powers = scores.mapv(f32::exp);
let sums = powers.sum_axis(Axis(1)).insert_axis(Axis(1));
powers / sums
