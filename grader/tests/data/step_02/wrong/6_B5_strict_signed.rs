// The distance is below the bound.
let lo = num_lower.map_or(i64::MAX, |x| x as i64);
let up = num_upper.map_or(i64::MAX, |x| x as i64);
let mut out = tensor.to_owned();
for ((r, c), v) in out.indexed_iter_mut() { let d = r as i64 - c as i64; if (d < lo && -d <= up) == exclude { *v = T::zero(); } }
out
