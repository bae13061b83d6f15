//! The answers of step 03, written from the definition of each function and from nothing else.
//!
//! All that a definition decides is a choice. With the right ones these are the right answers; with another one, those
//! of a mistake.

use crate::protocol::{Call, Value};
use crate::steps::{Expected, Given};
use bounded::{Answer, Bounded, Matrix, vector};

pub(super) const ZERO: Bounded = Bounded::exact(0.0);
pub(super) const ONE: Bounded = Bounded::exact(1.0);

/// What the answers rest on.
pub(super) struct Choices {
    /// Which entries are normalized together.
    pub over: Over,
    /// Their mean.
    pub mean: fn(&[Bounded]) -> Bounded,
    /// Their variance, by their mean.
    pub variance: fn(&[Bounded], Bounded) -> Bounded,
    /// What is divided.
    pub dividend: fn(Bounded, &Group<'_>) -> Bounded,
    /// What it is divided by, after what is added to the variance.
    pub divisor: fn(&Group<'_>, Bounded) -> Bounded,
    /// What is added to the variance where a function is told to add so much.
    pub eps: fn(Bounded) -> Bounded,
    /// What an entry becomes with its weight before the layer normalizes.
    pub before: fn(Bounded, Bounded) -> Bounded,
    /// What an entry becomes with its weight and its bias.
    pub scaled: fn(Bounded, Bounded, Bounded) -> Bounded,
    /// Whether a row has a weight and a bias, and no channel has.
    pub by_row: bool,
    /// What becomes of parameters whose lengths do not fit.
    pub unfit: Unfit,
    /// Weight and bias of a new layer.
    pub parameters: fn(Vec<Bounded>, Vec<Bounded>) -> [Vec<Bounded>; 2],
}

/// Which entries are normalized together.
#[derive(PartialEq)]
pub(super) enum Over {
    Rows,
    Columns,
    All,
}

/// What becomes of parameters whose lengths do not fit.
pub(super) enum Unfit {
    Refused,
    /// What was there is called what was needed, and the other way round.
    Exchanged,
    /// ndarray repeats a single one, and panics where there are several.
    Broadcast,
    /// Each channel takes its own, and panics where there is none.
    Indexed,
    /// Channels behind the end of the shorter one stay as they are.
    Zipped,
}

/// Entries that are normalized together.
pub(super) struct Group<'a> {
    pub entries: &'a [Bounded],
    pub mean: Bounded,
    pub variance: Bounded,
}

/// The right choices.
pub(super) const RIGHT: Choices = Choices {
    over: Over::Rows,
    mean,
    variance: |entries, mean| average(entries, |x| squared(x - mean)),
    dividend: |x, group| x - group.mean,
    divisor: |group, eps| (group.variance + eps).sqrt(),
    eps: |eps| eps,
    before: |x, _| x,
    scaled: |x, weight, bias| x * weight + bias,
    by_row: false,
    unfit: Unfit::Refused,
    parameters: |weight, bias| [weight, bias],
};

/// The sum of what becomes of the entries, divided by how many they are.
pub(super) fn average(entries: &[Bounded], of: impl Fn(Bounded) -> Bounded) -> Bounded {
    entries.iter().copied().map(of).sum::<Bounded>() / Bounded::exact(entries.len() as f64)
}

pub(super) fn mean(entries: &[Bounded]) -> Bounded {
    average(entries, |x| x)
}

pub(super) fn squared(x: Bounded) -> Bounded {
    x * x
}

/// The right answer to a call of one of the step's functions.
pub(super) fn expect(call: &Call) -> Expected {
    Expected::of(answer(call, 0.0, &RIGHT))
}

/// What a layer makes of rows that are themselves computed, for the steps that use one; nothing where they do not fit.
pub(in crate::steps) fn forward(x: &Matrix, layer: &Value) -> Option<Matrix> {
    let Value::Record(parts) = layer else {
        return None;
    };
    let [weight, bias, eps] = parts.as_slice() else {
        return None;
    };
    let (weight, bias) = (vector(weight)?, vector(bias)?);
    // A row of one channel is its own mean, whatever it was computed from: nothing is left of it for anybody.
    let is_known = |entry: Bounded| x.columns == 1 && entry.value.is_finite();
    let x = x.map(|entry| match is_known(entry) {
        true => Bounded::exact(entry.value),
        false => entry,
    });
    let y = normalize(&x, number(eps)?, &RIGHT);
    let scaled = |i: usize, j: usize| (RIGHT.scaled)(y.rows[i][j], weight[j], bias[j]);
    let fits = [weight.len(), bias.len()] == [x.columns; 2];
    fits.then(|| Matrix::new(x.rows.len(), x.columns, scaled))
}

/// The answer that comes of these choices.
pub(super) fn answer(call: &Call, _: f64, choices: &Choices) -> Option<Given> {
    let given = match (call.function.as_str(), call.arguments.as_slice()) {
        ("mean", [x]) => {
            let x = Matrix::of(x)?;
            let mut means = statistic(&x, choices, choices.mean);
            // Who takes the mean as it grows has NaN behind an infinity, and is as right.
            let grown = |mean: &mut Bounded| {
                if mean.value.is_infinite() {
                    mean.error = f64::INFINITY;
                }
            };
            means.iter_mut().for_each(grown);
            of_rows(&x, choices, Answer::from(means))
        }
        ("variance", [x]) => {
            let x = Matrix::of(x)?;
            let variance =
                |entries: &[Bounded]| (choices.variance)(entries, (choices.mean)(entries));
            of_rows(&x, choices, Answer::from(statistic(&x, choices, variance)))
        }
        ("normalize", [x, eps]) => {
            let x = Matrix::of(x)?;
            let y = normalize(&x, number(eps)?, choices);
            of_rows(&x, choices, Answer::from(y))
        }
        ("scale_and_shift", [x, weight, bias]) => {
            scale_and_shift(&Matrix::of(x)?, &vector(weight)?, &vector(bias)?, choices)
        }
        ("LayerNorm::new", [weight, bias, eps]) => {
            let (weight, bias) = (vector(weight)?, vector(bias)?);
            let refuses = matches!(choices.unfit, Unfit::Refused | Unfit::Exchanged);
            if weight.len() != bias.len() && refuses {
                return Some(refused(weight.len(), [bias.len()], choices));
            }
            let parameters = (choices.parameters)(weight, bias).map(Answer::from);
            let eps = Answer::Array(Vec::new(), vec![(choices.eps)(number(eps)?)]);
            Answer::Record(vec![Answer::Record(parameters.into()), eps]).into()
        }
        ("LayerNorm::forward", [Value::Record(layer), x]) => {
            let [weight, bias, eps] = layer.as_slice() else {
                return None;
            };
            let (mut x, weight, bias) = (Matrix::of(x)?, vector(weight)?, vector(bias)?);
            for row in &mut x.rows {
                let pairs = row.iter_mut().zip(&weight);
                pairs.for_each(|(x, weight)| *x = (choices.before)(*x, *weight));
            }
            let y = normalize(&x, number(eps)?, choices);
            match scale_and_shift(&y, &weight, &bias, choices) {
                // Who compares with the parameters before calling anything needs what the layer has.
                Given::Answer(Expected::Error(_)) => Answer::Error.into(),
                Given::Answer(expected) => empty(&x, choices, expected),
                other => other,
            }
        }
        _ => return None,
    };
    Some(given)
}

/// A statistic of every group of entries, one a row or, where columns are the groups, one a column.
fn statistic(x: &Matrix, choices: &Choices, of: impl Fn(&[Bounded]) -> Bounded) -> Vec<Bounded> {
    match choices.over {
        Over::Rows => x.rows.iter().map(|row| of(row)).collect(),
        Over::Columns => x.transposed().rows.iter().map(|row| of(row)).collect(),
        Over::All => vec![of(&x.rows.concat()); x.rows.len()],
    }
}

fn normalize(x: &Matrix, eps: Bounded, choices: &Choices) -> Matrix {
    let rows = |x: &Matrix| {
        let row = |row: &Vec<Bounded>| {
            let mean = (choices.mean)(row);
            let variance = (choices.variance)(row, mean);
            let group = Group {
                entries: row,
                mean,
                variance,
            };
            let divisor = (choices.divisor)(&group, (choices.eps)(eps));
            row.iter()
                .map(|x| (choices.dividend)(*x, &group) / divisor)
                .collect()
        };
        let rows = x.rows.iter().map(row).collect();
        Matrix {
            columns: x.columns,
            rows,
        }
    };
    match choices.over {
        Over::Rows => rows(x),
        Over::Columns => rows(&x.transposed()).transposed(),
        Over::All => {
            let all = Matrix {
                columns: x.rows.len() * x.columns,
                rows: vec![x.rows.concat()],
            };
            let all = rows(&all).rows.concat();
            Matrix::new(x.rows.len(), x.columns, |i, j| all[i * x.columns + j])
        }
    }
}

fn scale_and_shift(x: &Matrix, weight: &[Bounded], bias: &[Bounded], choices: &Choices) -> Given {
    let (rows, columns) = (x.rows.len(), x.columns);
    let lengths = [weight.len(), bias.len()];
    let needed = if choices.by_row { rows } else { columns };
    let fits = lengths == [needed; 2];
    let mut several = [columns, weight.len(), bias.len()]
        .into_iter()
        .filter(|length| *length != 1);
    let broadcast = several.next().unwrap_or(1);
    let taken = match choices.unfit {
        _ if fits => columns,
        Unfit::Refused | Unfit::Exchanged => {
            let unfit = lengths.into_iter().filter(|length| *length != needed);
            return refused(needed, unfit, choices);
        }
        Unfit::Broadcast if several.any(|other| other != broadcast) => return Given::Panic(""),
        Unfit::Broadcast => broadcast,
        Unfit::Indexed if rows > 0 && lengths.iter().any(|length| *length < columns) => {
            return Given::Panic("");
        }
        Unfit::Indexed | Unfit::Zipped => columns,
    };
    let repeated = matches!(choices.unfit, Unfit::Broadcast);
    let at = |of: &[Bounded], place: usize| match of {
        [one] if repeated => Some(*one),
        _ => of.get(place).copied(),
    };
    let y = Matrix::new(rows, taken, |i, j| {
        let entry = at(&x.rows[i], j).unwrap_or(ZERO);
        let place = if choices.by_row { i } else { j };
        match (at(weight, place), at(bias, place)) {
            (Some(weight), Some(bias)) => (choices.scaled)(entry, weight, bias),
            _ => entry,
        }
    });
    Answer::from(y).into()
}

/// The error that names one of these lengths beside the one that was needed.
fn refused(needed: usize, unfit: impl IntoIterator<Item = usize>, choices: &Choices) -> Given {
    let says = |actual: usize| match choices.unfit {
        Unfit::Exchanged => format!("expected a vector of shape [{actual}], got [{needed}]"),
        _ => format!("expected a vector of shape [{needed}], got [{actual}]"),
    };
    let texts = unfit.into_iter().map(says);
    Given::Answer(Expected::Error(texts.collect()))
}

/// As it is where there are rows. Of none there are no statistics, and who asks for some may panic.
fn of_rows(x: &Matrix, choices: &Choices, answer: Answer) -> Given {
    empty(x, choices, Expected::of(Some(answer.into())))
}

fn empty(x: &Matrix, choices: &Choices, expected: Expected) -> Given {
    if x.rows.is_empty() && choices.over != Over::Rows {
        Given::OrPanic(expected, "")
    } else {
        Given::Answer(expected)
    }
}

/// The one number of an argument.
fn number(value: &Value) -> Option<Bounded> {
    vector(value)?.first().copied()
}
