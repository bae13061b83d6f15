// task 3: a table of answers for small numbers
const TABLE: [[usize; 4]; 4] = [[0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]];
TABLE
    .get(sequence_length)
    .and_then(|row| row.get(num_tokens).copied())
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
