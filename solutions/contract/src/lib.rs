//! What the types of the reference answers promise while a program compiles: see `tests`.
