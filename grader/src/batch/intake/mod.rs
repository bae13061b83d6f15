//! Takes in what was handed in: finds the step files in it and reads them, within bounds. What is in doubt, is no file, or
//! is too much, is rejected in a sentence that names it.

mod archive;
mod choice;
mod listing;

use std::fmt;
use std::hash::Hasher;
use std::path::Path;

use siphasher::sip::SipHasher13;

use crate::steps::Step;

/// No source file has more bytes: the grader reads no more of one.
const LARGEST: usize = 1 << 20;
/// So many source files a hand-in may have, and so many bytes in all of them.
const MOST_FILES: usize = 64;
const MOST_IN_ALL: usize = 4 << 20;

/// Why a hand-in cannot be judged, in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected(pub String);

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is judged of a hand-in.
#[derive(Debug)]
pub struct HandIn {
    /// The steps that it has files for, in order.
    pub steps: Vec<&'static Step>,
    /// Where each of their files lay in it.
    pub from: Vec<String>,
    /// The files, by the paths that they are given.
    pub files: Vec<(String, Vec<u8>)>,
}

impl HandIn {
    /// Reads the hand-in at this place; with `named`, only its file for this step.
    ///
    /// # Errors
    ///
    /// Why it cannot be judged.
    pub fn read(path: &Path, named: Option<&'static Step>) -> Result<Self, Rejected> {
        let mut files = listing::files(path)?;
        for archive in 0..files.len() {
            if files[archive].is_archive() {
                let more = files[archive].open()?;
                files.extend(more);
            }
        }
        let chosen = choice::choose(&files, named)?;
        let mut hand_in = Self {
            steps: Vec::new(),
            from: Vec::new(),
            files: Vec::new(),
        };
        for chosen in chosen {
            hand_in.steps.push(chosen.step);
            hand_in.from.push(chosen.from);
            hand_in.files.push((chosen.step.file(), chosen.text));
            hand_in.files.extend(chosen.modules);
        }
        Ok(hand_in)
    }

    /// A hash over all that is judged.
    pub fn hash(&self) -> u64 {
        let mut hasher = SipHasher13::new();
        for (path, text) in &self.files {
            for part in [path.as_bytes(), text] {
                hasher.write_u64(part.len() as u64);
                hasher.write(part);
            }
        }
        hasher.finish()
    }
}
