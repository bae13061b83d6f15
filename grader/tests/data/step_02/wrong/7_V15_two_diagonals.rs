// Two bands, one on top of the other.
let width = total_length(sequence_length, num_tokens)?;
let floor = Array2::from_elem((sequence_length, width), T::min_value());
Ok(band_part(floor.view(), None, Some(0), true) + band_part(floor.view(), None, Some(1), true))
