//! Reads zip archives, in memory and within bounds. Nothing is unpacked but the files that are asked for.
//!
//! The format is that of PKWARE's APPNOTE. All numbers are little-endian; what they say is checked before it is used.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// An archive that lists more is not read further.
const MOST: usize = 100_000;
/// The end of the directory, without the comment behind it.
const END: usize = 22;
/// What stands in place of a number that has 64 bits.
const LARGE: u64 = u32::MAX as u64;

/// What an archive lists.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its path, as it stands there.
    pub(super) name: Vec<u8>,
    /// Its kind and rights, as Unix has them; 0 where that is not told.
    pub(super) mode: u32,
    is_encrypted: bool,
    method: u16,
    sum: u32,
    packed: u64,
    size: u64,
    start: u64,
}

/// All that an archive lists.
///
/// # Errors
///
/// Why it cannot be read, to follow "it".
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry>, String> {
    let broken = || "is no whole zip archive".to_owned();
    let from = bytes.len().saturating_sub(END + usize::from(u16::MAX));
    let tail = &bytes[from..];
    let end = tail.windows(4).rposition(|window| window == b"PK\x05\x06");
    let end = from + end.ok_or_else(broken)?;
    let (length, start) = (number(bytes, end + 12, 4), number(bytes, end + 16, 4));
    let (length, start) = length.zip(start).ok_or_else(broken)?;
    // Where a program was put before the archive, all places are counted from its end.
    let directory = match (end as u64).checked_sub(length) {
        Some(directory) if length < LARGE && start <= directory => directory,
        _ => return Err(broken()),
    };
    let before = directory - start;
    let mut entries = Vec::new();
    let mut at = usize::try_from(directory).map_err(|_| broken())?;
    while at < end && bytes[at..].starts_with(b"PK\x01\x02") {
        if entries.len() == MOST {
            return Err(format!("lists more than {MOST} files"));
        }
        let (mut entry, next) = entry(bytes, at).ok_or_else(broken)?;
        entry.start = entry.start.saturating_add(before);
        entries.push(entry);
        at = next;
    }
    Ok(entries)
}

/// The entry of the directory at this place, and where the next one begins.
fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let field = |offset, length| number(bytes, at + offset, length);
    let length = |offset| Some(field(offset, 2)? as usize);
    let name = at + 46;
    let more = name + length(28)?;
    let comment = more + length(30)?;
    let next = comment + length(32)?;
    let made_on_unix = field(4, 2)? >> 8 == 3;
    let mut entry = Entry {
        name: bytes.get(name..more)?.to_vec(),
        mode: if made_on_unix {
            field(38, 4)? as u32 >> 16
        } else {
            0
        },
        is_encrypted: field(8, 2)? & 1 == 1,
        method: field(10, 2)? as u16,
        sum: field(16, 4)? as u32,
        packed: field(20, 4)?,
        size: field(24, 4)?,
        start: field(42, 4)?,
    };
    let mut wide = wide(bytes.get(more..comment)?);
    for narrow in [&mut entry.size, &mut entry.packed, &mut entry.start] {
        if *narrow == LARGE {
            *narrow = wide.next()?;
        }
    }
    bytes.get(..next)?;
    Some((entry, next))
}

/// The numbers of 64 bits among what is told beside.
fn wide(mut fields: &[u8]) -> impl Iterator<Item = u64> {
    let mut found: &[u8] = &[];
    while let (Some(kind), Some(length)) = (number(fields, 0, 2), number(fields, 2, 2)) {
        let Some(field) = fields.get(4..4 + length as usize) else {
            break;
        };
        if kind == 1 {
            found = field;
        }
        fields = &fields[4 + length as usize..];
    }
    found
        .chunks_exact(8)
        .filter_map(|bytes| number(bytes, 0, 8))
}

impl Entry {
    /// What it holds, up to so many bytes.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, to follow "it".
    pub(super) fn read(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, String> {
        let broken = || "is damaged in the archive".to_owned();
        if self.is_encrypted {
            return Err("needs a password".to_owned());
        }
        let packed = self.packed(bytes).ok_or_else(broken)?;
        let large = || format!("has more than {most} bytes");
        let text = match self.method {
            0 if packed.len() > most => return Err(large()),
            0 => packed.to_vec(),
            _ if self.size > most as u64 => return Err(large()),
            // What it really becomes counts, and not what it says.
            8 => decompress_to_vec_with_limit(packed, most).map_err(|_| broken())?,
            method => return Err(format!("is packed in a way that is not read ({method})")),
        };
        if text.len() as u64 != self.size || checksum(&text) != self.sum {
            return Err(broken());
        }
        Ok(text)
    }

    fn packed<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let start = usize::try_from(self.start).ok()?;
        if !bytes.get(start..)?.starts_with(b"PK\x03\x04") {
            return None;
        }
        let skipped = number(bytes, start + 26, 2)? + number(bytes, start + 28, 2)?;
        let start = start + 30 + skipped as usize;
        bytes.get(start..start.checked_add(usize::try_from(self.packed).ok()?)?)
    }
}

/// The number at this place.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    let place = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
    Some(bytes.iter().rev().fold(0, place))
}

/// The checksum of zip archives, CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| sum >> 1 ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
    let of_byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), step);
    !bytes.iter().fold(!0, of_byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn bytes_that_are_no_archive_are_refused_and_end_nothing() {
        let mut noise = b"PK\x05\x06".to_vec();
        noise.resize(40, 0xff);
        for bytes in [&b""[..], b"PK", &noise, &[0; 100]] {
            assert!(entries(bytes).is_err());
        }
        // One that lists nothing.
        let mut empty = b"PK\x05\x06".to_vec();
        empty.resize(22, 0);
        assert_eq!(entries(&empty).map(|entries| entries.len()), Ok(0));
    }
}
