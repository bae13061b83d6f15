// task 6: a bias of zeros
let normalized = normalize(x, self.eps);
scale_and_shift(normalized.view(), self.weight.view(), Array1::zeros(self.bias.len()).view())
