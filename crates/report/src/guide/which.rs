//! Which guides there are.

/// A guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guide {
    /// Measuring by tape.
    Measuring,
    /// The cast.
    Casting,
    /// Trying on.
    CheckSocket,
    /// Testing for leaks.
    LeakTest,
}
