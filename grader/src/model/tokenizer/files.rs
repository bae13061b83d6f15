//! Reads the files of a tokenizer: `vocab.json`, which gives every token its id, and `merges.txt`, which says two tokens a
//! line that become one. In both, a character stands for each byte.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde_json::{Map, Value as Json};

use super::Tokenizer;
use super::merge::Merges;
use crate::error::Result;
use crate::model::refuse::{object, shown, text, wrong};

/// No file is longer; those of GPT-2 have 1 MB.
const LONGEST: u64 = 16 << 20;

const ADVICE: &str = "take `vocab.json` and `merges.txt` that were published with the model";

/// The tokenizer of this folder.
pub fn read(folder: &Path) -> Result<Tokenizer> {
    let path = &folder.join("vocab.json");
    let vocabulary = object(path, LONGEST, ADVICE)?;
    let ids = ids(path, &vocabulary)?;
    let characters = characters();
    let mut alphabet = [0; 256];
    let mut tokens: HashMap<u32, Vec<u8>> = HashMap::with_capacity(ids.len());
    for (byte, (id, character)) in alphabet.iter_mut().zip(characters).enumerate() {
        let name = character.to_string();
        *id = *ids.get(name.as_str()).ok_or_else(|| {
            let reason = format!("it has no token `{name}` for the byte {byte}");
            wrong(path, reason, ADVICE)
        })?;
        tokens.insert(*id, vec![byte as u8]);
    }
    let path = &folder.join("merges.txt");
    let merges = merges(path, &ids, &mut tokens)?;
    // What is neither a byte nor made of some is special, and its name is what is shown of it.
    let is_special = |(_, id): &(&&str, &u32)| !tokens.contains_key(id);
    let special = ids.iter().filter(is_special);
    let special: BTreeMap<String, u32> = special
        .map(|(name, id)| ((*name).to_owned(), *id))
        .collect();
    let names = special.iter();
    tokens.extend(names.map(|(name, id)| (*id, name.clone().into_bytes())));
    Ok(Tokenizer {
        alphabet,
        merges,
        tokens,
        special,
    })
}

/// The tokens and their ids, each id once.
fn ids<'a>(path: &Path, vocabulary: &'a Map<String, Json>) -> Result<HashMap<&'a str, u32>> {
    let mut ids = HashMap::with_capacity(vocabulary.len());
    let mut owners = HashMap::with_capacity(vocabulary.len());
    for (name, id) in vocabulary {
        // The last number is kept free.
        let number = id.as_u64().filter(|id| *id < u64::from(u32::MAX));
        let number = number.ok_or_else(|| {
            let (name, id) = (shown(name), shown(&id.to_string()));
            let reason = format!("the id of the token `{name}` is {id}, and a number is expected");
            wrong(path, reason, ADVICE)
        })? as u32;
        if let Some(other) = owners.insert(number, name) {
            let (name, other) = (shown(name), shown(other));
            let reason = format!("the tokens `{other}` and `{name}` have one id, {number}");
            return Err(wrong(path, reason, ADVICE));
        }
        ids.insert(name.as_str(), number);
    }
    Ok(ids)
}

/// The merges in their order. What each makes comes to the tokens.
fn merges(
    path: &Path,
    ids: &HashMap<&str, u32>,
    tokens: &mut HashMap<u32, Vec<u8>>,
) -> Result<Merges> {
    let mut merges = Merges::default();
    let text = text(path, LONGEST, ADVICE)?;
    for (index, line) in text.lines().enumerate() {
        // `# #` further down is a merge.
        if line.is_empty() || (index == 0 && line.starts_with("#version")) {
            continue;
        }
        let wrong = |fault: String| {
            let line = index + 1;
            wrong(path, format!("line {line} {fault}"), ADVICE)
        };
        let Some((left, right)) = line.split_once(' ') else {
            return Err(wrong(format!(
                "is `{}`, and two tokens with a space between them are expected",
                shown(line)
            )));
        };
        let whole = format!("{left}{right}");
        let id = |name: &str| {
            let id = ids.get(name).copied();
            id.ok_or_else(|| {
                let name = shown(name);
                wrong(format!(
                    "needs the token `{name}`, which `vocab.json` lacks"
                ))
            })
        };
        let (first, second, made) = (id(left)?, id(right)?, id(&whole)?);
        let bytes = |id: u32, name: &str| {
            let bytes = tokens.get(&id).cloned();
            bytes.ok_or_else(|| {
                let name = shown(name);
                wrong(format!(
                    "merges the token `{name}`, which no line before it makes"
                ))
            })
        };
        let joined = [bytes(first, left)?, bytes(second, right)?].concat();
        tokens.insert(made, joined);
        merges.push(first, second, made);
    }
    Ok(merges)
}

/// The character that stands for each byte: itself where it is seen, else one from U+0100 on.
fn characters() -> [char; 256] {
    let mut hidden = '\u{100}'..;
    std::array::from_fn(|byte| match byte as u8 {
        byte @ (b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF) => char::from(byte),
        _ => hidden.next().unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}
