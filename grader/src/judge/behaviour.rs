//! Mistakes of any step that show in which questions go wrong, whatever the answers are.

use super::{Asked, Status};
use crate::protocol::{Dtype, Reply, Value};
use crate::steps::{Answer, FIRST_CALL, Misconception, SMALL_SIZES, SOME_DTYPES, longest_side};

/// Up to here a size is small: every step asks for all sizes up to it.
const SMALL: u64 = 12;
/// From here on a size is large, up to the lengths that only sums have.
const LARGE: u64 = 200;
const HUGE: u64 = 1 << 20;

/// The mistake that the pattern of right and wrong shows, if it shows one.
pub(super) fn misconception(asked: &Asked<'_>) -> Option<&'static Misconception> {
    let seen = asked
        .pairs()
        .zip(&asked.statuses)
        .filter_map(|((question, answer), status)| {
            let right = *status == Status::Passed;
            let tells = *status != Status::NotRun && !(right && is_easy(answer));
            tells.then(|| Seen {
                right,
                side: longest_side(&question.call),
                dtype: question.call.dtype,
            })
        });
    let seen: Vec<Seen> = seen.collect();
    let mistakes = [
        (&FIRST_CALL, first_call as fn(&[Seen]) -> bool),
        (&SMALL_SIZES, small_sizes),
        (&SOME_DTYPES, some_dtypes),
    ];
    mistakes
        .into_iter()
        .find(|(_, shows)| shows(&seen))
        .map(|(mistake, _)| mistake)
}

/// Whether an answer is right in most wrong programs, too: an error, or an array without entries.
fn is_easy(answer: &Answer) -> bool {
    match answer {
        Answer::Reply(Reply::Returned(Value::Array(array) | Value::View(array, _))) => {
            array.entries.is_empty()
        }
        Answer::Reply(Reply::Failed(_)) => true,
        _ => false,
    }
}

/// What is looked at of a question and its answer.
struct Seen {
    right: bool,
    side: u64,
    dtype: Dtype,
}

fn first_call(seen: &[Seen]) -> bool {
    match seen {
        [first, later @ ..] => {
            first.right && later.len() > 3 && later.iter().all(|seen| !seen.right)
        }
        [] => false,
    }
}

fn small_sizes(seen: &[Seen]) -> bool {
    let mut large = seen
        .iter()
        .filter(|seen| (LARGE..HUGE).contains(&seen.side))
        .peekable();
    let mut small = seen.iter().filter(|seen| seen.side <= SMALL);
    // Where everything is wrong and nothing small was asked, size is not what makes it so.
    let any_right = seen.iter().any(|seen| seen.right && seen.side < LARGE);
    any_right
        && large.peek().is_some()
        && small.all(|seen| seen.right)
        && large.all(|seen| !seen.right)
}

fn some_dtypes(seen: &[Seen]) -> bool {
    let all = [Dtype::F32, Dtype::Bf16, Dtype::F16, Dtype::F64];
    let counts = all.map(|dtype| {
        let of_it = || seen.iter().filter(|seen| seen.dtype == dtype);
        (of_it().count(), of_it().filter(|seen| !seen.right).count())
    });
    let kinds: Vec<_> = counts.into_iter().filter(|(asked, _)| *asked > 3).collect();
    // A dtype in which only a few answers are wrong is not what makes them so.
    let certain = |(asked, wrong): &(usize, usize)| *wrong == 0 || 2 * wrong > *asked;
    kinds.iter().all(certain)
        && kinds.iter().any(|(_, wrong)| *wrong == 0)
        && kinds.iter().any(|(_, wrong)| *wrong > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(right: bool, side: u64, dtype: Dtype) -> Seen {
        Seen { right, side, dtype }
    }

    #[test]
    fn right_once_and_never_again_is_the_first_call() {
        let calls: Vec<_> = (0..9)
            .map(|index| seen(index == 0, 3, Dtype::F32))
            .collect();
        assert!(first_call(&calls));
        assert!(!first_call(&calls[1..]));
    }

    #[test]
    fn large_sizes_count_only_where_all_of_them_are_wrong_and_no_small_one_is() {
        let calls = |small, middle, large| {
            [
                seen(small, 2, Dtype::F32),
                seen(middle, 70, Dtype::F32),
                seen(large, 260, Dtype::F32),
            ]
        };
        assert!(small_sizes(&calls(true, true, false)));
        assert!(small_sizes(&calls(true, false, false)));
        assert!(!small_sizes(&calls(false, false, false)));
        assert!(!small_sizes(&calls(true, true, true)));
        assert!(!small_sizes(&[seen(false, u64::MAX, Dtype::F32)]));
        let none_small = [70, 260].map(|side| seen(false, side, Dtype::F32));
        assert!(!small_sizes(&none_small));
    }

    #[test]
    fn a_dtype_counts_where_it_was_asked_about_often() {
        let all = |dtype, right| (0..5).map(move |_| seen(right, 3, dtype));
        let calls: Vec<_> = all(Dtype::F16, true)
            .chain(all(Dtype::F32, false))
            .collect();
        assert!(some_dtypes(&calls));
        let few = (0..9).map(|index| seen(index > 1, 3, Dtype::F32));
        let calls: Vec<_> = all(Dtype::F16, true).chain(few).collect();
        assert!(!some_dtypes(&calls));
        let calls: Vec<_> = all(Dtype::F16, false)
            .chain(all(Dtype::F32, false))
            .collect();
        assert!(!some_dtypes(&calls));
    }
}
