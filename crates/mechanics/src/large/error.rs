//! What can go wrong with a large strain.

use crate::MechanicsError;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LargeError {
    /// A mesh that is none.
    #[error(transparent)]
    Mesh(#[from] MechanicsError),
    /// An element that the motion turns inside out.
    #[error("element {element} is turned inside out: its volume is {ratio:.3} of what it was; press less in one step")]
    Inverted {
        /// Which element.
        element: usize,
        /// Least ratio of volumes at its integration points.
        ratio: f64,
    },
    /// A law that is asked beyond what it was measured for.
    #[error("element {element} is strained to a first invariant of {invariant:.2}; its law holds up to {most:.2}")]
    OutOfRange {
        /// Which element.
        element: usize,
        /// First invariant of the strain without its change of volume; 3 is none.
        invariant: f64,
        /// The most that the law holds for.
        most: f64,
    },
    /// No factor even of a stiffened tangent.
    #[error("the tangent of {unknowns} unknowns has no factor; hold the body or press less in one step")]
    NoFactor {
        /// How many unknowns.
        unknowns: usize,
    },
    /// Too many steps.
    #[error("no equilibrium after {steps} steps: {left:.1e} of the forces is left over; press less in one step")]
    NotConverged {
        /// Steps taken.
        steps: usize,
        /// Residual of the free degrees over the forces.
        left: f64,
    },
    /// Values for another mesh.
    #[error("{given} values for {expected}; give three for every node")]
    Length {
        /// How many were given.
        given: usize,
        /// How many are needed.
        expected: usize,
    },
}
