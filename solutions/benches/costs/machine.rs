//! Where and when something was measured.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

/// The first lines of the results: the day, the processor, the compiler.
pub fn head() -> String {
    format!(
        "date\t{}\nprocessor\t{}\ncompiler\t{}\n",
        date(),
        processor(),
        compiler()
    )
}

/// Today, as `2026-01-31`.
fn date() -> String {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let mut day = now.as_secs() / 86_400;
    let leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while day >= 365 + u64::from(leap(year)) {
        day -= 365 + u64::from(leap(year));
        year += 1;
    }
    let mut month = 0;
    let days = [
        31,
        28 + u64::from(leap(year)),
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    while day >= days[month] {
        day -= days[month];
        month += 1;
    }
    format!("{year}-{:02}-{:02}", month + 1, day + 1)
}

/// The processor as the system names it.
fn processor() -> String {
    let linux = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = linux
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    match named {
        Some((_, name)) => name.to_owned(),
        None => said("sysctl", &["-n", "machdep.cpu.brand_string"])
            .or_else(|| env::var("PROCESSOR_IDENTIFIER").ok())
            .unwrap_or_else(|| env::consts::ARCH.to_owned()),
    }
}

/// The compiler, as `rustc 1.95.0`.
fn compiler() -> String {
    let program = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = said(&program, &["--version"]).unwrap_or_default();
    version
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a program says, if there is one.
fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.trim().is_empty()).then(|| text.trim().to_owned())
}
