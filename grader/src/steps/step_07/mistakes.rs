//! What people get wrong in step 07. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

mod weights;

use super::heads::{Attention, Cube, Sizes};
use super::oracle::{
    self, Asked, RIGHT, WAYS, Ways, root, scores_by, softmax, taken_by, thirds_by, whole_by,
};
use crate::steps::misconception::{mistakes, way};
use crate::steps::step_04::oracle::{Outcome, plus, times};
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix};
use weights::{
    blocked_as, by_columns, by_powers_of_two, logarithms, not_shifted, shifted_together,
    with_a_sum_of,
};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("Softmax", SOFTMAX),
    Family::new("Scores", SCORES),
    Family::new("One head", HEAD),
    Family::new("Cutting", CUTTING),
    Family::new("The whole", WHOLE),
];

const TEXTS: &str = include_str!("mistakes.md");

const ONE: Bounded = Bounded::exact(1.0);

const SOFTMAX: &[Misconception] = mistakes![
    S1 [1] (softmax: not_shifted)
    S2 [1] (softmax: by_columns)
    S3 [1] (softmax: |scores| {
        let all = softmax(&Matrix::row(&scores.rows.concat()));
        Matrix::new(scores.rows.len(), scores.columns, |i, j| all.rows[0][i * scores.columns + j])
    })
    S4 [1] (softmax: shifted_together)
    S5 [1] (softmax: logarithms)
    S6 [1] (softmax: |scores| with_a_sum_of(scores, |_| ONE))
    S7 [1] (softmax: by_powers_of_two)
    S8 [1] (softmax: |scores| Matrix::new(scores.rows.len(), scores.columns, |i, j| {
        scores.rows[i][j] / scores.rows[i].iter().copied().sum()
    }))
    S9 [1] (softmax: |scores| with_a_sum_of(scores, |sum| sum + Bounded { value: 1e-6, error: 1e-13 }))
    S10 [1] (softmax: |scores| blocked_as(scores, |_| 0.0))
    S11 [1] (softmax: |scores| blocked_as(scores, |keys| 1.0 / keys as f64))
];

const SCORES: &[Misconception] = mistakes![
    A1 [2, 3] (scores: |query, key| scores_by(query, key, ONE))
    A2 [2, 3] (scores: |query, key| scores_by(query, key, Bounded::exact(query.columns as f64)))
    A3 [2, 3] (scores: |query, key| {
        let factor = root(query.columns);
        times(&query.map(|entry| entry * factor), &key.transposed())
    })
    A4 [2, 3] (scores: |query, key| scores_by(query, key, root(key.rows.len())))
    A5 [2, 3] (scores: |query, key| scores_by(key, query, root(query.columns)))
    A6 [2, 3] (scores: |query, key| scores_by(query, &key.transposed(), root(query.columns)))
];

const HEAD: &[Misconception] = mistakes![
    A7 [3] (attention: |asked, _| {
        let scores = scores_by(&asked.query, &asked.key, ONE)?;
        let weights = softmax(&plus(scores, &asked.mask)?);
        let divisor = root(asked.query.columns);
        times(&weights.map(|weight| weight / divisor), &asked.value)
    })
    A8 [3] (attention: |asked, _| times(&softmax(&right(asked)?), &asked.value))
    A9 [3] (attention: |asked, _| {
        let scores = right(asked)?.broadcast(&asked.mask, |score, mask| score * mask);
        times(&softmax(&scores.ok_or(Answer::Panic)?), &asked.value)
    })
    A10 [3]
        (attention: |asked, _| times(&open(&softmax(&right(asked)?), &asked.mask)?, &asked.value))
        (attention: |asked, _| times(&plus(softmax(&right(asked)?), &asked.mask)?, &asked.value))
    A11 [3] (attention: |asked, _| times(&softmax(&open(&right(asked)?, &asked.mask)?), &asked.value))
    A12 [3] (attention: |asked, _| times(&by_columns(&plus(right(asked)?, &asked.mask)?), &asked.value))
    A13 [3] (attention: |asked, _| {
        let scores = scores_by(&asked.query, &asked.value, root(asked.query.columns))?;
        times(&softmax(&plus(scores, &asked.mask)?), &asked.key)
    })
    A14 [3] (attention: |asked, _| {
        let weights = softmax(&plus(right(asked)?, &asked.mask)?);
        times(&weights.transposed(), &asked.value)
    })
    A15 [3] (attention: |asked, _| times(&plus(right(asked)?, &asked.mask)?, &asked.value))
    A16 [3] (attention: |asked, _| {
        let scores = right(asked)?.broadcast(&asked.mask, |score, mask| score - mask);
        times(&softmax(&scores.ok_or(Answer::Panic)?), &asked.value)
    })
];

const CUTTING: &[Misconception] = mistakes![
    H1 [4] (thirds: |qkv| cut(qkv, |part, channel, _| 3 * channel + part))
    H2 [4]
        (thirds: |qkv| cut(qkv, |part, channel, channels| [1, 0, 2][part] * channels + channel))
        (thirds: |qkv| cut(qkv, |part, channel, channels| (2 - part) * channels + channel))
        (thirds: |qkv| cut(qkv, |part, channel, channels| [0, 2, 1][part] * channels + channel))
    H3 [4] (thirds: |qkv| cut(qkv, |_, channel, _| channel))
    H4 [4] (thirds: |qkv| {
        Ok(thirds_by(qkv, qkv.columns / 3, |part, channel, channels| part * channels + channel))
    })
    H5 [4] (thirds: |qkv| (RIGHT.thirds)(qkv).map_err(|_| Answer::Panic))
    H6 [5] (split: |x, heads| {
        let (sizes, entries) = (shared(x, heads)?, x.rows.concat());
        Ok(sizes.split(|at| entries[straight(&sizes, at)]))
    })
    H7 [5] (split: |x, heads| {
        let sizes = shared(x, heads)?;
        Ok(sizes.split(|[head, token, channel]| x.rows[token][channel * sizes.heads + head]))
    })
    H8 [5]
        (split: |x, heads| {
            let (sizes, right) = (shared(x, heads)?, (RIGHT.split)(x, heads)?);
            Ok(Cube::new([sizes.tokens, sizes.heads, sizes.width()], |[i, j, k]| right.at([j, i, k])))
        })
        (split: |x, heads| {
            let (sizes, right) = (shared(x, heads)?, (RIGHT.split)(x, heads)?);
            Ok(Cube::new([sizes.heads, sizes.width(), sizes.tokens], |[i, j, k]| right.at([i, k, j])))
        })
    H9 [5] (split: |x, heads| Ok(shared(x, heads)?.split(|[_, token, channel]| x.rows[token][channel])))
    H10 [5] (split: |x, heads| match heads {
        0 => Err(Answer::Panic),
        _ => (RIGHT.split)(x, heads),
    })
    H11 [5]
        (split: |x, heads| match heads {
            0 => Err(Answer::Error),
            _ => Ok(cut_short(x, heads)),
        })
        (split: |x, heads| match heads {
            0 => Err(Answer::Panic),
            _ => Ok(cut_short(x, heads)),
        })
    H12 [5] (split: |x, heads| (RIGHT.split)(x, heads).map_err(|_| Answer::Panic))
    H13 [6] (merge: |heads| {
        let [_, tokens, width] = heads.shape;
        let channels = heads.shape[0] * width;
        heads.merge(|token, column| {
            let place = token * channels + column;
            [place / (tokens * width), place / width % tokens, place % width]
        })
    })
    H14 [6] (merge: |heads| {
        let [count, ..] = heads.shape;
        heads.merge(|token, column| [column % count, token, column / count])
    })
    H15 [6] (merge: Cube::piled_up)
    H16 [6] (merge: |heads| {
        let count = Bounded::exact(heads.shape[0] as f64);
        heads.piled_up().map(|sum| sum / count)
    })
    H17 [6] (merge: |heads| {
        let [count, tokens, width] = heads.shape;
        Matrix::new(count * tokens, width, |i, j| heads.at([i / tokens, i % tokens, j]))
    })
    H18 [6] (merge: |heads| (RIGHT.merge)(heads).transposed())
];

const WHOLE: &[Misconception] = mistakes![
    T1 [7] (whole: |x, attention| whole_by(x, attention, &Ways { divisor: |sizes| root(sizes.channels), ..WAYS }))
    T2 [7] (whole: |x, attention| whole_by(x, attention, &Ways { divisor: |_| ONE, ..WAYS }))
    T3 [7] (whole: |x, attention| whole_by(x, attention, &Ways { sees: |_, _| true, ..WAYS }))
    T4 [7] (whole: |x, attention| whole_by(x, attention, &Ways { sees: |query, key| key < query, ..WAYS }))
    T5 [7] (whole: |x, attention| whole_by(x, attention, &Ways { sees: |query, key| key >= query, ..WAYS }))
    T6 [7]
        (whole: |x, attention| whole_by(x, attention, &Ways { split: |sizes, part, at| (WAYS.split)(sizes, [1, 0, 2][part], at), ..WAYS }))
        (whole: |x, attention| whole_by(x, attention, &Ways { split: |sizes, part, at| (WAYS.split)(sizes, 2 - part, at), ..WAYS }))
        (whole: |x, attention| whole_by(x, attention, &Ways { split: |sizes, part, at| (WAYS.split)(sizes, [0, 2, 1][part], at), ..WAYS }))
    T7 [7] (whole: |x, attention| whole_by(x, attention, &Ways {
        split: |sizes, part, [head, token, channel]| [token, part * sizes.channels + channel * sizes.heads + head],
        merge: |sizes, [token, column]| [column % sizes.heads, token, column / sizes.heads],
        ..WAYS
    }))
    T8 [7]
        (whole: |x, attention| whole_by(x, attention, &Ways { split: split_straight, ..WAYS }))
        (whole: |x, attention| whole_by(x, attention, &Ways { split: split_straight, merge: merge_straight, ..WAYS }))
    T9 [7] (whole: |x, attention| whole_by(x, attention, &Ways { merge: merge_straight, ..WAYS }))
    T10 [7] (whole: |x, attention| whole_by(x, attention, &Ways {
        split: |sizes, part, [head, token, channel]| [token, (3 * head + part) * sizes.width() + channel],
        ..WAYS
    }))
    T11 [7]
        (whole: |x, attention| whole_by(x, &Attention { heads: 1, ..attention.clone() }, &WAYS))
        (whole: |x, attention| {
            (RIGHT.whole)(x, attention)?;
            whole_by(x, &Attention { heads: 1, ..attention.clone() }, &WAYS)
        })
    T12 [7] (whole: |x, attention| taken_by(x, attention, &WAYS))
    T13 [7] (whole: |x, attention| plus((RIGHT.whole)(x, attention)?, x))
    T14 [7] (whole: |x, attention| (RIGHT.whole)(x, attention).map_err(|_| Answer::Panic))
];

/// The right scores, before the mask.
fn right(asked: &Asked) -> Outcome {
    (RIGHT.scores)(&asked.query, &asked.key)
}

/// The entries where the mask is open, and 0 elsewhere.
fn open(entries: &Matrix, mask: &Matrix) -> Outcome {
    let open = entries.broadcast(mask, |entry, mask| match mask.value == 0.0 {
        true => entry,
        false => Bounded::exact(0.0),
    });
    open.ok_or(Answer::Panic)
}

/// Three matrices, or the right error.
fn cut(qkv: &Matrix, column: fn(usize, usize, usize) -> usize) -> Result<[Matrix; 3], Answer> {
    (RIGHT.thirds)(qkv)?;
    Ok(thirds_by(qkv, qkv.columns / 3, column))
}

/// The sizes, or the right error.
fn shared(x: &Matrix, heads: u64) -> Result<Sizes, Answer> {
    Sizes::of(x, heads).ok_or(Answer::Error)
}

/// As many channels as every head can have; what is left over is lost.
fn cut_short(x: &Matrix, heads: u64) -> Cube {
    let (heads, tokens) = (heads as usize, x.rows.len());
    let width = x.columns / heads;
    Cube::new([heads, tokens, width], |[head, token, channel]| {
        x.rows[token][head * width + channel]
    })
}

/// The place of an entry where an array of heads lies in memory.
fn straight(sizes: &Sizes, [head, token, channel]: [usize; 3]) -> usize {
    (head * sizes.tokens + token) * sizes.width() + channel
}

fn split_straight(sizes: &Sizes, part: usize, at: [usize; 3]) -> [usize; 2] {
    let place = straight(sizes, at);
    [
        place / sizes.channels,
        part * sizes.channels + place % sizes.channels,
    ]
}

fn merge_straight(sizes: &Sizes, [token, column]: [usize; 2]) -> [usize; 3] {
    let (place, width) = (token * sizes.channels + column, sizes.width());
    [
        place / (sizes.tokens * width),
        place / width % sizes.tokens,
        place % width,
    ]
}
