//! What can be told of a worker's program without running it: the tables of an ELF file, as Linux has them. The layout
//! is that of the System V ABI, chapters 4 and 5.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// What a program brings along.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Program {
    /// Functions of the C library that it has of its own: whoever calls them, the standard library too, calls these.
    pub(super) replaced: Vec<String>,
    /// How many bytes of memory it takes before anything is called.
    pub(super) memory: u64,
}

/// A part of the program that is loaded.
const LOADED: u32 = 1;
/// The table of the names that it shares with libraries.
const SHARED_NAMES: u32 = 11;
const SECTION: usize = 64;
const SEGMENT: usize = 56;
const NAME: usize = 24;
/// No honest table is larger.
const LARGEST: u64 = 1 << 24;

impl Program {
    /// Reads one. Of another kind than 64-bit ELF with the low byte first nothing is told.
    pub(super) fn read(path: &Path) -> Self {
        Self::tables(path).unwrap_or_default()
    }

    fn tables(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let header = part(&mut file, 0, SECTION as u64)?;
        if !header.starts_with(&[0x7f, b'E', b'L', b'F', 2, 1]) {
            return None;
        }
        let mut table = |offset: usize, count: usize, size: usize| {
            let length = u64::from(short(&header, count)?) * size as u64;
            part(&mut file, long(&header, offset)?, length)
        };
        let (segments, sections) = (table(32, 56, SEGMENT)?, table(40, 60, SECTION)?);
        let loaded = segments
            .chunks_exact(SEGMENT)
            .filter(|segment| word(segment, 0) == Some(LOADED));
        let memory = loaded.filter_map(|segment| long(segment, 40)).sum();
        let mut sections = sections.chunks_exact(SECTION);
        let names = sections
            .clone()
            .find(|section| word(section, 4) == Some(SHARED_NAMES));
        let Some(names) = names else {
            // Nothing is shared: there are no libraries.
            let replaced = Vec::new();
            return Some(Self { replaced, memory });
        };
        let texts = sections.nth(word(names, 40)? as usize)?;
        let mut content = |section| part(&mut file, long(section, 24)?, long(section, 32)?);
        let (names, texts) = (content(names)?, content(texts)?);
        let own = names.chunks_exact(NAME).filter(|name| is_own(name));
        let text = |name: &[u8]| {
            let text = texts
                .get(word(name, 0)? as usize..)?
                .split(|&byte| byte == 0);
            Some(String::from_utf8_lossy(text.into_iter().next()?).into_owned())
        };
        let replaced = own.filter_map(text).collect();
        Some(Self { replaced, memory })
    }
}

/// Whether the program has what this name stands for: for others to see, and in a section of its own.
fn is_own(name: &[u8]) -> bool {
    let is_global = matches!(name[4] >> 4, 1 | 2);
    is_global && short(name, 6) != Some(0)
}

fn part(file: &mut File, offset: u64, length: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(offset)).ok()?;
    let length = Some(length).filter(|length| *length <= LARGEST)?;
    file.take(length).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == length).then_some(bytes)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

#[cfg(all(test, target_os = "linux", target_pointer_width = "64"))]
mod tests {
    use super::*;

    #[test]
    fn this_program_replaces_nothing_and_takes_memory() {
        let this = std::env::current_exe().expect("its path");
        let program = Program::read(&this);
        assert_eq!(program.replaced, Vec::<String>::new());
        assert!((1 << 16..1 << 30).contains(&program.memory), "{program:?}");
    }

    #[test]
    fn of_what_is_no_program_nothing_is_told() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        for bytes in [
            &b""[..],
            b"\x7fELF",
            &[0x7f, b'E', b'L', b'F', 2, 1, 255].repeat(40),
        ] {
            std::fs::write(file.path(), bytes).expect("it is written");
            assert_eq!(Program::tables(file.path()), None);
        }
    }
}
