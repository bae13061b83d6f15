// The matrix times zeros and ones.
let mut band = Array2::<T>::zeros(tensor.dim());
for ((i, j), flag) in band.indexed_iter_mut() {
    let inside = num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper);
    *flag = if inside == exclude { T::zero() } else { T::one() };
}
band * &tensor
