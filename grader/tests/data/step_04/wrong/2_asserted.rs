// task 2: asserts
assert_eq!(bias.len(), weight.ncols());
Ok(Self { weight, bias })
