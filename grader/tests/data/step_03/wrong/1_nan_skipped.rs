// task 1: NaN is skipped
x.rows()
    .into_iter()
    .map(|row| {
        let numbers: Vec<f32> = row.iter().copied().filter(|entry| !entry.is_nan()).collect();
        numbers.iter().sum::<f32>() / numbers.len() as f32
    })
    .collect()
