// task 1: zeros
let mut rows = Array2::zeros((ids.len(), self.weight.ncols()));
for (mut row, id) in rows.outer_iter_mut().zip(ids) {
    if *id < self.weight.nrows() {
        row.assign(&self.weight.row(*id));
    }
}
Ok(rows)
