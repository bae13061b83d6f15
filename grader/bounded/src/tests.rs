//! Programs in `f32` that compute the same in different ways stay within the bound, and come near to it.

use super::*;

/// Computes something of numbers, with a way to add up.
type Single = fn(&[f32], Total) -> f32;
/// Adds numbers up.
type Total = fn(&[f32]) -> f32;

/// Ways to add numbers up.
const ORDERS: [(&str, Total); 5] = [
    ("forward", |terms| terms.iter().sum()),
    ("backward", |terms| terms.iter().rev().sum()),
    ("by halves", halves),
    ("in four lanes", |terms| {
        let lane = |first| terms.iter().skip(first).step_by(4).sum::<f32>();
        (lane(0) + lane(1)) + (lane(2) + lane(3))
    }),
    ("the largest first", |terms| {
        let mut terms = terms.to_vec();
        terms.sort_by(|a, b| b.abs().total_cmp(&a.abs()));
        terms.iter().sum()
    }),
];

fn halves(terms: &[f32]) -> f32 {
    match terms {
        [] => 0.0,
        [term] => *term,
        _ => {
            let (left, right) = terms.split_at(terms.len() / 2);
            halves(left) + halves(right)
        }
    }
}

/// Numbers around `offset`, the same in every run.
fn numbers(count: usize, offset: f32, rng: &mut fastrand::Rng) -> Vec<f32> {
    let number = |_| offset + 2.0 * rng.f32() - 1.0;
    (0..count).map(number).collect()
}

fn exact(numbers: &[f32]) -> impl Iterator<Item = Bounded> {
    numbers.iter().map(|&x| Bounded::exact(x.into()))
}

/// The error of an answer in units of the bound.
fn ratio(answer: f32, bounded: Bounded) -> f64 {
    assert!(bounded.error.is_finite(), "{bounded:?}");
    (f64::from(answer) - bounded.value).abs() / bounded.error
}

/// Computes the same in `f32`, in every order, as in `f64` with bounds, and compares.
#[expect(
    clippy::print_stdout,
    reason = "how near the bound is, is what one wants to see of a test run"
)]
fn compare(what: &str, single: Single, bounded: fn(&[f32]) -> Bounded) {
    let mut rng = fastrand::Rng::with_seed(3);
    let mut worst = 0.0;
    for count in [2, 3, 4, 8, 33, 300] {
        for offset in [0.0, 3.0, 100.0] {
            for _ in 0..50 {
                let x = numbers(count, offset, &mut rng);
                let bounded = bounded(&x);
                for (order, sum) in ORDERS {
                    let ratio = ratio(single(&x, sum), bounded);
                    assert!(
                        ratio <= 1.0,
                        "{what} of {count} around {offset}, {order}: {ratio}"
                    );
                    worst = f64::max(worst, ratio);
                }
            }
        }
    }
    println!("{what}: at most {worst:.2} of the bound");
    // A bound that nothing comes near to catches nothing either.
    assert!(worst > 0.05, "{what}: {worst}");
}

#[test]
fn sums_in_every_order_are_within_the_bound() {
    compare("a sum", |x, sum| sum(x), |x| exact(x).sum());
}

#[test]
fn what_is_composed_is_within_the_bound() {
    fn norm(x: &[f32], sum: Total) -> f32 {
        let squares: Vec<f32> = x.iter().map(|x| x * x).collect();
        sum(&squares).sqrt()
    }
    let bounded_norm = |x: &[f32]| exact(x).map(|x| x * x).sum::<Bounded>().sqrt();
    compare("a norm", norm, bounded_norm);
    let share = |x: &[f32]| {
        let [first, second] = [x[0], x[1]].map(|x| Bounded::exact(x.into()));
        (first - second) / exact(x).map(|x| x * x).sum::<Bounded>().sqrt()
    };
    let divided: Single = |x, sum| (x[0] - x[1]) / norm(x, sum);
    compare("a share, by a division", divided, share);
    let multiplied: Single = |x, sum| (x[0] - x[1]) * norm(x, sum).recip();
    compare("a share, by a reciprocal", multiplied, share);
}

#[test]
fn an_answer_is_admitted_where_rounding_explains_it() {
    let third = Bounded::exact(1.0) / Bounded::exact(3.0);
    assert!(third.admits((1.0_f32 / 3.0).into()));
    assert!(!third.admits(0.333_333) && !third.admits(f64::NAN));
    let half = Bounded::exact(0.5);
    assert!(half.admits(0.5) && !half.admits(0.5 + f64::EPSILON));
}

#[test]
fn odd_values_are_right_where_everybody_has_them() {
    let [one, infinite, nan] = [1.0, f64::INFINITY, f64::NAN].map(Bounded::exact);
    let third = one / Bounded::exact(3.0);
    let sum: Bounded = [third, infinite].into_iter().sum();
    assert!(sum.admits(f64::INFINITY) && !sum.admits(1e30) && !sum.admits(f64::NAN));
    let difference = sum - infinite;
    assert!(difference.admits(f64::NAN) && !difference.admits(0.0));
    assert!((nan * third).admits(f64::NAN) && !(nan * third).admits(0.0));
    assert!((third / infinite).admits(0.0) && !(third / infinite).admits(1e-30));
    assert!((one / Bounded::exact(0.0)).admits(f64::INFINITY));
}

#[test]
fn nothing_is_said_where_rounding_decides() {
    let third = Bounded::exact(1.0) / Bounded::exact(3.0);
    let nothing = third - third;
    assert!(nothing.error.is_finite());
    assert_eq!((Bounded::exact(1.0) / nothing).error, f64::INFINITY);
    assert_eq!((nothing / Bounded::exact(0.0)).error, f64::INFINITY);
    // Whether it overflows depends on the order.
    let large = Bounded::exact(3e38);
    assert_eq!(
        [large, large].into_iter().sum::<Bounded>().error,
        f64::INFINITY
    );
    assert_eq!((large * large).error, f64::INFINITY);
}

#[test]
fn results_without_all_their_digits_are_within_the_bound() {
    let tiny = 1e-22_f32;
    let square = Bounded::exact(tiny.into()) * Bounded::exact(tiny.into());
    assert!(square.admits((tiny * tiny).into()));
    assert!(!square.admits(0.0) && !square.admits(2e-44));
}

/// The tangent from a library, and by exponentials in three ways.
#[test]
fn every_way_to_a_tangent_is_within_the_bound() {
    let ways: [fn(f32) -> f32; 4] = [
        f32::tanh,
        |z| ((2.0 * z).exp() - 1.0) / ((2.0 * z).exp() + 1.0),
        |z| (z.exp() - (-z).exp()) / (z.exp() + (-z).exp()),
        |z| 2.0 / (1.0 + (-2.0 * z).exp()) - 1.0,
    ];
    for step in -4000..=4000 {
        let z = step as f32 / 100.0;
        let bounded = Bounded::exact(z.into()).tanh();
        for (number, way) in ways.iter().enumerate() {
            let answer = way(z);
            assert!(
                bounded.admits(answer.into()),
                "way {number} of {z}: {answer}, {bounded:?}"
            );
        }
    }
    let near = Bounded {
        value: 0.5,
        error: 0.25,
    };
    assert!(near.tanh().admits(0.25_f64.tanh()) && near.tanh().admits(0.75_f64.tanh()));
}

#[test]
fn an_exponential_is_within_the_bound_and_exact_where_everybody_has_the_same() {
    for step in -12_000..=8800 {
        let x = step as f32 / 100.0;
        let bounded = Bounded::exact(x.into()).exp();
        assert!(bounded.admits(x.exp().into()), "{x}: {bounded:?}");
    }
    assert_eq!(Bounded::exact(0.0).exp(), Bounded::exact(1.0));
    let blocked = Bounded::exact(f64::NEG_INFINITY);
    assert_eq!(blocked.exp(), Bounded::exact(0.0));
    assert_eq!(Bounded::exact(100.0).exp().error, f64::INFINITY);
    let far_below = Bounded {
        value: -1e15,
        error: 1e8,
    };
    assert!(far_below.exp().admits(0.0) && !far_below.exp().admits(1e-30));
    let near = Bounded {
        value: 2.0,
        error: 0.5,
    };
    assert!(near.exp().admits(1.5_f64.exp()) && near.exp().admits(2.5_f64.exp()));
}
