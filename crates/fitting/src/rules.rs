//! The predicates: one function per rule id, `module.function`.
//!
//! They hold no thresholds and no wording; both come from `data/rules` through [`crate::Rule`].

pub mod cautions;
pub mod contraindications;
pub mod evidence;
pub mod foot;
pub mod forces;
pub mod indications;
pub mod liner;
pub mod merits;
pub mod order;
pub mod parts;
pub mod pumps;
pub mod sizing;
pub mod space;
