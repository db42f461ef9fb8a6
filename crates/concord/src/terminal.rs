//! What a command shows while it works, and a wire that it says something on.

mod progress;
mod wire;

pub use progress::Progress;
pub use wire::{Full, Wire};
