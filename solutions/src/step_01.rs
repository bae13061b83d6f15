//! # Step 01: Model configuration
//!
//! Say how large a model is, in seven values, and work out from them all that depends on its size.
//!
//! Tasks:
//! 1. The values of GPT-2
//! 2. The four models that were published, by their names
//! 3. How wide the feed-forward network is
//! 4. How wide an attention head is
//! 5. How many numbers the model has learned
//! 6. Optional: how much memory a cache takes
//!
//! Run: `cargo s01`

/// How large a model is. The names are those in the file `config.json` of a published model.
#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2Config {
    /// How many tokens there are.
    pub vocab_size: usize,
    /// How many tokens a text may have.
    pub n_positions: usize,
    /// How many channels a token has inside the model.
    pub n_embd: usize,
    /// How many blocks there are.
    pub n_layer: usize,
    /// How many attention heads a block has.
    pub n_head: usize,
    /// How many hidden units the feed-forward network has; `None` for four times as many as channels.
    pub n_inner: Option<usize>,
    /// What layer normalization adds to the variance.
    pub layer_norm_epsilon: f32,
}

impl Gpt2Config {
    /// The smallest of the published models, which is simply called GPT-2: 50257 tokens, texts of 1024, 768 channels, 12
    /// blocks of 12 heads, and 1e-5 for layer normalization. It has no own width for the feed-forward network.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// let config = Gpt2Config::gpt2();
    /// assert_eq!((config.n_embd, config.n_layer, config.n_head), (768, 12, 12));
    /// assert_eq!(config.n_inner, None);
    /// ```
    // ANCHOR: Gpt2Config_gpt2
    pub fn gpt2() -> Self {
        // 1: The values of GPT-2
        // https://doc.rust-lang.org/book/ch05-01-defining-structs.html
        // ANCHOR: answer_1
        Self {
            vocab_size: 50257,
            n_positions: 1024,
            n_embd: 768,
            n_layer: 12,
            n_head: 12,
            n_inner: None,
            layer_norm_epsilon: 1e-5,
        }
        // ANCHOR_END: answer_1
    }
    // ANCHOR_END: Gpt2Config_gpt2

    /// A published model by its name. Beside channels, blocks and heads they are all alike:
    ///
    /// | name | channels | blocks | heads |
    /// |---|--:|--:|--:|
    /// | `gpt2` | 768 | 12 | 12 |
    /// | `gpt2-medium` | 1024 | 24 | 16 |
    /// | `gpt2-large` | 1280 | 36 | 20 |
    /// | `gpt2-xl` | 1600 | 48 | 25 |
    ///
    /// # Returns
    ///
    /// `None` where no model has exactly this name.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// let config = Gpt2Config::named("gpt2-xl").expect("it was published");
    /// assert_eq!((config.n_embd, config.n_layer, config.n_head), (1600, 48, 25));
    /// assert_eq!(Gpt2Config::named("gpt2"), Some(Gpt2Config::gpt2()));
    /// assert_eq!(Gpt2Config::named("gpt3"), None);
    /// ```
    // ANCHOR: Gpt2Config_named
    pub fn named(name: &str) -> Option<Self> {
        // 2: The four models that were published, by their names
        // https://doc.rust-lang.org/book/ch05-01-defining-structs.html#creating-instances-with-struct-update-syntax
        // ANCHOR: answer_2
        let (n_embd, n_layer, n_head) = match name {
            "gpt2" => (768, 12, 12),
            "gpt2-medium" => (1024, 24, 16),
            "gpt2-large" => (1280, 36, 20),
            "gpt2-xl" => (1600, 48, 25),
            _ => return None,
        };
        Some(Self {
            n_embd,
            n_layer,
            n_head,
            ..Self::gpt2()
        })
        // ANCHOR_END: answer_2
    }
    // ANCHOR_END: Gpt2Config_named

    /// How many hidden units the feed-forward network has: `n_inner`, or four times as many as channels.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// let mut config = Gpt2Config::gpt2();
    /// assert_eq!(config.inner_dim(), 3072);
    /// config.n_inner = Some(2000);
    /// assert_eq!(config.inner_dim(), 2000);
    /// ```
    // ANCHOR: Gpt2Config_inner_dim
    pub fn inner_dim(&self) -> usize {
        // 3: How wide the feed-forward network is
        // https://doc.rust-lang.org/std/option/enum.Option.html#method.unwrap_or
        // ANCHOR: answer_3
        self.n_inner.unwrap_or(4 * self.n_embd)
        // ANCHOR_END: answer_3
    }
    // ANCHOR_END: Gpt2Config_inner_dim

    /// How many channels an attention head has: the heads share the channels of a token evenly.
    ///
    /// # Returns
    ///
    /// `None` where they cannot, or where there is no head.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// let mut config = Gpt2Config::gpt2();
    /// assert_eq!(config.head_dim(), Some(64));
    /// config.n_head = 10;
    /// assert_eq!(config.head_dim(), None);
    /// ```
    // ANCHOR: Gpt2Config_head_dim
    pub fn head_dim(&self) -> Option<usize> {
        // 4: How wide an attention head is
        // https://doc.rust-lang.org/std/primitive.usize.html#method.checked_rem
        // ANCHOR: answer_4
        match self.n_embd.checked_rem(self.n_head) {
            Some(0) => Some(self.n_embd / self.n_head),
            _ => None,
        }
        // ANCHOR_END: answer_4
    }
    // ANCHOR_END: Gpt2Config_head_dim

    /// How many numbers the model has learned: the entries of all weights and biases.
    ///
    /// * Two tables, with a row of `n_embd` numbers for every token and for every position.
    /// * In every block two layer norms and four linear layers: one for queries, keys and values together, one behind
    ///   attention, and two in the feed-forward network.
    /// * One more layer norm at the end.
    ///
    /// A layer norm has a weight and a bias for every channel, a linear layer a weight for every pair of an input and an
    /// output and a bias for every output. The last layer has no numbers of its own: it uses the table of the tokens.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// assert_eq!(Gpt2Config::gpt2().num_parameters(), 124_439_808);
    /// ```
    // ANCHOR: Gpt2Config_num_parameters
    pub fn num_parameters(&self) -> usize {
        // 5: How many numbers the model has learned
        // ANCHOR: answer_5
        let (channels, inner) = (self.n_embd, self.inner_dim());
        let linear = |inputs, outputs| inputs * outputs + outputs;
        let norm = 2 * channels;
        let attention = linear(channels, 3 * channels) + linear(channels, channels);
        let mlp = linear(channels, inner) + linear(inner, channels);
        let block = norm + attention + norm + mlp;
        let tables = (self.vocab_size + self.n_positions) * channels;
        tables + self.n_layer * block + norm
        // ANCHOR_END: answer_5
    }
    // ANCHOR_END: Gpt2Config_num_parameters

    /// How many bytes a cache takes that keeps the keys and values of all blocks: for every token `n_embd` numbers each.
    ///
    /// # Arguments
    ///
    /// * `num_tokens`: how many tokens are kept.
    /// * `bytes_per_value`: 4 for `f32`, 2 for halves.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_01::*;
    /// assert_eq!(Gpt2Config::gpt2().kv_cache_bytes(1024, 4), 75_497_472);
    /// ```
    // ANCHOR: Gpt2Config_kv_cache_bytes
    pub fn kv_cache_bytes(&self, num_tokens: usize, bytes_per_value: usize) -> usize {
        // 6: Optional: how much memory a cache takes
        // ANCHOR: answer_6
        let values_per_token = 2 * self.n_layer * self.n_embd;
        values_per_token * num_tokens * bytes_per_value
        // ANCHOR_END: answer_6
    }
    // ANCHOR_END: Gpt2Config_kv_cache_bytes
}
