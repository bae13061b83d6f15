//! Text as the tokens of it come. A token may end inside a character.

use super::Tokenizer;

/// What stands for bytes that are no text.
const REPLACEMENT: &str = "\u{FFFD}";

/// Turns tokens into text, one by one.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    tokenizer: &'a Tokenizer,
    /// The start of a character whose end has not come yet.
    held: Vec<u8>,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(tokenizer: &'a Tokenizer) -> Self {
        Self {
            tokenizer,
            held: Vec::new(),
        }
    }

    /// Takes the next token and gives all text that is whole with it.
    pub fn push(&mut self, id: u64) -> String {
        let bytes = self.tokenizer.bytes(id);
        self.held.extend(bytes.unwrap_or(REPLACEMENT.as_bytes()));
        let mut text = String::new();
        let mut held = self.held.as_slice();
        for chunk in held.utf8_chunks() {
            text.push_str(chunk.valid());
            held = &held[chunk.valid().len()..];
            // What follows can still make a character of the last bytes.
            if chunk.invalid().is_empty() || is_start(held) {
                break;
            }
            text.push_str(REPLACEMENT);
            held = &held[chunk.invalid().len()..];
        }
        self.held = held.to_vec();
        text
    }

    /// Gives what is left at the end: the start of a character as U+FFFD.
    pub fn finish(self) -> String {
        String::from_utf8_lossy(&self.held).into_owned()
    }
}

/// Whether these bytes are the start of a character, and nothing but that.
fn is_start(bytes: &[u8]) -> bool {
    str::from_utf8(bytes)
        .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}
