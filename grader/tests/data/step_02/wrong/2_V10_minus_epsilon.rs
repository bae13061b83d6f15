// The smallest step down.
-T::epsilon()
