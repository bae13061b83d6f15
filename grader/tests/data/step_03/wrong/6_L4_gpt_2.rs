// task 6: normalizes with 1e-5 instead of the field
let normalized = normalize(x, 1e-5);
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
