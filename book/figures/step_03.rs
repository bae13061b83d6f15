//! The figures of step 03. All numbers come from the `solutions` crate, but for those of mistakes, which are computed here.

use ndarray::{Array1, Array2, Axis, ErrorKind, ShapeError, array};
use solutions::step_03::{LayerNorm, mean, normalize, variance};

use super::grid::Grid;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 03 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("row", row),
    ("scales", scales),
    ("axes", axes),
    ("eps", eps),
    ("cancellation", cancellation),
];

/// The `eps` of GPT-2.
const EPS: f32 = 1e-5;

/// A token with four channels, which are whole numbers so that all of it can be followed in the head.
fn token() -> Array2<f32> {
    array![[8.0, 2.0, 4.0, 6.0]]
}

/// One token, step by step.
fn row() -> Result<String, ShapeError> {
    let x = token();
    let layer = LayerNorm::new(array![2.0, 1.0, 1.0, 0.5], array![0.0, 0.0, 1.0, 0.0], EPS);
    let y = layer.and_then(|layer| layer.forward(x.view()));
    let y = y.map_err(|_| ShapeError::from_kind(ErrorKind::IncompatibleShape))?;
    let centred = &x - &mean(x.view()).insert_axis(Axis(1));
    let [mean, variance] = [mean(x.view())[0], variance(x.view())[0]];
    let channels = |grid: Grid| grid.columns((0..4).map(|j| format!("ch. {j}")));
    let grids = [
        Grid::new(&format!("a token: mean {mean}, variance {variance}"), &x, 0),
        Grid::new("less its mean", &centred, 0),
        Grid::new(
            "divided by the root of its variance",
            &normalize(x.view(), EPS),
            2,
        ),
        Grid::new("times weight, plus bias", &y, 2),
    ];
    Ok(draw(&grids.map(channels)))
}

/// The same token quiet, loud and shifted.
fn scaled() -> Array2<f32> {
    let x = token();
    let rows = [&x / 100.0, x.clone(), &x * 100.0, &x + 100.0];
    Array2::from_shape_fn((rows.len(), 4), |(i, j)| rows[i][[0, j]])
}

/// What becomes of them: the same.
fn scales() -> Result<String, ShapeError> {
    let x = scaled();
    let names = ["÷ 100", "token", "× 100", "+ 100"];
    let mut before = Grid::new("before", &x, 0).rows(names);
    for (cell, value) in before.cells.iter_mut().zip(&x) {
        cell.text = value.to_string();
    }
    let after = Grid::new("after", &normalize(x.view(), EPS), 2).rows(names);
    Ok(draw(&[before, after]))
}

/// Three tokens, and the same with another last one.
fn texts() -> [Array2<f32>; 2] {
    let x = array![[1.0, 5.0, 3.0], [4.0, 0.0, 2.0], [7.0, 1.0, 1.0]];
    let mut other = x.clone();
    other.row_mut(2).assign(&array![1.0, 9.0, 5.0]);
    [x, other]
}

/// Rows normalized by themselves, and along the wrong axis. What moves when the last token changes is marked.
fn axes() -> Result<String, ShapeError> {
    let [x, other] = texts();
    let tokens = ["token 0", "token 1", "token 2"];
    let by_columns = |x: &Array2<f32>| normalize(x.t(), EPS).reversed_axes();
    let moved = |caption: &str, before: Array2<f32>, after: Array2<f32>| {
        let places = before
            .indexed_iter()
            .filter(|(place, value)| after[*place] != **value);
        let places: Vec<_> = places.map(|(place, _)| place).collect();
        Grid::new(caption, &after, 2).rows(tokens).marked(places)
    };
    Ok(draw(&[
        moved("another last token", x.clone(), other.clone()),
        moved(
            "by rows",
            normalize(x.view(), EPS),
            normalize(other.view(), EPS),
        ),
        moved("by columns", by_columns(&x), by_columns(&other)),
    ]))
}

/// A row, with eps inside the root, outside of it, and without.
fn eps() -> Result<String, ShapeError> {
    let rows = [
        ("5, 5, 5, 5", array![[5.0, 5.0, 5.0, 5.0]]),
        (
            "0.001, 0.002, 0.003, 0.004",
            array![[0.001, 0.002, 0.003, 0.004]],
        ),
        ("1, 2, 3, 4", array![[1.0, 2.0, 3.0, 4.0]]),
    ];
    let mut text = String::from(
        "| row | variance | √(variance + eps) | √variance + eps | no eps |\n|---|--:|--:|--:|--:|\n",
    );
    for (name, x) in rows {
        let spread: f32 = variance(x.view())[0];
        let last = x[[0, 3]] - mean(x.view())[0];
        let outside = last / (spread.sqrt() + EPS);
        let without = last / spread.sqrt();
        let inside = normalize(x.view(), EPS)[[0, 3]];
        let spread = match spread {
            0.0 => "0".to_owned(),
            small if small < 0.001 => format!("{small:.3e}"),
            other => other.to_string(),
        };
        text.push_str(&format!(
            "| {name} | {spread} | {inside:.3} | {outside:.3} | {without:.3} |\n"
        ));
    }
    Ok(text)
}

/// The mean of the squares less the square of the mean, in `f32`.
fn difference(row: &Array1<f32>) -> f32 {
    let count = row.len() as f32;
    let mean = row.sum() / count;
    row.mapv(|x| x * x).sum() / count - mean * mean
}

/// Both ways to the variance of the same four numbers, further and further from 0.
fn cancellation() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| row | mean of squared distances | mean of squares − squared mean |\n|---|--:|--:|\n",
    );
    for offset in [0.0, 100.0, 1000.0, 7000.0] {
        let row = array![0.25, 0.5, 0.75, 1.0].mapv(|x: f32| x + offset);
        let name: Vec<_> = row.iter().map(f32::to_string).collect();
        let right = variance(row.view().insert_axis(Axis(0)))[0];
        text.push_str(&format!(
            "| {} | {right} | {} |\n",
            name.join(", "),
            difference(&row)
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_the_same_however_loud() {
        let y = normalize(scaled().view(), EPS);
        for (i, row) in y.outer_iter().enumerate() {
            let near = row.iter().zip(y.row(1)).all(|(a, b)| (a - b).abs() < 0.02);
            assert!(near, "row {i}: {row}");
        }
    }

    #[test]
    fn only_the_wrong_axis_lets_another_token_in() -> Result<(), ShapeError> {
        let figure = axes()?;
        let pictures: Vec<_> = figure.split("</svg>").collect();
        let marks = |picture: &str| picture.matches("\"mark\"").count();
        assert_eq!(marks(pictures[1]), 3, "the last row");
        assert!(marks(pictures[2]) > 3, "rows before it, too");
        Ok(())
    }

    #[test]
    fn without_eps_a_constant_row_is_nan() -> Result<(), ShapeError> {
        let eps = eps()?;
        let row = eps.lines().nth(2).expect("a first row");
        assert_eq!(row, "| 5, 5, 5, 5 | 0 | 0.000 | 0.000 | NaN |");
        Ok(())
    }

    #[test]
    fn far_from_zero_the_difference_is_rounding() {
        let far = array![7000.25, 7000.5, 7000.75, 7001.0];
        assert_eq!(variance(far.view().insert_axis(Axis(0)))[0], 0.078125);
        assert!(difference(&far) < 0.0);
    }
}
