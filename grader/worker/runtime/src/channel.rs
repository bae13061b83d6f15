//! The two-way connection to the grader.

use std::cell::RefCell;
use std::io::{self, Read, Write};

use protocol::Request;

thread_local! {
    static CHANNEL: RefCell<Option<Box<dyn Write>>> = const { RefCell::new(None) };
}

/// Keeps the stream that replies go to, for this thread.
pub(crate) fn keep(channel: impl Write + 'static) {
    CHANNEL.set(Some(Box::new(channel)));
}

/// Sends a frame; false where nobody takes it.
pub(crate) fn send(frame: &[u8]) -> bool {
    CHANNEL.with_borrow_mut(|channel| {
        let channel = channel.as_mut();
        channel.is_some_and(|channel| channel.write_all(frame).is_ok())
    })
}

/// Reads the request from standard input and gives the stream that the replies go to; `None` where there is none.
///
/// On Unix standard input is a socket, and the replies go back through it.
#[cfg(unix)]
pub(crate) fn open() -> Option<(Request, impl Write + 'static)> {
    use std::os::fd::AsFd;
    use std::os::unix::net::UnixStream;

    let input = io::stdin();
    let mut socket = UnixStream::from(input.as_fd().try_clone_to_owned().ok()?);
    let mut bytes = Vec::new();
    socket.read_to_end(&mut bytes).ok()?;
    Some((Request::decode(&bytes)?, socket))
}

/// Reads the request from standard input and gives the stream that the replies go to; `None` where there is none.
///
/// Elsewhere standard input is a pipe. Its first two bytes name a port of this machine where the grader listens, and
/// the first eight bytes sent there are the number of the request, which only this process was told.
#[cfg(not(unix))]
pub(crate) fn open() -> Option<(Request, impl Write + 'static)> {
    use std::net::{Ipv4Addr, TcpStream};

    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes).ok()?;
    let (port, request) = bytes.split_first_chunk::<2>()?;
    let request = Request::decode(request)?;
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, u16::from_le_bytes(*port))).ok()?;
    stream.write_all(&request.number.to_le_bytes()).ok()?;
    Some((request, stream))
}
