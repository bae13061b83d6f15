// task 6: normalizes with the square of eps
let normalized = normalize(x, self.eps * self.eps);
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
