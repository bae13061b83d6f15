// task 6: the parameters of a layer that has learned nothing
let normalized = normalize(x, self.eps);
let weight = Array1::ones(self.weight.len());
let bias = Array1::zeros(self.bias.len());
scale_and_shift(normalized.view(), weight.view(), bias.view())
