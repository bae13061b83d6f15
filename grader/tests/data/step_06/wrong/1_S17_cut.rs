// task 1: cut
Ok((start..n_positions.min(start.saturating_add(length))).collect())
