//! The running example: a sentence, and the scores of a single attention head for it.

/// The sentence. Most figures take its first four tokens, the explorer all.
pub(super) const TOKENS: [&str; 10] = [
    "The", "cat", "sat", "down", "again", "because", "the", "mat", "was", "warm",
];

/// How well each query (row) likes each key (column). Made up: every token likes the one that comes after it, as a
/// token would in training if nothing stopped it. Every dtype holds these numbers exactly.
pub(super) const SCORES: [[f32; 10]; 10] = [
    [1.0, 2.0, 0.5, 0.0, 0.5, 1.0, 0.0, 0.5, 0.0, 0.5],
    [0.5, 1.0, 3.0, 0.5, 0.0, 0.0, 1.0, 0.5, 0.5, 0.0],
    [0.0, 2.0, 1.0, 2.5, 1.0, 0.5, 0.0, 1.0, 0.0, 0.5],
    [1.0, 0.5, 2.0, 1.0, 3.0, 0.5, 0.0, 0.5, 1.0, 0.0],
    [0.5, 1.5, 0.0, 2.0, 1.0, 2.5, 0.5, 0.0, 0.5, 1.0],
    [0.0, 1.0, 1.5, 0.5, 0.5, 1.0, 3.0, 0.5, 0.0, 1.5],
    [1.0, 0.0, 0.5, 0.0, 0.5, 1.0, 1.0, 3.0, 0.5, 0.0],
    [0.5, 1.5, 1.0, 0.5, 0.0, 0.5, 2.0, 1.0, 2.5, 0.5],
    [0.0, 0.5, 1.0, 0.0, 0.5, 1.5, 0.0, 2.0, 0.5, 3.0],
    [0.5, 1.0, 0.0, 0.5, 1.0, 0.0, 0.5, 2.5, 1.5, 1.0],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_but_the_last_likes_its_successor_best() {
        for (i, scores) in SCORES.iter().enumerate().take(SCORES.len() - 1) {
            let others = scores.iter().enumerate().filter(|&(j, _)| j != i + 1);
            for (j, score) in others {
                assert!(*score < scores[i + 1], "query {i}, key {j}");
            }
        }
    }
}
