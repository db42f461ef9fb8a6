//! Every integration test of the crate, as one program: it is linked once.

#![allow(clippy::expect_used, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used, reason = "tests end so")]

mod answers;
mod climate;
mod day;
mod days;
mod doffing;
mod drives;
mod first_draw;
mod fluctuation;
mod levels;
mod no_allocation;
mod plausible;
mod pump_law;
mod reference;
mod regional;
mod suspension;
mod unused;

use twin::parameters::ParameterSet;

/// The shipped parameters.
fn parameters() -> ParameterSet {
    ParameterSet::parse(
        include_str!("../../../data/parameters.toml"),
        &[
            include_str!("../../../data/catalog/ottobock/4R147.toml"),
            include_str!("../../../data/catalog/ottobock/4R152.toml"),
        ],
    )
    .unwrap()
}
