// Not a number, so not a score.
T::nan()
