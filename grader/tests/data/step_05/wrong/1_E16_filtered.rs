// task 1: leaves out
let ids: Vec<usize> = ids.iter().copied().filter(|id| *id < self.weight.nrows()).collect();
Ok(self.weight.select(Axis(0), &ids))
