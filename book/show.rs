//! Shows a page in the reader's browser, and notices where there is none.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use crate::Error;

/// A browser may run as long as one reads. One that cannot start gives up sooner.
const PATIENCE: Duration = Duration::from_secs(3);

/// Shows a page in the reader's browser.
///
/// # Errors
///
/// [`Error::Open`] if there is no browser to show it.
pub fn page(page: &Path) -> Result<(), Error> {
    let failed = |why: String| Error::Open(page.to_owned(), why);
    // `opener` does not wait for what it starts on Linux, and would take a failure for a success.
    let is_wsl = env::var_os("WSL_DISTRO_NAME").is_some();
    if cfg!(target_os = "linux") && !is_wsl {
        let mut command = Command::new("xdg-open");
        command.arg(page);
        return starts(&mut command).map_err(failed);
    }
    opener::open_browser(page).map_err(|source| failed(source.to_string()))
}

/// Starts a program. That it ends soon and badly is an error; that it goes on is none.
fn starts(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = quiet
        .stderr(Stdio::null())
        .spawn()
        .map_err(|source| format!("`{name}`: {source}"))?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("`{name}` ended with {status}")),
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_ends_badly_or_does_not_start_is_an_error() {
        assert_eq!(starts(&mut Command::new("true")), Ok(()));
        let told = starts(&mut Command::new("false")).expect_err("it fails");
        assert!(told.starts_with("`false` ended with "), "{told}");
        let told = starts(&mut Command::new("no-such-program")).expect_err("there is none");
        assert!(told.starts_with("`no-such-program`: "), "{told}");
    }
}
