//! Recommend or refuse: which pump, size, liner and parts for a case, and why.
//!
//! Every conclusion names its rule, the inputs it used, its wording and its source. Refusing is a result, not an
//! error. Nothing is simulated here: a prediction would enter as data.
//!
//! - [`recommend()`]: the one entry; [`order()`]: what the system of one pump is ordered with.
//! - [`Rules`]: wording, thresholds and sources, read from data; the predicates are the functions in [`rules`].
//! - [`Fitting`]: the result.

pub mod conclusion;
pub mod fitting;
pub mod height;
mod parts_of_case;
mod recommend;
pub mod registry;
pub mod rule;
pub mod rules;
pub mod scene;
pub mod size;
mod text;

pub use conclusion::{Conclusion, Evidence, EvidenceNote, Grade, Input, Stance, Verdict, said, topics};
pub use fitting::{
    Answer, AnsweredBy, Candidacy, Fitting, Force, ForceKind, LinerAdvice, LinerSize, Part, PartKind, Preflexed,
    PumpAdvice, PumpData, Size, Standing,
};
pub use height::{Basis, Height, HeightVerdict, Piece, PieceKind, Place};
pub use recommend::{lived, order, recommend};
pub use rule::{Rule, Rules, Threshold};
pub use scene::Lived;
