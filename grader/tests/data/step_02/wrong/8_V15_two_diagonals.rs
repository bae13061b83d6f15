// Two bands, one on top of the other.
let width = total_length(sequence_length, num_tokens)?;
let floor = Array2::from_elem((sequence_length, width), T::min_value());
let first = band_part(floor.view(), None, Some(num_tokens), true);
let second = band_part(floor.view(), None, Some(num_tokens + 1), true);
Ok(first + second)
