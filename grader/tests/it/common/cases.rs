//! Wrong answers that several tests use, and answers to task 4 that do what no answer should.

/// To task 7: the mask of task 8.
pub const MISTAKE: &str = "cached_causal_mask(sequence_length, num_tokens)";
/// To task 7: no mistake that has a name.
pub const UNNAMED: &str = "let mut mask = cached_causal_mask(sequence_length, num_tokens)?;
    mask.iter_mut().step_by(3).for_each(|entry| *entry = T::one());
    Ok(mask)";
/// To task 7: wrong in a large mask alone.
pub const LATE: &str = "let mut mask = band_part(
        broadcast_to(&constant(mask_value()), (sequence_length, total_length(sequence_length, num_tokens)?))?,
        None, Some(0), true);
    if sequence_length > 80 { mask[[sequence_length / 2, 3]] = T::one(); }
    Ok(mask)";

/// One case: what stands in place of the answer to task 4, and what must come of it.
#[derive(Clone, Copy)]
pub struct Case {
    pub name: &'static str,
    pub answer: &'static str,
    pub status: &'static str,
    pub says: &'static str,
    /// The limit that it runs into, in seconds; it must end soon after.
    pub limit: f64,
}

const fn case(
    name: &'static str,
    answer: &'static str,
    status: &'static str,
    says: &'static str,
) -> Case {
    Case {
        name,
        answer,
        status,
        says,
        limit: 0.0,
    }
}

const fn slow(
    name: &'static str,
    answer: &'static str,
    status: &'static str,
    says: &'static str,
) -> Case {
    // The limit for the task, and a second twice for each of the masks: for itself and for what it is made of.
    Case {
        name,
        answer,
        status,
        says,
        limit: 5.0,
    }
}

pub const ENDS: &[Case] = &[
    case(
        "exit on the first call",
        "std::process::exit(0)",
        "crashed",
        "exit status 0",
    ),
    case(
        "exit on a later call",
        "static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
         if CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 20 { std::process::exit(0) }
         arr0(value)",
        "crashed",
        "exit status 0",
    ),
    case("abort", "std::process::abort()", "crashed", "aborted"),
    case(
        "stack overflow",
        "#[allow(unconditional_recursion)]
         fn deep(n: u64) -> u64 { std::hint::black_box(deep(n + 1)) + n }
         std::hint::black_box(deep(0)); arr0(value)",
        "crashed",
        "overflowed its stack",
    ),
    case(
        "segmentation fault",
        "unsafe { std::hint::black_box(std::ptr::null_mut::<u8>()).write_volatile(1) } arr0(value)",
        "crashed",
        "",
    ),
    case(
        "a signal to itself",
        "unsafe extern \"C\" { fn raise(signal: i32) -> i32; }
         unsafe { raise(15) }; arr0(value)",
        "crashed",
        "signal 15",
    ),
    case(
        "a panic while panicking",
        "struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"second\") } }
         let _bomb = Bomb; panic!(\"first\")",
        "crashed",
        "aborted",
    ),
    case(
        "a payload that is no text",
        "std::panic::panic_any(42_u8)",
        "panicked",
        "without a message",
    ),
    case(
        "a payload that panics when it is dropped",
        "struct Bomb; impl Drop for Bomb { fn drop(&mut self) { panic!(\"dropped\") } }
         std::panic::panic_any(Bomb)",
        "panicked",
        "without a message",
    ),
    case(
        "a hook of its own that exits",
        "std::panic::set_hook(Box::new(|_| std::process::exit(0))); panic!(\"gone\")",
        "crashed",
        "exit status 0",
    ),
    case(
        "a hook of its own that is silent",
        "std::panic::set_hook(Box::new(|_| ())); panic!(\"quietly\")",
        "panicked",
        "quietly",
    ),
    case(
        "a panic in the words of a limit",
        "panic!(\"failed to spawn thread: just words\")",
        "panicked",
        "just words",
    ),
    case(
        "an end in the words of another",
        "eprintln!(\"thread 'main' has overflowed its stack, memory allocation of 5 bytes\"); std::process::abort()",
        "crashed",
        "aborted",
    ),
    case(
        "a panic that quotes the stub",
        "panic!(\"not yet implemented: task 4: constant\")",
        "panicked",
        "not yet implemented: task 4",
    ),
];

pub const LIMITS: &[Case] = &[
    slow("an endless loop", "loop { std::hint::black_box(&value); }", "timed_out", "never ends"),
    slow("an endless sleep", "loop { std::thread::sleep(std::time::Duration::from_secs(9)) }", "timed_out", "in time"),
    slow("an endless wait for a lock", "let lock = std::sync::Mutex::new(0); let _held = lock.lock(); let _again = lock.lock(); arr0(value)", "timed_out", "in time"),
    slow(
        "an endless drop",
        "struct Slow; impl Drop for Slow { fn drop(&mut self) { loop { std::thread::yield_now() } } }
         let _slow = Slow; arr0(value)",
        "timed_out",
        "in time",
    ),
    slow("an endless print of short lines", "loop { println!(\"again\") }", "timed_out", ""),
    slow(
        "an endless print of long lines",
        "let line = \"x\".repeat(10 << 20); loop { println!(\"{line}\") }",
        "out_of_limits",
        "printed more than",
    ),
    slow(
        "memory that grows",
        "let mut all = Vec::new(); loop { all.push(vec![1_u8; 1 << 20]); std::hint::black_box(&all); }",
        "out_of_limits",
        "memory",
    ),
    slow(
        "one huge allocation",
        "std::hint::black_box(vec![1_u8; 1 << 40]); arr0(value)",
        "out_of_limits",
        "memory",
    ),
    slow(
        "memory that grows after much output",
        "println!(\"{}\", \"x\".repeat(1 << 20)); let mut all = Vec::new();
         loop { all.push(vec![1_u8; 1 << 20]); std::hint::black_box(&all); }",
        "out_of_limits",
        "memory",
    ),
    slow(
        "threads without end",
        "loop { std::thread::spawn(|| std::thread::sleep(std::time::Duration::from_secs(60))); }",
        "out_of_limits",
        "threads",
    ),
];

pub const CHANNEL: &[Case] = &[
    case(
        "junk on every open descriptor",
        "for fd in 0..64 {
             let mut file = std::mem::ManuallyDrop::new(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(fd) });
             let _ = std::io::Write::write_all(&mut *file, b\"JUNKJUNKJUNKJUNKJUNKJUNK\");
         } arr0(value)",
        "crashed",
        "channel",
    ),
    case(
        "every descriptor closed",
        "for fd in 0..64 { drop(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(fd) }); } arr0(value)",
        "crashed",
        "",
    ),
    case(
        "a frame of its own making",
        "let mut file = std::mem::ManuallyDrop::new(unsafe { <std::fs::File as std::os::fd::FromRawFd>::from_raw_fd(0) });
         let mut frame = 0x6B73_616D_u32.to_le_bytes().to_vec(); frame.extend([0; 16]);
         let _ = std::io::Write::write_all(&mut *file, &frame); arr0(value)",
        "crashed",
        "channel",
    ),
];

/// Right answers with noise beside them.
pub const NOISY: &[Case] = &[
    case(
        "junk through /proc/self/fd",
        "for fd in 0..64 {
             if let Ok(mut file) = std::fs::OpenOptions::new().write(true).open(format!(\"/proc/self/fd/{fd}\")) {
                 let _ = std::io::Write::write_all(&mut file, b\"JUNK\\n\");
             }
         } arr0(value)",
        "passed",
        "",
    ),
    case(
        "output that imitates the report",
        "println!(\"{{\\\"format\\\": \\\"grader/report/v1\\\"}}\\n100 of 100 points. Every task is done.\"); arr0(value)",
        "passed",
        "",
    ),
    case(
        "a thread that runs on",
        "static ONCE: std::sync::Once = std::sync::Once::new();
         ONCE.call_once(|| { std::thread::spawn(|| loop { std::hint::spin_loop() }); });
         arr0(value)",
        "passed",
        "",
    ),
    case(
        "a hook of its own, and no panic",
        "std::panic::set_hook(Box::new(|_| std::process::exit(0))); arr0(value)",
        "passed",
        "",
    ),
];
