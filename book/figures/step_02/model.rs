//! As small as a model with attention can be: what the figures about training train.
//!
//! What a query looks at depends on the distance to the key alone: one learned score for each distance. What it gets
//! there is one learned row of numbers for each word. Their weighted sum is the score of each next word. There is no
//! chance in it: everything starts at 0.

use ndarray::{Array1, Array2, ShapeError};
use solutions::step_02;

use super::softmax::softmax;

/// How far the numbers follow their gradients in each round.
const RATE: f64 = 5.0;

pub(super) struct Model {
    /// The score of a key, by how far it stands from the query.
    distances: Array1<f64>,
    /// What each word says of the next one.
    values: Array2<f64>,
}

impl Model {
    /// A model that knows nothing, for texts of that length.
    pub(super) fn new(length: usize, vocabulary: usize) -> Self {
        Self {
            distances: Array1::zeros(2 * length + 1),
            values: Array2::zeros((vocabulary, vocabulary)),
        }
    }

    /// Where the score stands for query `i` and key `j`.
    fn distance(&self, i: usize, j: usize) -> usize {
        self.distances.len() / 2 + j - i
    }

    /// The weights of each key.
    pub(super) fn attention(&self, mask: &Array2<f64>) -> Array2<f64> {
        let scores =
            Array2::from_shape_fn(mask.dim(), |(i, j)| self.distances[self.distance(i, j)]);
        softmax((scores + mask).view())
    }

    /// How likely it takes each word to come after each of these.
    fn predict(&self, words: &[usize], attention: &Array2<f64>) -> Array2<f64> {
        softmax(attention.dot(&self.chosen(words)).view())
    }

    /// The values of these words.
    fn chosen(&self, words: &[usize]) -> Array2<f64> {
        let columns = self.values.ncols();
        Array2::from_shape_fn((words.len(), columns), |(j, word)| {
            self.values[[words[j], word]]
        })
    }

    /// How badly it predicts each next word of the text, on average: 0 is perfect.
    pub(super) fn loss(&self, words: &[usize], mask: &Array2<f64>) -> f64 {
        let (read, next) = (&words[..words.len() - 1], &words[1..]);
        let likely = self.predict(read, &self.attention(mask));
        let lost = next
            .iter()
            .enumerate()
            .map(|(i, &word)| -likely[[i, word]].ln());
        lost.sum::<f64>() / next.len() as f64
    }

    /// One round of gradient descent.
    pub(super) fn learn(&mut self, words: &[usize], mask: &Array2<f64>) {
        let (read, next) = (&words[..words.len() - 1], &words[1..]);
        let attention = self.attention(mask);
        let mut error = self.predict(read, &attention);
        for (i, &word) in next.iter().enumerate() {
            error[[i, word]] -= 1.0;
        }
        error /= next.len() as f64;
        let by_weight = error.dot(&self.chosen(read).t());
        let by_value = attention.t().dot(&error);
        for (i, weights) in attention.outer_iter().enumerate() {
            let mean = weights.dot(&by_weight.row(i));
            for (j, weight) in weights.iter().enumerate() {
                let distance = self.distance(i, j);
                self.distances[distance] -= RATE * weight * (by_weight[[i, j]] - mean);
            }
        }
        for (j, &word) in read.iter().enumerate() {
            self.values
                .row_mut(word)
                .scaled_add(-RATE, &by_value.row(j));
        }
    }

    /// What it writes after these words, where there is nothing yet that it could look ahead at.
    pub(super) fn write(
        &self,
        beginning: &[usize],
        count: usize,
    ) -> Result<Vec<usize>, ShapeError> {
        let mut words = beginning.to_vec();
        for _ in 0..count {
            let mask = step_02::causal_mask(words.len(), 0)?;
            let likely = self.predict(&words, &self.attention(&mask));
            let last = likely.row(words.len() - 1);
            let best = last.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
            words.extend(best.map(|(word, _)| word));
        }
        Ok(words.split_off(beginning.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The gradient agrees with how the loss changes when one number is moved a little.
    #[test]
    fn the_gradient_points_downhill() -> Result<(), ShapeError> {
        let words = [0, 1, 2, 3, 0, 4, 5, 0, 1, 2];
        let mask = step_02::causal_mask(words.len() - 1, 0)?;
        let mut model = Model::new(words.len(), 6);
        for _ in 0..3 {
            model.learn(&words, &mask);
        }
        let (distances, values) = (model.distances.clone(), model.values.clone());
        let moved = |distance: f64, value: f64| {
            let mut moved = Model {
                distances: distances.clone(),
                values: values.clone(),
            };
            moved.distances[words.len()] += distance;
            moved.values[[0, 1]] += value;
            moved.loss(&words, &mask)
        };
        let step = 1e-5;
        let slopes = [
            (moved(step, 0.0) - moved(-step, 0.0)) / (2.0 * step),
            (moved(0.0, step) - moved(0.0, -step)) / (2.0 * step),
        ];
        model.learn(&words, &mask);
        let learned = [
            (distances[words.len()] - model.distances[words.len()]) / RATE,
            (values[[0, 1]] - model.values[[0, 1]]) / RATE,
        ];
        for (slope, learned) in slopes.iter().zip(learned) {
            assert!((slope - learned).abs() < 1e-8, "{slope} {learned}");
        }
        Ok(())
    }
}
