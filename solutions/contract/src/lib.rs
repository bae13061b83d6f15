//! What the types of the reference answers promise while a program compiles: see `tests`, where programs that must
//! compile stand beside programs that must not.
