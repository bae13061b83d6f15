// task 2: every row with itself
x.rows().into_iter().map(|row| row.dot(&row) / row.len() as f32).collect()
