//! What stands around a drawing in a terminal.

use super::printed;
use super::text::{colored, plain, spread, width, wrap};
use crate::worker::Printed;

/// So many lines of what was printed are shown.
const PRINTED: usize = 12;

/// The call and the place of its function, the drawing if there is one, what there is to say of it, what was printed.
pub fn picture(
    call: &str,
    place: &str,
    drawing: Option<&str>,
    remark: Option<&str>,
    output: &Printed,
) -> String {
    let mut lines = vec![spread(call, place), String::new()];
    let drawing = drawing.map(|drawing| vec![drawing.to_owned()]);
    let remark = remark.map(|remark| wrap(&plain(remark), width()));
    for part in [drawing, remark].into_iter().flatten() {
        lines.extend(part);
        lines.push(String::new());
    }
    lines.extend(printed::show(output, PRINTED, ""));
    colored(&(lines.join("\n").trim_end().to_owned() + "\n"))
}
