//! Runs a fuzz target's body without a fuzzer: on seeds, and on what becomes of them by a few changes each. What is not guided by
//! coverage finds less than `cargo fuzz`, but runs on every machine. `CONCORD_FUZZ_SECONDS` says how long (one second without),
//! `CONCORD_FUZZ_SEED` where the changes begin.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

/// No changed input is longer.
const LONGEST: usize = 1 << 16;
/// Numbers that readers trip over, as text.
const TEXTS: [&[u8]; 8] = [b"-1", b"0", b"1e999", b"nan", b"4294967296", b"18446744073709551616", b"\n", b"\0"];

/// How many inputs were tried.
pub fn run(name: &str, seeds: &[Vec<u8>], body: fn(&[u8])) -> u64 {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let end = Instant::now() + Duration::from_secs(number("CONCORD_FUZZ_SECONDS", 1));
    let mut rng = ChaCha8Rng::seed_from_u64(number("CONCORD_FUZZ_SEED", 1));
    let mut tried = 0;
    for seed in seeds {
        once(name, seed, body);
    }
    while Instant::now() < end {
        let mut input = seeds[below(&mut rng, seeds.len())].clone();
        for _ in 0..=below(&mut rng, 8) {
            change(&mut input, seeds, &mut rng);
        }
        input.truncate(LONGEST);
        once(name, &input, body);
        tried += 1;
    }
    tried
}

/// Keeps an input that fails where the test says.
fn once(name: &str, input: &[u8], body: fn(&[u8])) {
    if let Err(failure) = catch_unwind(AssertUnwindSafe(|| body(input))) {
        let kept = std::env::temp_dir().join(format!("concord-fuzz-{name}-{}", std::process::id()));
        let _ = std::fs::write(&kept, input);
        eprintln!("this input fails: {}", kept.display());
        resume_unwind(failure);
    }
}

fn below(rng: &mut ChaCha8Rng, end: usize) -> usize {
    rng.next_u64() as usize % end.max(1)
}

fn change(input: &mut Vec<u8>, seeds: &[Vec<u8>], rng: &mut ChaCha8Rng) {
    let at = below(rng, input.len() + 1);
    let end = (at + 1 + below(rng, 64)).min(input.len());
    let part = input[at.min(end)..end].to_vec();
    match below(rng, 7) {
        0 if at < input.len() => input[at] ^= 1 << below(rng, 8),
        1 if at < input.len() => input[at] = rng.next_u32() as u8,
        2 => drop(input.drain(at.min(end)..end)),
        3 => input.truncate(at),
        4 => drop(input.splice(at..at, part)),
        5 => {
            let other = &seeds[below(rng, seeds.len())];
            input.truncate(at);
            input.extend_from_slice(&other[below(rng, other.len() + 1)..]);
        }
        _ => drop(input.splice(at..at, TEXTS[below(rng, TEXTS.len())].iter().copied())),
    }
}
