// task 4: 64, by name
const WIDTH: usize = 64;
Some(WIDTH)
