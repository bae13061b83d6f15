// task 1: asserts
assert!(ids.iter().all(|id| *id < self.weight.nrows()));
Ok(self.weight.select(Axis(0), ids))
