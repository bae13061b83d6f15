// MIN from another language.
T::min_positive_value()
