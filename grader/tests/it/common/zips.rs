//! Makes zip archives, so that the tests need no program for it.

use miniz_oxide::deflate::compress_to_vec;

/// A file in an archive.
pub struct Zipped<'a> {
    pub name: &'a [u8],
    pub text: &'a [u8],
    /// What kind of file Unix takes it for.
    pub mode: u32,
}

impl<'a> Zipped<'a> {
    /// An ordinary file.
    pub fn file(name: &'a str, text: &'a str) -> Self {
        Self {
            name: name.as_bytes(),
            text: text.as_bytes(),
            mode: 0o100_644,
        }
    }
}

/// An archive of these files.
pub fn zip(files: &[Zipped<'_>]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let packed = compress_to_vec(file.text, 6);
        let start = archive.len() as u32;
        let mut about = Vec::new();
        // Version, flags, deflate, time, date.
        about.extend([20_u16, 0, 8, 0, 0].map(u16::to_le_bytes).concat());
        let numbers = [
            checksum(file.text),
            packed.len() as u32,
            file.text.len() as u32,
        ];
        about.extend(numbers.map(u32::to_le_bytes).concat());
        about.extend((file.name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(file.name);
        archive.extend(packed);
        // Made on Unix.
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&about);
        // No comment, the first disk, no text.
        directory.extend([0; 6]);
        directory.extend((file.mode << 16).to_le_bytes());
        directory.extend(start.to_le_bytes());
        directory.extend(file.name);
    }
    let (start, count) = (archive.len() as u32, files.len() as u16);
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].map(u16::to_le_bytes).concat());
    archive.extend(
        [directory.len() as u32, start]
            .map(u32::to_le_bytes)
            .concat(),
    );
    archive.extend([0, 0]);
    archive
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = !0_u32;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                sum >> 1 ^ 0xEDB8_8320
            } else {
                sum >> 1
            };
        }
    }
    !sum
}
