// All tokens.
Ok(num_tokens)
