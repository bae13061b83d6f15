//! Put before the system's own functions with `LD_PRELOAD`: a machine whose file systems have no locks where `NO_LOCKS`
//! is set, and whose disk is full where `FULL_DISK` says.

use std::ffi::{c_int, c_long, c_void};

unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn __errno_location() -> *mut c_int;
}

const WRITE: c_long = if cfg!(target_arch = "aarch64") { 64 } else { 1 };
const FLOCK: c_long = if cfg!(target_arch = "aarch64") {
    32
} else {
    73
};
const NO_SPACE: c_int = 28;
const NOT_SUPPORTED: c_int = 95;

fn fail(error: c_int) -> c_int {
    unsafe { *__errno_location() = error };
    -1
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn flock(file: c_int, operation: c_int) -> c_int {
    if std::env::var_os("NO_LOCKS").is_some() {
        return fail(NOT_SUPPORTED);
    }
    unsafe { syscall(FLOCK, file, operation) as c_int }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn write(file: c_int, bytes: *const c_void, count: usize) -> isize {
    let full = std::env::var_os("FULL_DISK");
    let written = std::fs::read_link(format!("/proc/self/fd/{file}"));
    if let (Some(full), Ok(written)) = (full, written)
        && written
            .as_os_str()
            .as_encoded_bytes()
            .starts_with(full.as_encoded_bytes())
    {
        return fail(NO_SPACE) as isize;
    }
    unsafe { syscall(WRITE, file, bytes, count) as isize }
}
