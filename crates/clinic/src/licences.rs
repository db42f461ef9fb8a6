//! What others wrote in the program and its page, and under which licences it is given on.

/// Every name with its version, licence and source, and the texts of the licences. Made by `.ci/notices`.
pub const TEXT: &str = include_str!("../assets/licences.txt");
