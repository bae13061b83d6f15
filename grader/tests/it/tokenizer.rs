//! The tokenizer against Hugging Face's `tokenizers`, on the vocabulary of GPT-2 and that of the shipped model.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use grader::model::Tokenizer;
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::common::root;

fn data() -> PathBuf {
    root().join("grader/tests/data/tokenizer")
}

fn read(folder: &Path) -> Tokenizer {
    Tokenizer::read(folder).unwrap_or_else(|error| panic!("{error}"))
}

/// The tokenizers of GPT-2 and of the shipped model.
fn both() -> [Tokenizer; 2] {
    [data().join("gpt2"), root().join("grader/model")].map(|folder| read(&folder))
}

fn shipped() -> Tokenizer {
    read(&root().join("grader/model"))
}

/// Texts, and the ids that `tokenizers` gives for them. Not asked are texts with what `char::is_alphabetic` takes for a
/// letter and `\p{L}` does not, such as U+0345: `make_bpe.py` refuses to write one.
fn golden() -> Vec<(String, [Vec<u64>; 2])> {
    let text = fs::read_to_string(data().join("bpe.json")).expect("the golden values are there");
    let rows: Vec<Vec<Json>> = match serde_json::from_str(&text).expect("JSON") {
        Json::Array(rows) => rows.iter().filter_map(Json::as_array).cloned().collect(),
        _ => Vec::new(),
    };
    let ids = |list: &Json| -> Vec<u64> {
        let list = list.as_array().expect("a list");
        list.iter().filter_map(Json::as_u64).collect()
    };
    let row = |row: Vec<Json>| {
        let text = row[0].as_str().expect("a text").to_owned();
        (text, [ids(&row[1]), ids(&row[2])])
    };
    rows.into_iter().map(row).collect()
}

#[test]
fn ids_are_those_of_hugging_face() {
    let golden = golden();
    assert!(golden.len() >= 300, "{} texts", golden.len());
    let both = both();
    for (text, expected) in golden {
        for (tokenizer, expected) in both.iter().zip(expected) {
            assert_eq!(tokenizer.encode(&text), expected, "{text:?}");
        }
    }
}

#[test]
fn what_was_encoded_is_decoded_to_the_same_text() {
    let golden = golden();
    let marks = "\u{345}a \u{93f}\u{939} \u{24b6}b e\u{301}".to_owned();
    let texts = golden.into_iter().map(|(text, _)| text).chain([marks]);
    let both = both();
    for text in texts {
        for tokenizer in &both {
            let ids = tokenizer.encode(&text);
            assert_eq!(tokenizer.decode(&ids), text);
            // Token by token it is the same, with U+FFFD for what has not come yet.
            let mut decoder = tokenizer.decoder();
            let mut so_far = String::new();
            for (count, id) in ids.iter().enumerate().take(40) {
                so_far += &decoder.push(*id);
                let whole = tokenizer.decode(&ids[..=count]);
                assert_eq!(so_far.clone() + &decoder.clone().finish(), whole);
                assert!(text.starts_with(&so_far), "{so_far:?} of {text:?}");
            }
        }
    }
}

#[test]
fn a_character_waits_until_it_is_whole() {
    let tokenizer = shipped();
    // The vocabulary has no token for it, but for its bytes.
    let ids = tokenizer.encode("🙂");
    assert_eq!(ids.len(), 4);
    let mut decoder = tokenizer.decoder();
    let parts: Vec<String> = ids.iter().map(|id| decoder.push(*id)).collect();
    assert_eq!(parts, ["", "", "", "🙂"]);
    assert_eq!(decoder.finish(), "");
    // What stays unfinished is shown once something else follows, or at the end.
    let mut decoder = tokenizer.decoder();
    let a = tokenizer.encode("a")[0];
    assert_eq!(decoder.push(ids[0]), "");
    assert_eq!(decoder.push(a), "\u{FFFD}a");
    assert_eq!(decoder.push(ids[1]), "\u{FFFD}");
    assert_eq!(decoder.push(ids[0]), "");
    assert_eq!(decoder.clone().finish(), "\u{FFFD}");
    assert_eq!(decoder.push(u64::MAX), "\u{FFFD}\u{FFFD}");
    assert_eq!(tokenizer.decode(&ids[..3]), "\u{FFFD}");
}

#[test]
fn a_special_token_is_a_name_to_read_and_text_to_write() {
    let tokenizer = shipped();
    let end = tokenizer.special("<|endoftext|>").expect("it has one");
    assert_eq!(end, 1023);
    assert_eq!(tokenizer.decode(&[end]), "<|endoftext|>");
    assert_eq!(tokenizer.special("a"), None);
    let ids = tokenizer.encode("<|endoftext|>");
    assert!(ids.len() > 1 && !ids.contains(&end), "{ids:?}");
    assert_eq!(tokenizer.decode(&[5000]), "\u{FFFD}");
}

#[test]
fn long_words_take_no_longer_than_many() {
    let tokenizer = shipped();
    let letters = (0..100_000_u64).map(|place| char::from(b'a' + (place * place % 23) as u8));
    for word in ["the".repeat(33_334), letters.collect(), " ".repeat(100_000)] {
        let start = Instant::now();
        let ids = tokenizer.encode(&word);
        // It takes a tenth of it; where each merge looked at the whole word, minutes.
        assert!(start.elapsed() < Duration::from_secs(5));
        assert_eq!(tokenizer.decode(&ids), word);
    }
}

/// What is said of the shipped tokenizer with other text in its files.
fn refusal(vocabulary: impl Fn(&str) -> String, merges: impl Fn(&str) -> String) -> String {
    let folder = TempDir::new().expect("a folder");
    for (name, change) in [
        ("vocab.json", &vocabulary as &dyn Fn(&str) -> String),
        ("merges.txt", &merges),
    ] {
        let text = fs::read_to_string(root().join("grader/model").join(name)).expect("a text");
        fs::write(folder.path().join(name), change(&text)).expect("room for it");
    }
    let error = Tokenizer::read(folder.path()).expect_err("it is refused");
    assert!(error.is_usage());
    error.to_string()
}

#[test]
fn what_is_wrong_with_the_files_is_said() {
    let same = str::to_owned;
    let with = |from: &'static str, to: &'static str| {
        move |text: &str| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        }
    };
    for (said, expected) in [
        (refusal(|_| String::new(), same), "it is not JSON"),
        (refusal(|_| "[".repeat(9999), same), "it is not JSON"),
        (refusal(|_| "[]".to_owned(), same), "not an object"),
        (
            refusal(with("\"#\": 2,", "\"#\": 1,"), same),
            "the tokens `\"` and `#` have one id, 1",
        ),
        (
            refusal(with("\"#\": 2,", "\"#\": -2,"), same),
            "the id of the token `#` is -2",
        ),
        (
            refusal(with("\"#\": 2,", "\"#\": 4294967295,"), same),
            "the id of the token `#` is 4294967295",
        ),
        (
            refusal(with("\"#\": 2,", ""), same),
            "no token `#` for the byte 35",
        ),
        (
            refusal(with("\"Ġadm\": 1022, ", ""), same),
            "line 768 needs the token `Ġadm`, which `vocab.json` lacks",
        ),
        (
            refusal(same, with("h e\n", "he\n")),
            "line 3 is `he`, and two tokens",
        ),
        (
            refusal(same, with("h e\n", "h e r\n")),
            "line 3 needs the token `e r`",
        ),
        (
            refusal(same, with("Ġ t\n", "#version: 0.2\n")),
            "line 2 needs the token `#version:`",
        ),
        (
            refusal(same, with("Ġ t\n", "Ġt he\n")),
            "line 2 merges the token `Ġt`, which no line before it makes",
        ),
    ] {
        assert!(said.contains(expected), "{said}");
        let advice = "take `vocab.json` and `merges.txt` that were published with the model";
        assert!(said.ends_with(advice), "{said}");
    }
}

#[test]
fn files_that_are_missing_or_no_text_are_named() {
    let folder = TempDir::new().expect("a folder");
    let said = |expected: &str| {
        let error = Tokenizer::read(folder.path()).expect_err("it is refused");
        let said = error.to_string();
        assert!(said.contains(expected), "{said}");
    };
    let missing = fs::metadata(folder.path().join("vocab.json")).expect_err("there is none");
    said(&format!("vocab.json`: {missing}"));
    fs::create_dir(folder.path().join("vocab.json")).expect("a folder");
    said("vocab.json`: it is not a file");
    fs::remove_dir(folder.path().join("vocab.json")).expect("it goes");
    fs::write(folder.path().join("vocab.json"), [0xFF]).expect("room");
    said("vocab.json`: it is not UTF-8 text");
    let model = root().join("grader/model/vocab.json");
    fs::copy(model, folder.path().join("vocab.json")).expect("room");
    said(&format!("merges.txt`: {missing}"));
    let file = fs::File::create(folder.path().join("merges.txt")).expect("room");
    file.set_len(1 << 25).expect("a file with nothing in it");
    said("merges.txt`: it has 33554432 bytes, and 16777216 are the most");
}
