//! Finite elements of solids: meshes of hexahedra, laws, a sparse solver and stresses. Bytes of no file, no person, no brand.
//!
//! ```text
//! nodes + hexahedra + law of each ─► Solid (checked) ─► held degrees ─► Factor (ordered, Cholesky) ─► displacements ─► stresses
//! chart of a socket ─► wall ─┘                            bed ─► forces ─────────┘
//! ```
//! Millimetres, newtons and megapascals, which are N/mm². What this solves is small strain and linear; [`large`] is for tissue and
//! liners: large strain and contact, by minimising an energy.

pub mod bed;
mod dense;
mod dissection;
mod element;
pub mod large;
pub mod law;
mod multifrontal;
mod ordering;
pub mod section;
pub mod solid;
mod solve;
pub mod stress;
pub mod wall;

pub use geometry::Vec3;
pub use law::Law;
pub use solid::Solid;
pub use solve::{Factor, Held};
pub use stress::Stress;

/// What is wrong with a mesh, a law or its support.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MechanicsError {
    /// No element.
    #[error("the mesh has no element; give at least one")]
    Empty,
    /// A node that is not there.
    #[error("element {element} names node {node} of {nodes}; nodes are counted from 0")]
    NoSuchNode {
        /// Which element.
        element: usize,
        /// The node it names.
        node: u32,
        /// How many there are.
        nodes: usize,
    },
    /// A node that no element has.
    #[error("node {node} is in no element; leave it out")]
    Loose {
        /// Which.
        node: usize,
    },
    /// A coordinate that is no number.
    #[error("node {node} has a coordinate that is no finite number")]
    NotFinite {
        /// Which.
        node: usize,
    },
    /// An element that is turned inside out.
    #[error(
        "element {element} is turned inside out or flat: its least Jacobian is {jacobian:.3e} mm³; give its nodes \
             counter-clockwise below, then above"
    )]
    Inverted {
        /// Which element.
        element: usize,
        /// Least determinant over corners and integration points, mm³.
        jacobian: f64,
    },
    /// A law that no material has.
    #[error("{what} is {value}; {expected}")]
    Law {
        /// Which number.
        what: &'static str,
        /// Its value.
        value: f64,
        /// What would be right.
        expected: &'static str,
    },
    /// Not held, or a mechanism.
    #[error(
        "the body is not held: its stiffness has no Cholesky factor; hold at least six degrees that stop every motion"
    )]
    NotHeld,
    /// A matrix that does not fit.
    #[error("the stiffness of {unknowns} unknowns does not fit into memory; take a coarser mesh")]
    TooLarge {
        /// How many unknowns.
        unknowns: usize,
    },
    /// Forces for another mesh.
    #[error("{given} values for {unknowns} degrees of freedom; give three for every node")]
    Length {
        /// How many were given.
        given: usize,
        /// How many are needed.
        unknowns: usize,
    },
    /// A block that does not fit the socket.
    #[error("the mount's face of {diameter_mm:.0} mm is wider than the socket's end; make it smaller")]
    FaceTooWide {
        /// Its diameter, mm.
        diameter_mm: f64,
    },
    /// A block without height.
    #[error(
        "the mount's block is {height_mm:.2} mm high at its lowest; put the face further below the socket's inside"
    )]
    NoBlock {
        /// Least height, mm.
        height_mm: f64,
    },
    /// A fineness that cannot be meshed.
    #[error("{spokes} columns around; give a multiple of 8 from 16 to 256")]
    Spokes {
        /// Columns around.
        spokes: usize,
    },
    /// A load that the bed cannot carry.
    #[error("the contact carries no such load: {left:.2e} of it is left over")]
    NoContact {
        /// Share of the load that is not carried.
        left: f64,
    },
}
