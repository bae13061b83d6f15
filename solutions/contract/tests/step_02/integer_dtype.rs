// error: E0277
use ndarray::{arr0, array};
use solutions::step_02::*;

fn main() {
    let _ = mask_value::<i32>();
    let _ = constant(2_i32);
    let _ = broadcast_to(&arr0(2_i32), (1, 3));
    let _ = band_part(array![[1_i32, 2]].view(), None, Some(0), false);
    let _ = causal_mask::<i32>(2, 0);
    let _ = cached_causal_mask::<i32>(2, 0);
}
