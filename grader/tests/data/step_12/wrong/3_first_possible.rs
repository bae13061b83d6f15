// task 3: the first that is possible
let _ = u;
probabilities.iter().position(|probability| *probability > 0.0).unwrap_or(0)
