//! The tests of the grader, with the real command on real files. One program holds them all, so that it is linked once;
//! `cargo test --package grader --test it -- watch` runs those of one module.

mod common;

mod advice;
#[cfg(unix)]
mod batch;
mod bench;
mod checkpoint;
mod checkpoint_faults;
mod checkpoint_mismatches;
mod classes;
#[cfg(target_os = "linux")]
mod configuration;
mod diff;
mod doctor;
mod files;
mod freshness;
mod generate;
mod golden;
#[cfg(unix)]
mod hostile;
mod hostile_text;
#[cfg(target_os = "linux")]
mod leftovers;
mod lending;
mod list;
#[cfg(target_os = "linux")]
mod machine;
mod misconceptions;
#[cfg(unix)]
mod prints;
mod programs;
mod protocol;
mod reference;
mod reports;
mod show;
mod show_attention;
mod show_svg;
mod signatures;
mod situations;
#[cfg(target_os = "linux")]
mod sizes;
mod step_01_golden;
mod step_02_golden;
mod stubs;
#[cfg(unix)]
mod summary;
mod tidy;
mod together;
mod tokenizer;
mod update;
mod usage;
#[cfg(target_os = "linux")]
mod walls;
#[cfg(unix)]
mod watch;
#[cfg(target_os = "linux")]
mod watch_keys;
#[cfg(unix)]
mod width;
mod words;
