//! What a socket is made from, and why it may not be made.

use crate::chart::Resolution;
use crate::combine::CombineError;
use domain::sock::SockThickness;
use domain::technique::{ScannedOver, Technique};

/// What a socket is made from, besides the limb.
#[derive(Clone, Copy, Debug)]
pub struct Making<'a> {
    /// The steps.
    pub technique: &'a Technique,
    /// What the scan went around.
    pub over: ScannedOver,
    /// How thick socks are.
    pub socks: &'a SockThickness,
    /// How finely it is drawn.
    pub resolution: Resolution,
}

/// Why a socket cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SocketError {
    /// The scan ends too low.
    #[error(
        "the scan reaches {top:.0} mm above the {reference} level and the limb {length:.0} mm below it: \
         there is no room for a trim line; scan more of the limb, or say where that level is"
    )]
    NoRoom {
        /// Highest closed section, mm above the reference.
        top: f64,
        /// Limb length, mm.
        length: f64,
        /// The landmark that heights are counted from.
        reference: &'static str,
    },
    /// A step takes the surface apart.
    #[error("after step {step} the limb has no surface at some height: {why}")]
    Broken {
        /// Which step.
        step: &'static str,
        /// What would be right.
        why: &'static str,
    },
    /// The mounting face is wider than the socket's end.
    #[error("the mounting face of {diameter_mm} mm is wider than the socket's end, {room_mm:.0} mm; make it smaller")]
    FaceTooWide {
        /// What was asked for, mm.
        diameter_mm: f64,
        /// What there is, mm.
        room_mm: f64,
    },
    /// The wall came out too thin.
    #[error("the wall is {thinnest_mm:.2} mm thin somewhere, less than its minimum of {minimum_mm} mm; thicken it")]
    Thin {
        /// What was found, mm.
        thinnest_mm: f64,
        /// What was asked, mm.
        minimum_mm: f64,
    },
    /// A load where nobody has placed the landmark.
    #[error(
        "\"{name}\" presses on the {landmark}, whose place is only guessed; place it on the scan, or take the step out: \
         a load beside its place hurts"
    )]
    Guessed {
        /// The step.
        name: String,
        /// Its landmark.
        landmark: &'static str,
    },
    /// A side is to be shaped, and nobody has said where the front is.
    #[error(
        "\"{name}\" shapes one side of the limb, and where its front is is only guessed; give the front, or place the greater \
         trochanter on the scan, or take the step out: a flat or narrow side in the wrong place hurts"
    )]
    NoFront {
        /// The step.
        name: String,
    },
    /// The scan ends too far below the ramus for a brim that is to contain it.
    #[error(
        "a brim behind the ramus would end {below_mm:.0} mm below the ischial tuberosity: the scan ends too low on the medial \
         side; scan up to the perineum, or take a sub-ischial technique"
    )]
    RamusOutOfReach {
        /// How far below the tuberosity it would end, mm.
        below_mm: f64,
    },
    /// Joining or cutting failed.
    #[error(transparent)]
    Combine(#[from] CombineError),
}
