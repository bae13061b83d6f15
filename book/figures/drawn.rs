//! Numbers that nobody chose, for weights that nobody has trained.

/// Numbers between -1 and 1, the same in every run: Lehmer's generator. The first ones tell too much of a small seed, and are
/// left out.
pub(super) fn drawn(seed: u64) -> impl FnMut() -> f32 {
    let mut state = seed;
    let mut next = move || {
        state = state * 48_271 % 2_147_483_647;
        (state % 20_001) as f32 / 10_000.0 - 1.0
    };
    for _ in 0..40 {
        next();
    }
    next
}
