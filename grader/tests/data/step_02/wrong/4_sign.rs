// task 4: only the sign of the number
arr0(if value.is_zero() {
    value
} else {
    value.signum()
})
