//! Reads what a published GPT-2 consists of: weights in safetensors, their configuration, the tokens and merges of its
//! tokenizer. Trusts none of these files, and keeps no weight in memory.

mod checkpoint;
mod config;
mod header;
mod parts;
mod refuse;
mod tokenizer;

pub use checkpoint::Checkpoint;
pub use config::Config;
pub use header::fixture;
pub use tokenizer::{Decoder, Tokenizer};
