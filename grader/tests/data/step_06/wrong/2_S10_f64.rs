// task 2: sines and cosines in f64
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let channels = wte.weight.ncols() as f64;
let mut rows = wte.forward(ids)?;
for ((i, j), entry) in rows.indexed_iter_mut() {
    let angle = positions[i] as f64 / 10_000_f64.powf((j - j % 2) as f64 / channels);
    *entry += if j % 2 == 0 { angle.sin() } else { angle.cos() } as f32;
}
Ok(rows)
