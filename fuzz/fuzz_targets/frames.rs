//! Its body, which the tests run, too: `bodies/frames.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../bodies/frames.rs"]
mod frames;

fuzz_target!(|bytes: &[u8]| frames::body(bytes));
