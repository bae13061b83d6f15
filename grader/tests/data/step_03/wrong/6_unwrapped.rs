// task 6: panics where the lengths do not fit
let normalized = normalize(x, self.eps);
Ok(scale_and_shift(normalized.view(), self.weight.view(), self.bias.view()).unwrap())
