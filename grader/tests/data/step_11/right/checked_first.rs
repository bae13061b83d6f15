//! All targets are checked before anything is computed.

use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError, s};

use crate::step_10::Gpt2Model;

#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2LmHeadModel {
    pub transformer: Gpt2Model,
}

impl Gpt2LmHeadModel {
    pub fn logits(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        let hidden = self.transformer.forward(ids)?;
        Ok(hidden.dot(&self.transformer.wte.weight.t()))
    }

    pub fn next_token_logits(&self, ids: &[usize]) -> Result<Array1<f32>, ShapeError> {
        let Some(last) = ids.len().checked_sub(1) else {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        };
        let hidden = self.transformer.forward(ids)?;
        Ok(self.transformer.wte.weight.dot(&hidden.row(last)))
    }

    pub fn loss(&self, ids: &[usize]) -> Result<f32, ShapeError> {
        if ids.len() < 2 {
            return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
        }
        let logits = self.logits(ids)?;
        let rows = logits.slice(s![..-1, ..]);
        cross_entropy(rows, &ids[1..])
    }
}

pub fn cross_entropy(logits: ArrayView2<'_, f32>, targets: &[usize]) -> Result<f32, ShapeError> {
    let unknown = targets.iter().any(|target| *target >= logits.ncols());
    if logits.nrows() != targets.len() || targets.is_empty() || unknown {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    let losses = logits.rows().into_iter().zip(targets).map(|(row, target)| {
        let largest = row.fold(f32::NEG_INFINITY, |a, b| a.max(*b));
        row.iter().map(|logit| (logit - largest).exp()).sum::<f32>().ln() - row[*target] + largest
    });
    Ok(losses.sum::<f32>() / targets.len() as f32)
}

pub fn perplexity(loss: f32) -> f32 {
    loss.exp()
}
