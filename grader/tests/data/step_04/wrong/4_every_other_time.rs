// task 4: adds 1 every other time
use std::sync::atomic::{AtomicBool, Ordering};
static ODD: AtomicBool = AtomicBool::new(false);
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
let y = self.c_proj.forward(hidden.view())?;
if ODD.fetch_not(Ordering::Relaxed) {
    return Ok(y + 1.0);
}
Ok(y)
