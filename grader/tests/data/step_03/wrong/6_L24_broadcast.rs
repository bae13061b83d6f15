// task 6: lengths are not compared
Ok(normalize(x, self.eps) * &self.weight + &self.bias)
