// task 1: wraps
let ids: Vec<usize> = ids.iter().map(|id| id % self.weight.nrows()).collect();
Ok(self.weight.select(Axis(0), &ids))
