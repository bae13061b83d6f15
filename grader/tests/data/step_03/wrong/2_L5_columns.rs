// task 2: goes over the columns
x.columns()
    .into_iter()
    .map(|column| {
        let n = column.len() as f32;
        let mean = column.sum() / n;
        column.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / n
    })
    .collect()
