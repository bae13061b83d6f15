// task 6: the root is missing
let mut normalized = &x - &mean(x).insert_axis(Axis(1));
for (mut row, variance) in normalized.outer_iter_mut().zip(variance(x)) {
    row /= variance + self.eps;
}
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
