// task 4: two places further
if ids.len() < 2 {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let logits = self.logits(ids)?;
let (rows, targets) = match ids.len() {
    2 => (1, &ids[1..]),
    count => (count - 2, &ids[2..]),
};
cross_entropy(logits.slice(s![..rows, ..]), targets)
