//! The table times the hidden states, transposed.

use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError, s};

use crate::step_10::Gpt2Model;

#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2LmHeadModel {
    pub transformer: Gpt2Model,
}

impl Gpt2LmHeadModel {
    pub fn logits(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let hidden = self.transformer.forward(ids)?;
        Ok(self.transformer.wte.weight.dot(&hidden.t()).reversed_axes())
    }

    pub fn next_token_logits(&self, ids: &[usize]) -> Result<Array1<f32>, ShapeError> {
        let Some(last) = ids.len().checked_sub(1) else {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        };
        let hidden = self.transformer.forward(ids)?;
        Ok(self.transformer.wte.weight.dot(&hidden.row(last)))
    }

    pub fn loss(&self, ids: &[usize]) -> Result<f32, ShapeError> {
        let Some(last) = ids.len().checked_sub(1) else {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        };
        let logits = self.logits(ids)?;
        cross_entropy(logits.slice(s![..last, ..]), &ids[1..])
    }
}

pub fn cross_entropy(logits: ArrayView2<'_, f32>, targets: &[usize]) -> Result<f32, ShapeError> {
    if logits.nrows() != targets.len() || targets.is_empty() {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let mut sum = 0.0;
    for (row, target) in logits.rows().into_iter().zip(targets) {
        let Some(right) = row.get(*target) else {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        };
        let largest = row.fold(f32::NEG_INFINITY, |largest, logit| largest.max(*logit));
        let exponentials = row.mapv(|logit| (logit - largest).exp());
        sum += exponentials.sum().ln() - (right - largest);
    }
    Ok(sum / targets.len() as f32)
}

pub fn perplexity(loss: f32) -> f32 {
    loss.exp()
}
