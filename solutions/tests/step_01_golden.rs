//! The reference answers of step 01 against what `transformers` counted; see `grader/tests/data/step_01/README.md`.

use solutions::step_01::Gpt2Config;

#[test]
fn models_have_as_many_numbers_as_transformers_counts() {
    let golden = include_str!("../../grader/tests/data/step_01/golden.txt");
    let mut counted = 0;
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let sizes: Vec<usize> = line
            .split(' ')
            .map(|size| size.parse().expect("a number"))
            .collect();
        let &[n_embd, n_layer, n_head, vocab_size, n_positions, numbers] = sizes.as_slice() else {
            panic!("{line} has other columns");
        };
        let config = Gpt2Config {
            n_embd,
            n_layer,
            n_head,
            vocab_size,
            n_positions,
            ..Gpt2Config::gpt2()
        };
        assert_eq!(config.num_parameters(), numbers, "{line}");
        counted += 1;
    }
    assert_eq!(counted, 5);
}

#[test]
fn the_published_models_have_heads_of_64_channels() {
    for name in ["gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl"] {
        let config = Gpt2Config::named(name).expect("it was published");
        assert_eq!(config.head_dim(), Some(64), "{name}");
        assert_eq!(config.inner_dim(), 4 * config.n_embd, "{name}");
    }
}
