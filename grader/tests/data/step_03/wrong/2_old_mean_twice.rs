// task 2: Welford's method, but with the distance from the old mean twice
x.rows()
    .into_iter()
    .map(|row| {
        let (mut mean, mut squares) = (0.0, 0.0);
        for (j, &entry) in row.iter().enumerate() {
            let distance: f32 = entry - mean;
            mean += distance / (j + 1) as f32;
            if j > 0 {
                squares += distance * distance;
            }
        }
        squares / row.len() as f32
    })
    .collect()
