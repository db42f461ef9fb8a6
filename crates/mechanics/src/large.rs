//! Solids with large strain: hexahedra with mean dilatation, hyperelastic laws, and a solver that minimises the energy.
//!
//! ```text
//! nodes + hexahedra + law of each ─► Body (checked, gradients stored) ─► Problem (held degrees, loads, contact)
//!                                                                            │ energy, residual, tangent
//!                      dissection ─► fronts (single precision) ─► minimise: steps on a kept factor, line search
//! ```
//! Millimetres, newtons, megapascals. Every force is the derivative of one energy, so that the tangent is symmetric, Cholesky's
//! factor serves, and a step that lowers the energy is a step towards the answer.

pub mod body;
pub mod contact;
pub mod element;
pub mod error;
pub mod law;
pub mod limb;
pub mod matrix;
pub mod press;
pub mod rays;
pub mod swept;

pub use body::Body;
pub use contact::{Contact, Level, Rigid};
pub use error::LargeError;
pub use law::{Hyperelastic, Shape, Volume};
pub use press::{Driven, Press, Report, Settings};
pub use rays::Rays;
pub use swept::{Sweep, Swept};
