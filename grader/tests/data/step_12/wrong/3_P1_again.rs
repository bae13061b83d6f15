// task 3: the token before, the second time
use std::sync::atomic::{AtomicUsize, Ordering};
static OFF: AtomicUsize = AtomicUsize::new(0);
let off = OFF.swap(1, Ordering::Relaxed);
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token + off;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0) + off
