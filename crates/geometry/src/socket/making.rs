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
        "the scan reaches {top:.0} mm above the mid-patellar tendon level and the limb {length:.0} mm below it: \
         there is no room for a trim line; scan more of the limb, or say where that level is"
    )]
    NoRoom {
        /// Highest closed section, mm above the reference.
        top: f64,
        /// Limb length, mm.
        length: f64,
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
    /// A line crosses itself, or another.
    #[error("{line} crosses itself; list its points in their order along it, and move those that lie across")]
    Crosses {
        /// Which.
        line: String,
    },
    /// A line comes too near to itself.
    #[error(
        "{line} comes within {gap_mm:.1} mm of itself; two rounded edges need {least_mm} mm; widen it, or leave points out"
    )]
    Neck {
        /// Which.
        line: String,
        /// How near, mm.
        gap_mm: f64,
        /// What is needed, mm.
        least_mm: f64,
    },
    /// No wall is left between two lines.
    #[error(
        "{line} comes within {gap_mm:.1} mm of {other}; a strip of wall needs {least_mm} mm; move it, or make it smaller"
    )]
    NoStrip {
        /// A window.
        line: String,
        /// What it comes near to.
        other: String,
        /// How near, mm.
        gap_mm: f64,
        /// What is needed, mm.
        least_mm: f64,
    },
    /// The rolled edge does not fit into a bend.
    #[error(
        "the rolled edge does not fit into the trim line's bend of {bend_mm:.0} mm at {around_deg:.0}\u{b0} from anterior \
         towards lateral: with the wall it needs {needs_mm:.0} mm; make the roll smaller there, or the bend wider"
    )]
    TightBend {
        /// Where.
        around_deg: f64,
        /// Radius of the bend, mm.
        bend_mm: f64,
        /// What the roll needs, mm.
        needs_mm: f64,
    },
    /// Joining or cutting failed.
    #[error(transparent)]
    Combine(#[from] CombineError),
}
