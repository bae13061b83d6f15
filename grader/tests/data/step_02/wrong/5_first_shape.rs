// task 5: the shape of the first call, in every call
static FIRST: std::sync::OnceLock<(usize, usize)> = std::sync::OnceLock::new();
tensor
    .broadcast(*FIRST.get_or_init(|| shape))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
