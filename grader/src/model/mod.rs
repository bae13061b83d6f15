//! Reads what a published GPT-2 consists of: weights in safetensors, and their configuration. Trusts none of these files,
//! and keeps no weight in memory.

mod checkpoint;
mod config;
mod header;
mod parts;
mod refuse;

pub use checkpoint::Checkpoint;
pub use config::Config;
pub use header::fixture;
