// task 6: eps is 0
let normalized = normalize(x, 0.0);
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
