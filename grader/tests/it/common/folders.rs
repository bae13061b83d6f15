//! Folders for learners' files. They stay when a test ends, with what was built for them: whoever has the same files
//! next, in another test or another run, compiles nothing.

use std::fs::{self, File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A folder that no other test has as long as this lives.
pub struct Folder {
    path: PathBuf,
    _held: File,
}

/// A number for what is made from these.
pub fn hash(from: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    from.hash(&mut hasher);
    format!("{:08x}", hasher.finish() >> 32)
}

impl Folder {
    /// A folder with these files, by their paths in it, and nothing else. Tests that write another text into one say so
    /// with another `purpose`, so that the others find what was built as it was.
    pub fn with(purpose: &str, files: &[(&str, &str)]) -> Self {
        // Outside the course, and short: some reports name it.
        let course = hash(&env!("CARGO_TARGET_TMPDIR"));
        let all = std::env::temp_dir().join(format!("learners-{course}"));
        fs::create_dir_all(&all).expect("a folder");
        let name = hash(&(purpose, files));
        // Tests that run at once and have the same files have a folder each.
        let numbered = (0..).map(|number| all.join(format!("{name}-{number}")));
        let free = |path: PathBuf| {
            let held = File::create(path.with_extension("lock")).expect("a lock file");
            match held.try_lock() {
                Ok(()) => Some(Self { path, _held: held }),
                Err(TryLockError::WouldBlock) => None,
                Err(TryLockError::Error(error)) => panic!("{}: {error}", path.display()),
            }
        };
        let folder = numbered.into_iter().find_map(free).expect("one is free");
        folder.tidy(files);
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves alone what is as it should be: cargo goes by the time when files were written.
    fn tidy(&self, files: &[(&str, &str)]) {
        let same = |(file, text): &(&str, &str)| {
            fs::read(self.path.join(file)).is_ok_and(|found| found == text.as_bytes())
        };
        if count(&self.path) == files.len() && files.iter().all(same) {
            return;
        }
        let _ = fs::remove_dir_all(&self.path);
        for (file, text) in files {
            let file = self.path.join(file);
            fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a folder");
            fs::write(file, text).expect("it is written");
        }
    }
}

/// How many files there are in a folder and the folders in it.
fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => count(&entry.path()),
        _ => 1,
    };
    entries.map(count).sum()
}
