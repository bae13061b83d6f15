// task 6: without eps where every variance is above 1
let eps = if variance(x).iter().all(|&variance| variance > 1.0) { 0.0 } else { self.eps };
let normalized = normalize(x, eps);
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
