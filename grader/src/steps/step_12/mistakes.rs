//! What people get wrong in step 12. A mistake is the oracle with other choices, in one way or several; to add one, add a
//! line here and a section to `mistakes.md`.

use super::oracle::{self, best, piece, possible, shares, sums};
use super::written::{Asked, Ids, last};
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The largest", LARGEST),
    Family::new("The temperature", TEMPERATURE),
    Family::new("Chance", CHANCE),
    Family::new("The loop", LOOP),
];

const TEXTS: &str = include_str!("mistakes.md");

/// Where the largest is among those behind the first ones.
fn behind(logits: &[f64], first: usize) -> Option<usize> {
    match logits.get(first..) {
        None | Some([]) => Some(0),
        Some(others) => best(others, |logit| logit).map(|place| place + first),
    }
}

/// What `f32` makes of a number as a whole number.
fn whole(logit: f64) -> f64 {
    f64::from(logit as i32)
}

const LARGEST: &[Misconception] = mistakes![
    E1 [1] (argmax: |logits| best(logits, |logit| -logit))
    E2 [1] (argmax: |logits| best(logits, f64::abs))
    E3 [1] (argmax: |logits| match logits.iter().all(|logit| *logit <= 0.0) {
        true => Some(0),
        false => best(logits, |logit| logit),
    })
    E4 [1]
        (argmax: |logits| {
            let rising = logits.windows(2).take_while(|pair| pair[1] > pair[0]);
            Some(rising.count())
        })
    E5 [1]
        (argmax: |logits| best(logits, whole))
        (argmax: |logits| {
            let largest = logits.iter().map(|logit| whole(*logit)).fold(f64::NEG_INFINITY, f64::max);
            logits.iter().rposition(|logit| whole(*logit) == largest)
        })
    E6 [1]
        (argmax: |logits| behind(logits, 1))
        // Counted from -inf, which is not above itself.
        (argmax: |logits| match logits.iter().skip(1).all(|logit| *logit == f64::NEG_INFINITY) {
            true => Some(0),
            false => behind(logits, 1),
        })
    E7 [1] (argmax: |logits| match logits {
        [] | [_] => Some(0),
        [others @ .., _] => best(others, |logit| logit),
    })
];

const TEMPERATURE: &[Misconception] = mistakes![
    X1 [2] (probabilities: |logits, temperature| shares(logits, |logit| logit * temperature))
    X2 [2]
        (probabilities: |logits, temperature| {
            let shares = shares(logits, |logit| logit);
            shares.into_iter().map(|share| share / temperature).collect()
        })
        (probabilities: |logits, temperature| {
            let shares = shares(logits, |logit| logit);
            shares.into_iter().map(|share| share * temperature).collect()
        })
    X3 [2] (probabilities: |logits, _| shares(logits, |logit| logit))
    X4 [2] (probabilities: |logits, temperature| shares(logits, |logit| logit / temperature.sqrt()))
    X5 [2] (probabilities: |logits, temperature| {
        let powers: Vec<_> = logits.iter().map(|logit| (*logit / temperature).overflowing_exp()).collect();
        let sum: Bounded = powers.iter().copied().sum();
        powers.into_iter().map(|power| power / sum).collect()
    })
    X6 [2]
        (probabilities: |logits, temperature| {
            logits.iter().map(|logit| (*logit / temperature).overflowing_exp()).collect()
        })
        (probabilities: |logits, temperature| {
            let largest = logits.iter().map(|logit| logit.value).fold(f64::NEG_INFINITY, f64::max);
            let largest = Bounded::exact(largest);
            logits.iter().map(|logit| ((*logit - largest) / temperature).exp()).collect()
        })
    X7 [2] (probabilities: |logits, temperature| {
        shares(logits, |logit| logit / temperature).into_iter().map(Bounded::ln).collect()
    })
    X8 [2] (probabilities: |logits, temperature| {
        let twice = shares(logits, |logit| logit / temperature);
        shares(&twice, |share| share)
    })
];

/// The first piece with which the sum is larger, or what is there in place of one.
fn or(probabilities: &[f64], u: f64, other: Option<usize>) -> Option<usize> {
    piece(probabilities, u).or(other)
}

const CHANCE: &[Misconception] = mistakes![
    Q1 [3]
        (pick: |probabilities, u| {
            let larger = probabilities.iter().position(|probability| *probability > u);
            larger.or(Some(possible(probabilities)))
        })
        (pick: |probabilities, u| {
            let larger = probabilities.iter().position(|probability| *probability > u);
            larger.or(Some(probabilities.len() - 1))
        })
        (pick: |probabilities, u| {
            let larger = probabilities.iter().position(|probability| *probability > u);
            larger.or(Some(0))
        })
    Q2 [3]
        (pick: |probabilities, u| {
            let before = sums(probabilities).position(|sum| sum > u);
            Some(before.map_or(possible(probabilities), |place| place + 1))
        })
        (pick: |probabilities, u| {
            let before = sums(probabilities).position(|sum| sum > u);
            let last = probabilities.len() - 1;
            Some(before.map_or(possible(probabilities), |place| (place + 1).min(last)))
        })
    Q3 [3] (pick: |probabilities, u| or(probabilities, 1.0 - u, Some(possible(probabilities))))
    Q4 [3] (pick: |probabilities, u| {
        let turned: Vec<f64> = probabilities.iter().rev().copied().collect();
        let last = probabilities.len() - 1;
        let possible = probabilities.iter().position(|probability| *probability > 0.0);
        piece(&turned, u).map(|place| last - place).or(possible)
    })
    Q5 [3] (pick: |probabilities, u| {
        let there = sums(probabilities).position(|sum| sum >= u);
        there.or(Some(possible(probabilities)))
    })
    Q6 [3]
        (pick: |probabilities, u| or(probabilities, u, Some(probabilities.len() - 1)))
        (pick: |probabilities, u| or(probabilities, u, Some(0)))
        (pick: |probabilities, u| or(probabilities, u, None))
        (pick: |probabilities, u| or(probabilities, u, Some(probabilities.len())))
    Q7 [3] (pick: |probabilities, _| best(probabilities, |probability| probability))
    Q8 [3] (pick: |probabilities, u| {
        let place = (u * probabilities.len() as f64) as usize;
        Some(place.min(probabilities.len() - 1))
    })
];

/// Writes so many tokens, as it should be done.
fn written(asked: &Asked<'_>, count: u64) -> Ids {
    asked.so_many(count, |ids| last(ids, asked.positions()))
}

const LOOP: &[Misconception] = mistakes![
    J1 [4] (generate: |asked| {
        Ok(written(asked, asked.count)?.split_off(asked.prompt.len()))
    })
    J2 [4] (generate: |asked| asked.written(|ids| {
        let seen = last(ids, asked.positions());
        &seen[..seen.len().min(1)]
    }))
    J3 [4] (generate: |asked| asked.written(|ids| last(ids, 1)))
    J4 [4]
        (generate: |asked| written(asked, asked.count.saturating_sub(1)))
        (generate: |asked| written(asked, asked.count + 1))
        (generate: |asked| {
            let length = asked.prompt.len() as u64;
            written(asked, asked.count.saturating_sub(length))
        })
    J5 [4] (generate: |asked| asked.written(|ids| ids))
    J6 [4] (generate: |asked| asked.written(|ids| &ids[..ids.len().min(asked.positions())]))
    J7 [4]
        (generate: |asked| {
            let mut ids = asked.prompt.to_vec();
            for turn in 0..asked.count {
                let logits = asked.logits(last(&ids, asked.positions()))?;
                ids.push(asked.choose(&logits, 2 * turn + 1)?);
            }
            Ok(ids)
        })
    J8 [4] (generate: |asked| {
        let mut ids = asked.prompt.to_vec();
        for before in 0..asked.count {
            let logits = asked.logits(last(&ids, asked.positions()))?;
            ids.insert(0, asked.choose(&logits, before)?);
        }
        Ok(ids)
    })
    J9 [4] (generate: |asked| {
        let mut ids = asked.prompt.to_vec();
        for before in 0..asked.count {
            let logits = asked.logits(last(&ids, asked.positions()))?;
            ids.push(asked.choose(&shares(&logits, |logit| logit), before)?);
        }
        Ok(ids)
    })
    J10 [4]
        (generate: |asked| match asked.prompt {
            [] => Ok(Vec::new()),
            _ => written(asked, asked.count),
        })
    J11 [4] (generate: |asked| written(asked, asked.count).map_err(|_| Answer::Panic))
    J12 [4] (generate: |asked| {
        let mut ids = asked.prompt.to_vec();
        for before in 0..asked.count {
            let logits = asked.logits(last(asked.prompt, asked.positions()))?;
            ids.push(asked.choose(&logits, before)?);
        }
        Ok(ids)
    })
    J13 [4]
        (generate: |asked| {
            let room = (asked.positions() as u64).saturating_sub(asked.prompt.len() as u64);
            written(asked, asked.count.min(room))
        })
        (generate: |asked| {
            let room = (asked.positions() as u64 + 1).saturating_sub(asked.prompt.len() as u64);
            written(asked, asked.count.min(room))
        })
    J14 [4] (generate: |asked| asked.written(|ids| {
        last(ids, asked.positions().saturating_sub(1).max(1))
    }))
];
