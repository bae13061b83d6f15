// task 2: sines and cosines
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let channels = wte.weight.ncols();
let wave = |(i, j): (usize, usize)| {
    let angle = (start + i) as f32 / 10_000_f32.powf((j / 2 * 2) as f32 / channels as f32);
    if j % 2 == 0 { angle.sin() } else { angle.cos() }
};
Ok(wte.forward(ids)? + Array2::from_shape_fn((positions.len(), channels), wave))
