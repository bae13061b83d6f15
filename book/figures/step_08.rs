//! The figures of step 08. All numbers come from the `solutions` crate.

use ndarray::{Array1, Array2, ArrayView2, ShapeError, array};
use solutions::step_03::LayerNorm;
use solutions::step_08::{pre_norm, residual};

use super::drawn::drawn;
use super::grid::Grid;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 08 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("sum", sum),
    ("depth", depth),
    ("left", left),
    ("orders", orders),
];

const CHANNELS: usize = 8;
const LAYERS: usize = 12;
/// After so many layers a picture shows what is there.
const SHOWN: [usize; 5] = [0, 1, 2, 6, 12];

/// A normalization as it is before training.
fn norm() -> LayerNorm {
    LayerNorm {
        weight: Array1::ones(CHANNELS),
        bias: Array1::zeros(CHANNELS),
        eps: 1e-5,
    }
}

/// A layer with weights that nobody has trained: sums of the channels, bent, as large as those of a layer of GPT-2 at the
/// beginning of its training, beside the stream.
fn layer(number: usize, h: ArrayView2<'_, f32>) -> Array2<f32> {
    let drawn = drawn(1 + 7919 * number as u64);
    let weight = Array2::from_shape_simple_fn((CHANNELS, CHANNELS), drawn);
    h.dot(&weight).mapv(|sum| 0.2 * sum.tanh())
}

fn start() -> Array2<f32> {
    array![[1.2, -0.4, 0.3, -1.5, 0.8, 0.1, -0.9, 0.6]]
}

/// How a signal goes on, layer after layer.
type Next = fn(usize, &Array2<f32>) -> Result<Array2<f32>, ShapeError>;

/// Each layer adds to what is there.
const WITH: Next = |number, x| pre_norm(x.view(), &norm(), |h| Ok(layer(number, h)));
/// Each layer replaces it.
const WITHOUT: Next = |number, x| Ok(layer(number, norm().forward(x.view())?.view()));
/// As in the transformer of 2017.
const POST: Next = |number, x| {
    let sum = residual(x.view(), layer(number, x.view()).view())?;
    Ok(norm().forward(sum.view())?)
};

/// What is there before the first layer and after each.
fn signal(x: Array2<f32>, next: Next) -> Result<Vec<Array2<f32>>, ShapeError> {
    let mut seen = vec![x];
    for number in 0..LAYERS {
        let x = next(number, &seen[number])?;
        seen.push(x);
    }
    Ok(seen)
}

/// One sum, in numbers.
fn sum() -> Result<String, ShapeError> {
    let (x, output) = (
        array![[1.0, 2.0], [3.0, 4.0]],
        array![[0.5, 0.0], [0.0, -4.0]],
    );
    let grid = |caption: &str, values: &Array2<f32>| {
        Grid::new(caption, values, 1)
            .rows((0..2).map(|i| format!("token {i}")))
            .columns((0..2).map(|j| format!("ch. {j}")))
    };
    Ok(draw(&[
        grid("what went in", &x),
        grid("what the layer made", &output),
        grid("their sum goes on", &residual(x.view(), output.view())?),
    ]))
}

/// One token on its way through twelve layers.
fn depth() -> Result<String, ShapeError> {
    let grid = |caption: &str, next| {
        let seen = signal(start(), next)?;
        let rows = SHOWN.iter().flat_map(|&layer| seen[layer].row(0).to_vec());
        let rows = Array2::from_shape_vec((SHOWN.len(), CHANNELS), rows.collect())?;
        let grid = Grid::new(caption, &rows, 1)
            .rows(SHOWN.iter().map(usize::to_string))
            .columns((0..CHANNELS).map(|j| j.to_string()));
        Ok::<_, ShapeError>(grid)
    };
    Ok(draw(&[
        grid("each layer adds: after 0 to 12 layers", WITH)?,
        grid("each layer replaces: after 0 to 12 layers", WITHOUT)?,
    ]))
}

/// The cosine of the angle between two rows: 1 where they point the same way, 0 where they have nothing in common.
fn alike(a: &Array2<f32>, b: &Array2<f32>) -> f32 {
    let product = |a: &Array2<f32>, b: &Array2<f32>| (a * b).sum();
    product(a, b) / (product(a, a) * product(b, b)).sqrt()
}

/// How much of the token is left, and how far a small change of it comes.
fn left() -> Result<String, ShapeError> {
    const NUDGE: f32 = 0.001;
    let mut nudged = start();
    nudged[[0, 0]] += NUDGE;
    let mut columns = Vec::new();
    for next in [WITH, WITHOUT] {
        let seen = signal(start(), next)?;
        let others = signal(nudged.clone(), next)?;
        let far = |layer: usize| {
            let change = &others[layer] - &seen[layer];
            change.mapv(|change| change * change).sum().sqrt() / NUDGE
        };
        let column = |layer: usize| (alike(&seen[0], &seen[layer]), far(layer));
        columns.push(SHOWN.map(column));
    }
    let mut text = String::from(
        "| after layer | adds: alike | change | replaces: alike | change |\n|--:|--:|--:|--:|--:|\n",
    );
    for (place, layer) in SHOWN.iter().enumerate() {
        let cells = columns.iter().map(|column| {
            let (alike, far) = column[place];
            format!(" {alike:.2} | {far:.2} |")
        });
        text.push_str(&format!("| {layer} |{}\n", cells.collect::<String>()));
    }
    Ok(text)
}

/// The same token and the same layer, in three orders.
fn orders() -> Result<String, ShapeError> {
    let (x, norm) = (start(), norm());
    let pre = WITH(0, &x)?;
    let post = POST(0, &x)?;
    let none = residual(x.view(), layer(0, x.view()).view())?;
    let grid = |caption: &str, values: &Array2<f32>| {
        Grid::new(caption, values, 1).columns((0..CHANNELS).map(|j| j.to_string()))
    };
    Ok(draw(&[
        grid("x", &x),
        grid("norm(x)", &norm.forward(x.view())?),
        grid("x + layer(norm(x)), as in GPT-2", &pre),
        grid("norm(x + layer(x)), as in 2017", &post),
        grid("x + layer(x)", &none),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_to_stays_and_what_is_replaced_does_not() -> Result<(), ShapeError> {
        let ends = [WITH, WITHOUT].map(|next| signal(start(), next));
        let [with, without] = ends.map(|seen| seen.map(|seen| alike(&seen[0], &seen[LAYERS])));
        let (with, without) = (with?, without?);
        assert!(with > 0.5, "{with}");
        assert!(without.abs() < 0.6 * with, "{without} beside {with}");
        let last = left()?.lines().last().map(str::to_owned);
        assert_eq!(last.as_deref(), Some("| 12 | 0.56 | 1.30 | -0.33 | 0.03 |"));
        Ok(())
    }
}
