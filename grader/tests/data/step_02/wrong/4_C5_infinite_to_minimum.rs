// task 4: minus infinity becomes the minimum, V6
arr0(if value == T::neg_infinity() {
    T::min_value()
} else {
    value
})
