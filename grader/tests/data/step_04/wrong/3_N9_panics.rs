// task 3: asserts
assert_eq!(x.ncols(), self.weight.nrows());
Ok(x.dot(&self.weight) + &self.bias)
