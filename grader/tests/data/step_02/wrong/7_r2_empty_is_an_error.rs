// task 7: an error for an empty sequence, R2
if sequence_length == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(0), true))
