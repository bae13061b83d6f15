//! What Unix tells of the terminal.

use std::io;

/// How many columns the terminal has; `None` where standard output is no terminal or it does not say.
pub fn columns() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    Some(size.ws_col).filter(|columns| *columns > 0)
}

/// Whether the terminal knows no control sequences, or nobody has said which it knows.
pub fn is_dumb() -> bool {
    let term = std::env::var_os("TERM").unwrap_or_default();
    term.is_empty() || term == "dumb"
}

/// The name of this machine.
pub fn host() -> String {
    let names = rustix::system::uname();
    names.nodename().to_string_lossy().into_owned()
}

/// The locale that says how text is encoded; `None` where that does not depend on it.
pub fn locale() -> Option<String> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    Some(locale.unwrap_or_else(|| "C".to_owned()))
}
