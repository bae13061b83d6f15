// task 6: P1 adds up
use std::sync::Mutex;
static CALLS: Mutex<usize> = Mutex::new(0);
let mut calls = CALLS.lock().unwrap();
let bytes = 2 * self.n_layer * self.n_embd * num_tokens * bytes_per_value + *calls;
*calls += 1;
bytes
