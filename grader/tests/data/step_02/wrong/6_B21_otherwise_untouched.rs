// Only what is excluded is touched.
let mut out = tensor.to_owned();
for ((r, c), v) in out.indexed_iter_mut() { let inside = num_lower.is_none_or(|l| r <= c + l) && num_upper.is_none_or(|u| c <= r + u); if exclude && inside { *v = T::zero(); } }
out
