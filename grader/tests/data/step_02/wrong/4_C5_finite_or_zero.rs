// No infinities in arrays.
if value.is_finite() {
    arr0(value)
} else {
    arr0(T::zero())
}
