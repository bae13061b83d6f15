// task 1: the median
x.rows()
    .into_iter()
    .map(|row| {
        let mut sorted = row.to_vec();
        sorted.sort_by(f32::total_cmp);
        let middle = sorted.len() / 2;
        if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 }
    })
    .collect()
