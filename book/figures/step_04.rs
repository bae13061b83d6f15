//! The figures of step 04. All numbers come from the `solutions` crate.

use ndarray::{Array1, Array2, Axis, ShapeError, array};
use solutions::step_04::{Linear, Mlp, gelu};

use super::grid::{Grid, grouped};
use super::plot::{Curve, plot};
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 04 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("token.md", token),
    ("linear.md", linear),
    ("gelu.md", curves),
    ("values.md", values),
    ("bump.md", bump),
    ("sizes.md", sizes),
];

/// A network of two channels and eight hidden units, whose weights are whole numbers.
fn network() -> Result<Mlp, ShapeError> {
    let c_fc = array![
        [1.0, -1.0, 2.0, 0.0, 1.0, -2.0, 0.0, 1.0],
        [0.0, 1.0, 1.0, -1.0, -1.0, 0.0, 2.0, 1.0]
    ];
    let c_proj = array![
        [1.0, 0.0],
        [0.0, 1.0],
        [-1.0, 0.0],
        [0.0, 1.0],
        [1.0, 1.0],
        [0.0, -1.0],
        [1.0, 0.0],
        [0.0, 1.0]
    ];
    Ok(Mlp {
        c_fc: Linear::new(c_fc, Array1::zeros(8))?,
        c_proj: Linear::new(c_proj, Array1::zeros(2))?,
    })
}

/// What the wide layer does to one token.
fn token() -> Result<String, ShapeError> {
    let x = array![[2.0, -1.0]];
    let mlp = network()?;
    let hidden = mlp.c_fc.forward(x.view())?;
    let units = |grid: Grid| grid.columns((0..8).map(|j| format!("u{j}")));
    let channels = |grid: Grid| grid.columns((0..2).map(|j| format!("ch. {j}")));
    Ok(draw(&[
        channels(Grid::new("a token", &x, 0)),
        units(Grid::new("spread over the hidden units", &hidden, 0)),
        units(Grid::new("after GELU", &hidden.mapv(gelu), 2)),
        channels(Grid::new("brought back", &mlp.forward(x.view())?, 2)),
    ]))
}

/// Two tokens through a layer.
fn linear() -> Result<String, ShapeError> {
    let x = array![[3.0, 4.0], [1.0, 0.0]];
    let layer = Linear::new(
        array![[1.0, 0.0, 2.0], [0.0, 1.0, 2.0]],
        array![0.0, 0.5, 1.0],
    )?;
    let bias = layer.bias.view().insert_axis(Axis(0)).to_owned();
    let number = |caption: &str, values: &Array2<f32>| {
        let mut grid = Grid::new(caption, values, 0);
        for (cell, value) in grid.cells.iter_mut().zip(values) {
            cell.text = value.to_string();
        }
        grid
    };
    Ok(draw(&[
        number("x (2, 2)", &x),
        number("weight (2, 3)", &layer.weight),
        number("bias (3)", &bias),
        number("x · weight + bias (2, 3)", &layer.forward(x.view())?),
    ]))
}

fn relu(x: f64) -> f64 {
    x.max(0.0)
}

fn smooth(x: f64) -> f64 {
    gelu(x as f32).into()
}

/// GELU beside ReLU.
fn curves() -> Result<String, ShapeError> {
    Ok(plot(
        "GELU, and ReLU as a broken line",
        -4..3,
        -1..3,
        &[
            Curve {
                name: "GELU",
                of: &smooth,
                named_at: [-1.6, -0.35],
            },
            Curve {
                name: "ReLU",
                of: &relu,
                named_at: [1.2, 1.9],
            },
        ],
    ))
}

/// The same in numbers, with the share of x that passes.
fn values() -> Result<String, ShapeError> {
    let mut text = String::from("| x | share that passes | GELU | ReLU |\n|--:|--:|--:|--:|\n");
    for x in [-4.0, -2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 4.0_f32] {
        let (y, other) = (gelu(x), relu(x.into()));
        text.push_str(&format!("| {x} | {:.4} | {y:.4} | {other} |\n", y / x));
    }
    Ok(text)
}

/// A network of one channel and three units that answers near 0 and nowhere else; without the activation, a line.
fn three_units() -> Result<Mlp, ShapeError> {
    let wide = array![[4.0, 4.0, 4.0]];
    Ok(Mlp {
        c_fc: Linear::new(wide, array![4.0, 0.0, -4.0])?,
        c_proj: Linear::new(array![[0.5], [-1.0], [0.5]], array![0.0])?,
    })
}

fn bump() -> Result<String, ShapeError> {
    let mlp = three_units()?;
    let with = |x: f64| {
        let y = mlp.forward(array![[x as f32]].view());
        y.map_or(f64::NAN, |y| y[[0, 0]].into())
    };
    let without = |x: f64| {
        let hidden = mlp.c_fc.forward(array![[x as f32]].view());
        let y = hidden.and_then(|hidden| mlp.c_proj.forward(hidden.view()));
        y.map_or(f64::NAN, |y| y[[0, 0]].into())
    };
    Ok(plot(
        "three units with GELU, and without as a broken line",
        -3..3,
        -1..3,
        &[
            Curve {
                name: "with GELU",
                of: &with,
                named_at: [1.0, 1.6],
            },
            Curve {
                name: "without",
                of: &without,
                named_at: [-2.2, 0.25],
            },
        ],
    ))
}

/// What a network of GPT-2's size holds.
fn sizes() -> Result<String, ShapeError> {
    const CHANNELS: usize = 768;
    const BLOCKS: usize = 12;
    let mut text = String::from("| | shape | numbers |\n|---|---|--:|\n");
    let mut sum = 0;
    for (name, [inputs, outputs]) in [
        ("c_fc", [CHANNELS, 4 * CHANNELS]),
        ("c_proj", [4 * CHANNELS, CHANNELS]),
    ] {
        let (weight, bias) = (inputs * outputs, outputs);
        sum += weight + bias;
        let (weight, bias) = (grouped(weight), grouped(bias));
        text.push_str(&format!(
            "| `{name}.weight` | ({inputs}, {outputs}) | {weight} |\n| `{name}.bias` | ({outputs}) | {bias} |\n"
        ));
    }
    let (one, all) = (grouped(sum), grouped(BLOCKS * sum));
    text.push_str(&format!(
        "| one network | | {one} |\n| {BLOCKS} blocks | | {all} |\n"
    ));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_activation_the_network_is_a_line() -> Result<(), ShapeError> {
        let mlp = three_units()?;
        let x = array![[-2.0], [0.0], [2.0]];
        let straight = mlp.c_proj.forward(mlp.c_fc.forward(x.view())?.view())?;
        assert_eq!(straight, array![[0.0], [0.0], [0.0]]);
        let bent = mlp.forward(x.view())?;
        assert!(bent[[1, 0]] > 1.9 && bent[[0, 0]].abs() < 0.01 && bent[[2, 0]].abs() < 0.01);
        Ok(())
    }

    #[test]
    fn the_network_holds_as_much_as_is_counted() -> Result<(), ShapeError> {
        let sizes = sizes()?;
        assert!(sizes.contains("| one network | | 4,722,432 |"), "{sizes}");
        assert!(sizes.contains("56,669,184"), "{sizes}");
        Ok(())
    }
}
