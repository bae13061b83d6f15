// error: E0597
use solutions::step_02::{broadcast_to, constant};

fn main() {
    let view = {
        let tensor = constant(2.0_f32);
        broadcast_to(&tensor, (1, 3))
    };
    assert!(view.is_ok());
}
