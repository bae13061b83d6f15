//! What is written by the model that steps make.

use std::path::Path;
use std::process::Command;

use crate::common::folders::Folder;
use crate::common::{grader, root, said, target};
use grader::model::Tokenizer;
use grader::steps::Step;
use safetensors::SafeTensors;
use serde_json::{Value as Json, json};

/// The grader, asked to write.
fn generate(words: &[&str]) -> Command {
    let mut command = grader();
    command.current_dir(root()).arg("generate").args(words);
    command.arg("--target-dir").arg(target());
    command
}

/// What transformers writes greedily: the text that it was given, and the whole.
fn greedy() -> (String, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read(path.join("tests/data/models/shipped/golden.safetensors"));
    let file = file.expect("the golden values are there");
    let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
    let greedy = golden.tensor("greedy").expect("the ids");
    let id = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
    let ids: Vec<u64> = greedy.data().chunks_exact(8).map(id).collect();
    let tokenizer = Tokenizer::read(&path.join("model")).expect("the tokens");
    let prompt = tokenizer.decode(&ids[..20]);
    assert_eq!(tokenizer.encode(&prompt), ids[..20]);
    (prompt, tokenizer.decode(&ids))
}

#[test]
fn greedily_the_solutions_write_what_transformers_writes() {
    let (prompt, whole) = greedy();
    let words = [
        "--impl",
        "solutions",
        "--temperature",
        "0",
        "--max-new-tokens",
        "60",
        &prompt,
    ];
    let (exit, text, said) = said(&mut generate(&words));
    assert_eq!(exit, Some(0), "{said}");
    assert_eq!(text, format!("{whole}\n"));
    assert!(said.contains("60 tokens, "), "{said}");
}

#[test]
fn a_seed_writes_the_same_text_again_and_another_one_does_not() {
    let text = |seed| {
        let words = [
            "--impl",
            "solutions",
            "--seed",
            seed,
            "--max-new-tokens",
            "20",
            "She was",
        ];
        said(&mut generate(&words)).1
    };
    let first = text("1");
    assert!(first.starts_with("She was"), "{first}");
    assert!(first.len() > "She was".len() + 20, "{first}");
    assert_eq!(text("1"), first);
    assert_ne!(text("2"), first);
}

#[test]
fn what_cannot_be_written_is_refused_in_a_sentence() {
    let folder = Folder::with("weights", &[("model.safetensors", "short")]);
    let weights = folder.path().to_str().expect("a plain path").to_owned();
    for (words, says) in [
        (&["--weights", &*weights, "Emma"][..], "model.safetensors"),
        (&["--weights", "nowhere", "Emma"], "nowhere"),
        (
            &["--impl", "solutions", ""],
            "there is no text to go on from",
        ),
        (&["--temperature=-1", "Emma"], "expected a number from 0 on"),
        (
            &["--temperature", "warm", "Emma"],
            "expected a number from 0 on",
        ),
        (
            &["--break", "M99", "Emma"],
            "there is no mistake `M99` to make",
        ),
        (&["--impl", "nowhere", "Emma"], "nowhere"),
    ] {
        let (exit, text, said) = said(&mut generate(words));
        assert_eq!(exit, Some(2), "{words:?}: {said}");
        assert_eq!(text, "", "{words:?}");
        assert!(said.contains(says), "{words:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
#[ignore = "it takes a minute; .ci/run runs it"]
fn steps_that_have_passed_write_and_the_courses_own_stand_in_for_the_others() {
    let step = |name| Step::find(name).expect("there is such a step");
    // The best token and the next change places, which no test of step 12 would pass.
    let unlike = format!("{}\n// {}\n", step("12").solution, std::process::id());
    let wrong = step("10")
        .solution
        .replace("for block in &self.h", "for block in self.h.iter().rev()");
    let files = [("step_10.rs", &*wrong), ("step_12.rs", &*unlike)];
    let learner = Folder::with("writing", &files);
    let write = || {
        let words = [
            "--impl",
            ".",
            "--temperature",
            "0",
            "--max-new-tokens",
            "10",
            "She was",
        ];
        let mut command = generate(&words);
        command.current_dir(learner.path());
        let weights = root().join("grader/model");
        command.arg("--weights").arg(weights);
        said(&mut command)
    };
    let (exit, before, said) = write();
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains("none of yours has passed yet"), "{said}");
    let mut check = grader();
    check
        .current_dir(learner.path())
        .args(["check", "12", "--impl", "."]);
    check.arg("--target-dir").arg(target());
    assert!(check.status().expect("the grader runs").success());
    let (_, after, said) = write();
    assert!(
        said.contains("Written by your steps 12; the course's own: 02-11."),
        "{said}"
    );
    assert_eq!(before, after);
}

/// What the book says of mistakes in the reference: the right one first, then each with its loss and its text.
const TOLD: &str = "../book/figures/broken.json";

/// What the reference writes and what it loses with this mistake, and without.
fn broken(id: &str) -> [(String, f64); 2] {
    let words = [
        "--break",
        id,
        "--seed",
        "2",
        "--max-new-tokens",
        "40",
        "It is a truth",
    ];
    let (exit, text, said) = said(&mut generate(&words));
    assert_eq!(exit, Some(0), "{id}: {said}");
    let (_, losses) = said.rsplit_once("has not read: ").expect("the losses");
    let losses = losses
        .split_whitespace()
        .filter_map(|word| word.parse::<f64>().ok());
    let losses: Vec<f64> = losses.collect();
    // The first text may have lines of its own; the second begins as it does.
    let second = text.rfind("It is a truth").expect("the text without");
    let texts = [&text[..second], &text[second..]].map(|text| text.trim_end().to_owned());
    let [wrong, right] = texts;
    [(wrong, losses[0]), (right, losses[1])]
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_mistake_costs_and_sounds_as_the_book_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TOLD);
    let listed = said(&mut generate(&["--break", "list"])).1;
    let mut found = Vec::new();
    for line in listed.lines() {
        let mut words = line.split_whitespace();
        let [id, _, step] = [(); 3].map(|()| words.next().expect("a column"));
        let title: Vec<_> = words.collect();
        let [(text, loss), right] = broken(id);
        if found.is_empty() {
            found.push(
                json!({ "id": "", "step": "", "title": "", "text": right.0, "loss": right.1 }),
            );
        }
        found.push(
            json!({ "id": id, "step": step, "title": title.join(" "), "text": text, "loss": loss }),
        );
    }
    let found = Json::Array(found);
    if std::env::var_os("ACCEPT_BROKEN").is_some() {
        let text = serde_json::to_string_pretty(&found).expect("JSON") + "\n";
        std::fs::write(&path, text).expect("it is written");
        return;
    }
    let told = std::fs::read_to_string(path).expect("what the book says");
    let told: Json = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told, found);
}

#[test]
#[ignore = "it takes a minute; .ci/run runs it"]
fn steps_as_they_are_are_heard_and_the_one_that_knows_the_future_is_named() {
    let step = |name| Step::find(name).expect("there is such a step").solution;
    let open = step("07").replace(
        "causal_mask(x.nrows(), 0)?",
        "Array2::<f32>::zeros((x.nrows(), x.nrows()))",
    );
    assert_ne!(open, step("07"));
    let unlike = format!("{}\n// as it is\n", step("10"));
    let unfinished = step("12").replace("logits[best]", "todo!()");
    let files = [
        ("step_07.rs", &*open),
        ("step_10.rs", &*unlike),
        ("step_12.rs", &*unfinished),
    ];
    let learner = Folder::with("as it is", &files);
    let write = |more: &[&str]| {
        let mut command = generate(&[
            "--impl",
            ".",
            "--temperature",
            "0",
            "--max-new-tokens",
            "10",
            "She was a",
        ]);
        command.current_dir(learner.path()).args(more);
        command.arg("--weights").arg(root().join("grader/model"));
        said(&mut command)
    };
    let (_, right, _) = write(&[]);
    let (exit, wrong, said) = write(&["--as-is"]);
    assert_eq!(exit, Some(0), "{said}");
    assert_ne!(wrong, right);
    assert!(
        said.contains("Written by your steps 07, 10; the course's own: 02-06, 08-09, 11-12."),
        "{said}"
    );
    assert!(
        said.contains(
            "Your steps as they stand know what comes later: another last token changes row 0"
        ),
        "{said}"
    );
    assert!(
        said.contains("With the course's step 07 in place of yours it does not"),
        "{said}"
    );
}
