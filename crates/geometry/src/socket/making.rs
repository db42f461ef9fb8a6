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
    /// The mounting face, or a seat's, lies in the wall.
    #[error(
        "the face lies in the socket's wall; move it at least {lower_mm:.1} mm further away (below_inside_mm, out_mm)"
    )]
    FaceInWall {
        /// By how much, mm.
        lower_mm: f64,
    },
    /// A block does not fit to the wall around it.
    #[error(
        "the block of {diameter_mm:.0} mm folds over itself where it meets the wall, which is too uneven or too steep there; \
         make the face narrower, the fillet smaller, or tilt and offset it less"
    )]
    Folds {
        /// Of the face, mm.
        diameter_mm: f64,
    },
    /// A fillet has no room between face and wall.
    #[error(
        "the fillet of {fillet_mm} mm has no room: at its lowest the wall is {room_mm:.1} mm above the face; make the \
         fillet smaller, or the block longer"
    )]
    NoFillet {
        /// What was asked for, mm.
        fillet_mm: f64,
        /// Height of the block at its rim, mm.
        room_mm: f64,
    },
    /// Something comes too near to an edge, to another bore or to the socket's inside.
    #[error("between {what} and {to} {found_mm:.2} mm are left, less than the least wall of {minimum_mm} mm; {right}")]
    Edge {
        /// What.
        what: &'static str,
        /// To what.
        to: &'static str,
        /// What is left, mm.
        found_mm: f64,
        /// What was asked, mm.
        minimum_mm: f64,
        /// What would be right.
        right: String,
    },
    /// A thread is deeper than its bore is long.
    #[error("the thread of {depth_mm} mm is deeper than its bore, {room_mm:.1} mm; tap less, or make the seat higher")]
    TapTooDeep {
        /// What was asked for, mm.
        depth_mm: f64,
        /// What there is, mm.
        room_mm: f64,
    },
    /// A seat on the side wall reaches above the brim.
    #[error("the {what} reaches above the brim there; move it down by at least {lower_mm:.0} mm")]
    AboveBrim {
        /// What.
        what: &'static str,
        /// By how much, mm.
        lower_mm: f64,
    },
    /// The solid came out too thin somewhere.
    #[error(
        "the solid is {thinnest_mm:.2} mm thin at the {feature}, {around_deg:.0}° from anterior towards lateral and \
         {above_mm:.0} mm above the distal end, less than its minimum of {minimum_mm} mm; thicken it there"
    )]
    Thin {
        /// What was found, mm.
        thinnest_mm: f64,
        /// What was asked, mm.
        minimum_mm: f64,
        /// At what.
        feature: &'static str,
        /// Where around the limb.
        around_deg: f64,
        /// Where along it, mm above the distal end.
        above_mm: f64,
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
    /// The solid came out passing through itself.
    #[error(
        "the solid passes through itself at {around_deg:.0}\u{b0} from anterior towards lateral, {above_mm:.0} mm above the \
         distal end: a line bends too tightly or too steeply there for the wall's thickness, or a part meets the wall at \
         a sliver; draw the line with a wider bend, or move the part a little"
    )]
    PassesThrough {
        /// Where around the limb.
        around_deg: f64,
        /// Where along it, mm above the distal end.
        above_mm: f64,
    },
    /// Joining or cutting failed.
    #[error(transparent)]
    Combine(#[from] CombineError),
}
