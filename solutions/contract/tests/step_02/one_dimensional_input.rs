// error: E0308
use ndarray::array;
use solutions::step_02::band_part;

fn main() {
    let row = array![1.0_f32, 2.0];
    let _ = band_part(row.view(), None, Some(0), false);
}
