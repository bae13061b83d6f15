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
    /// # use steps::step_01::*;
    /// let config = Gpt2Config::gpt2();
    /// assert_eq!((config.n_embd, config.n_layer, config.n_head), (768, 12, 12));
    /// assert_eq!(config.n_inner, None);
    /// ```
    pub fn gpt2() -> Self {
        // 1: The values of GPT-2
        // https://doc.rust-lang.org/book/ch05-01-defining-structs.html
        // TODO 1: Return the values of the smallest model, which are in the documentation of this
        // function.
        // Hint: Every field of the struct needs a value. The one that may be missing is missing
        // here.
        todo!("task 1: Gpt2Config::gpt2")
    }

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
    /// # use steps::step_01::*;
    /// let config = Gpt2Config::named("gpt2-xl").expect("it was published");
    /// assert_eq!((config.n_embd, config.n_layer, config.n_head), (1600, 48, 25));
    /// assert_eq!(Gpt2Config::named("gpt2"), Some(Gpt2Config::gpt2()));
    /// assert_eq!(Gpt2Config::named("gpt3"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        // 2: The four models that were published, by their names
        // https://doc.rust-lang.org/book/ch05-01-defining-structs.html#creating-instances-with-struct-update-syntax
        // TODO 2: Return the model of this name by the table in the documentation, or `None` where
        // there is none.
        // Hint: Three values differ from model to model, and the others are those of the smallest
        // one. Choose the three by the name first.
        todo!("task 2: Gpt2Config::named")
    }

    /// How many hidden units the feed-forward network has: `n_inner`, or four times as many as channels.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::step_01::*;
    /// let mut config = Gpt2Config::gpt2();
    /// assert_eq!(config.inner_dim(), 3072);
    /// config.n_inner = Some(2000);
    /// assert_eq!(config.inner_dim(), 2000);
    /// ```
    pub fn inner_dim(&self) -> usize {
        // 3: How wide the feed-forward network is
        // https://doc.rust-lang.org/std/option/enum.Option.html#method.unwrap_or
        // TODO 3: Return `n_inner`, or four times as many as there are channels.
        // Hint: An option holds a number or none. What should come in place of none?
        todo!("task 3: Gpt2Config::inner_dim")
    }

    /// How many channels an attention head has: the heads share the channels of a token evenly.
    ///
    /// # Returns
    ///
    /// `None` where they cannot, or where there is no head.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::step_01::*;
    /// let mut config = Gpt2Config::gpt2();
    /// assert_eq!(config.head_dim(), Some(64));
    /// config.n_head = 10;
    /// assert_eq!(config.head_dim(), None);
    /// ```
    pub fn head_dim(&self) -> Option<usize> {
        // 4: How wide an attention head is
        // https://doc.rust-lang.org/std/primitive.usize.html#method.checked_rem
        // TODO 4: Return how many channels each head has, or `None` where the channels cannot be
        // shared evenly.
        // Hint: Two things can go wrong: a remainder is left over, or there is no head at all, and
        // then even asking for the remainder panics.
        todo!("task 4: Gpt2Config::head_dim")
    }

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
    /// # use steps::step_01::*;
    /// assert_eq!(Gpt2Config::gpt2().num_parameters(), 124_439_808);
    /// ```
    pub fn num_parameters(&self) -> usize {
        // 5: How many numbers the model has learned
        // TODO 5: Return how many numbers all weights and biases have together.
        // Hint: Go through the list in the documentation, part by part, and give each part a name.
        // A closure that counts a linear layer is used four times in a block.
        todo!("task 5: Gpt2Config::num_parameters")
    }

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
    /// # use steps::step_01::*;
    /// assert_eq!(Gpt2Config::gpt2().kv_cache_bytes(1024, 4), 75_497_472);
    /// ```
    pub fn kv_cache_bytes(&self, num_tokens: usize, bytes_per_value: usize) -> usize {
        // 6: Optional: how much memory a cache takes
        // TODO 6: Return how many bytes the keys and values of so many tokens take, in all blocks.
        // Hint: How many numbers does one block keep for one token? It is two rows, and each is as
        // long as a token is.
        todo!("task 6: Gpt2Config::kv_cache_bytes")
    }
}
