//! The reference answers, one module a step. The stubs in `steps/` are derived from these files, and the book shows them.

pub mod step_01;
pub mod step_02;
pub mod step_03;
pub mod step_04;
pub mod step_05;
pub mod step_06;
pub mod step_07;
pub mod step_08;
pub mod step_09;
pub mod step_10;
pub mod step_11;
pub mod step_12;
