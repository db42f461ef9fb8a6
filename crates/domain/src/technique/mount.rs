//! What the socket is bolted to, drawn through and locked by: mount, its alignment, ports and seats.

use crate::document::{Bounds, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const AROUND: Bounds = Bounds::new(0.0, 360.0, "degrees from anterior towards lateral");
const ABOVE: Bounds = Bounds::new(0.0, 500.0, "mm above the distal end");
const BORE: Bounds = Bounds::new(1.0, 20.0, "mm");
const FACE: Bounds = Bounds::new(30.0, 100.0, "mm");
const HOLE: Bounds = Bounds::new(3.0, 12.0, "mm");
const DEEP: Bounds = Bounds::new(5.0, 80.0, "mm");
const FILLET: Bounds = Bounds::new(0.0, 20.0, "mm");
const TILT: Bounds = Bounds::new(-15.0, 15.0, "degrees");
const OFFSET: Bounds = Bounds::new(-25.0, 25.0, "mm");
const TURN: Bounds = Bounds::new(-45.0, 45.0, "degrees, positive turns the front towards lateral");
const LINE: Bounds = Bounds::new(0.4, 0.6, "mm deep, or leave it out");
const PITCH: Bounds = Bounds::new(0.3, 2.5, "mm");
const TAP: Bounds = Bounds::new(2.0, 40.0, "mm");
const TUBE: Bounds = Bounds::new(3.0, 12.0, "mm, the tube's inside");
const FILTER: Bounds = Bounds::new(3.0, 30.0, "mm");
const FILTER_DEEP: Bounds = Bounds::new(0.5, 10.0, "mm");
const POCKET: Bounds = Bounds::new(10.0, 60.0, "mm");
const POCKET_DEEP: Bounds = Bounds::new(5.0, 70.0, "mm");
const SLOT: Bounds = Bounds::new(2.0, 40.0, "mm");
const BOSS: Bounds = Bounds::new(10.0, 50.0, "mm");
const BOSS_OUT: Bounds = Bounds::new(1.0, 15.0, "mm");
const SHELF_OUT: Bounds = Bounds::new(0.5, 6.0, "mm");
const SHELF_HEIGHT: Bounds = Bounds::new(5.0, 120.0, "mm");

/// Where the pump draws from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Straight down through the mounting face: a pump with an integrated socket adapter, or a top channel.
    Distal,
    /// Through the side wall to a tube.
    Side,
}

/// The face the prosthesis is bolted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// A plane for a laminated or screwed pyramid, one bore in the middle.
    Pyramid,
    /// A plane with four bores on a square.
    FourHole,
    /// A recess for a lamination anchor's plate, one bore in the middle; its arms are laminated over the block.
    LaminationAnchor,
}

/// What a mount's holes take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoleKind {
    /// A bore that ends in the block, tapped or glued by whoever builds it.
    #[default]
    Blind,
    /// A bore that ends in the block, for an insert that is pressed in hot; its diameter is that of the insert's drawing.
    HeatSetInsert,
    /// A bore through to the socket's inside: each is a leak until it is sealed.
    ThroughBolt,
}

/// The mounting face at the distal end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mount {
    /// Which.
    pub face: Face,
    /// Diameter of the face, mm.
    pub diameter_mm: f64,
    /// From the socket's inside at its end to the face, mm.
    pub below_inside_mm: f64,
    /// Side of the square the four holes stand on, mm.
    pub hole_square_mm: f64,
    /// Diameter of the holes, mm.
    pub hole_mm: f64,
    /// Depth of the holes, mm; less than the block is high, so that they open no leak. A through bolt's goes through.
    pub hole_depth_mm: f64,
    /// What the holes take.
    #[serde(default, skip_serializing_if = "HoleKind::is_default")]
    pub hole_kind: HoleKind,
    /// Radius of the fillet between block and wall, mm; 0 is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub fillet_mm: f64,
    /// Of a lamination anchor: diameter of the recess for its plate, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub recess_mm: f64,
    /// Of a lamination anchor: depth of that recess, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub recess_depth_mm: f64,
}

/// How the mounting face stands to the limb's long axis: the bench alignment, built in.
///
/// The face turns about the socket's inside at its distal end. Angles are those seen in the sagittal and in the frontal
/// plane. Flexion leans the socket's brim forward over the bench line, adduction leans it towards lateral.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Align {
    /// Flexion of the socket, degrees; negative is extension.
    #[serde(default)]
    pub flexion_deg: f64,
    /// Adduction of the socket, degrees; negative is abduction.
    #[serde(default)]
    pub adduction_deg: f64,
    /// The face moved forward in its plane, mm; negative is backward.
    #[serde(default)]
    pub anterior_mm: f64,
    /// The face moved towards lateral in its plane, mm; negative is towards medial.
    #[serde(default)]
    pub lateral_mm: f64,
    /// The face's holes turned about the bench line, degrees: positive turns their front towards lateral.
    #[serde(default)]
    pub rotation_deg: f64,
    /// Depth of the bench line engraved in front, behind and on both sides, mm; 0 is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub line_depth_mm: f64,
}

/// What a port ends in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fitting {
    /// A plain bore.
    #[default]
    Plain,
    /// A bore to be tapped: it is drawn as its pilot, no helix.
    Thread,
    /// A barb that is printed with the socket; of a side channel only.
    Barb,
}

/// The bore the vacuum is drawn through.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Port {
    /// Where.
    pub channel: Channel,
    /// Diameter, mm; of a thread the pilot's.
    pub bore_mm: f64,
    /// Of a side channel: around the limb from anterior towards lateral, degrees.
    #[serde(default)]
    pub around_deg: f64,
    /// Of a side channel: above the limb's distal end, mm.
    #[serde(default)]
    pub above_distal_end_mm: f64,
    /// What it ends in.
    #[serde(default, skip_serializing_if = "Fitting::is_default")]
    pub fitting: Fitting,
    /// Of a thread: its pitch, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub pitch_mm: f64,
    /// Of a thread: how deep it is tapped, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub tap_depth_mm: f64,
    /// Of a barb: inside diameter of the tube that goes over it, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub tube_mm: f64,
    /// Diameter of the seat of a filter, cut from the socket's inside, mm; 0 is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub filter_mm: f64,
    /// Depth of that seat, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub filter_depth_mm: f64,
}

/// The pocket of a pin's lock below the socket's inside, open to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PinLock {
    /// Diameter of the lock's body, mm.
    pub body_mm: f64,
    /// Depth of the pocket below the socket's inside at its end, mm.
    pub depth_mm: f64,
    /// Diameter of the bore on through the face, for a long pin or a fastening screw, mm; 0 is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub pin_bore_mm: f64,
    /// Diameter of the side hole for the release, mm; 0 is none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub release_mm: f64,
    /// Where the release leaves, from anterior towards lateral, degrees.
    #[serde(default)]
    pub around_deg: f64,
}

/// A slot through the wall for a lanyard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lanyard {
    /// Width of the slot around the limb, mm.
    pub width_mm: f64,
    /// Height of the slot, mm.
    pub height_mm: f64,
    /// Around the limb from anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Above the limb's distal end, mm.
    pub above_distal_end_mm: f64,
}

/// A flat seat on the side wall with a bore for a one-way valve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Valve {
    /// Diameter of the flat seat, mm.
    pub seat_mm: f64,
    /// How far the seat stands out from the wall, mm.
    pub out_mm: f64,
    /// Diameter of the bore, mm; of a thread the pilot's.
    pub bore_mm: f64,
    /// Around the limb from anterior towards lateral, degrees.
    pub around_deg: f64,
    /// Above the limb's distal end, mm.
    pub above_distal_end_mm: f64,
    /// Pitch of the thread to be tapped, mm; 0 is a plain bore.
    #[serde(default, skip_serializing_if = "is_none")]
    pub pitch_mm: f64,
    /// How deep it is tapped, mm.
    #[serde(default, skip_serializing_if = "is_none")]
    pub tap_depth_mm: f64,
}

/// Which side of the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WallSide {
    /// A ring that stands out on the outside; the sleeve ends on it.
    Outside,
    /// Room on the inside below the brim for a sleeve that is turned in; it ends on the step.
    Inside,
}

/// Where the sleeve ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SleeveShelf {
    /// Inside or outside.
    pub surface: WallSide,
    /// Width of the shelf, mm.
    pub out_mm: f64,
    /// Below the lowest point of the trim line, mm.
    pub height_mm: f64,
}

/// What is not asked for is not written.
fn is_none(value: &f64) -> bool {
    *value == 0.0
}

impl HoleKind {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Fitting {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A check of one number.
type Check<'a> = &'a mut dyn FnMut(&Bounds, &str, f64);

impl Mount {
    pub(super) fn check(&self, check: Check) {
        check(&FACE, "diameter_mm", self.diameter_mm);
        check(&DEEP, "below_inside_mm", self.below_inside_mm);
        check(&Bounds::new(0.0, self.diameter_mm, "mm, inside the face"), "hole_square_mm", self.hole_square_mm);
        check(&HOLE, "hole_mm", self.hole_mm);
        let deep = Bounds::new(0.0, self.below_inside_mm, "mm, less than below_inside_mm");
        check(&deep, "hole_depth_mm", self.hole_depth_mm);
        check(&FILLET, "fillet_mm", self.fillet_mm);
        if self.face == Face::LaminationAnchor {
            check(&Bounds::new(self.hole_mm, self.diameter_mm, "mm, inside the face"), "recess_mm", self.recess_mm);
            let deep = Bounds::new(0.5, self.below_inside_mm, "mm, less than below_inside_mm");
            check(&deep, "recess_depth_mm", self.recess_depth_mm);
        }
    }
}

impl Align {
    pub(super) fn check(&self, check: Check) {
        check(&TILT, "flexion_deg", self.flexion_deg);
        check(&TILT, "adduction_deg", self.adduction_deg);
        check(&OFFSET, "anterior_mm", self.anterior_mm);
        check(&OFFSET, "lateral_mm", self.lateral_mm);
        check(&TURN, "rotation_deg", self.rotation_deg);
        if self.line_depth_mm != 0.0 {
            check(&LINE, "line_depth_mm", self.line_depth_mm);
        }
    }
}

impl Port {
    pub(super) fn check(&self, check: Check) {
        check(&BORE, "bore_mm", self.bore_mm);
        check(&AROUND, "around_deg", self.around_deg);
        check(&ABOVE, "above_distal_end_mm", self.above_distal_end_mm);
        match self.fitting {
            Fitting::Plain => {}
            Fitting::Thread => {
                check(&PITCH, "pitch_mm", self.pitch_mm);
                check(&TAP, "tap_depth_mm", self.tap_depth_mm);
            }
            Fitting::Barb => check(&TUBE, "tube_mm", self.tube_mm),
        }
        if self.filter_mm != 0.0 {
            check(&FILTER, "filter_mm", self.filter_mm);
            check(&Bounds::new(self.bore_mm, FILTER.high, "mm, wider than the bore"), "filter_mm", self.filter_mm);
            check(&FILTER_DEEP, "filter_depth_mm", self.filter_depth_mm);
        }
    }

    pub(super) fn contradictions(&self, path: &str, found: &mut Vec<Violation>) {
        if self.fitting == Fitting::Barb && self.channel == Channel::Distal {
            let what = "a barb below the mounting face";
            found.push(Violation::new(format!("{path}.fitting"), what, "give channel = \"side\", or another fitting"));
        }
    }
}

impl PinLock {
    pub(super) fn check(&self, check: Check) {
        check(&POCKET, "body_mm", self.body_mm);
        check(&POCKET_DEEP, "depth_mm", self.depth_mm);
        for (name, bore) in [("pin_bore_mm", self.pin_bore_mm), ("release_mm", self.release_mm)] {
            if bore != 0.0 {
                let inside = Bounds::new(BORE.low, BORE.high.min(self.body_mm - 1.0), "mm, less than the lock's body");
                check(&inside, name, bore);
            }
        }
        check(&AROUND, "around_deg", self.around_deg);
    }
}

impl Lanyard {
    pub(super) fn check(&self, check: Check) {
        check(&SLOT, "width_mm", self.width_mm);
        check(&SLOT, "height_mm", self.height_mm);
        check(&AROUND, "around_deg", self.around_deg);
        check(&ABOVE, "above_distal_end_mm", self.above_distal_end_mm);
    }
}

impl Valve {
    pub(super) fn check(&self, check: Check) {
        check(&BOSS, "seat_mm", self.seat_mm);
        check(&BOSS_OUT, "out_mm", self.out_mm);
        check(&BORE, "bore_mm", self.bore_mm);
        check(&AROUND, "around_deg", self.around_deg);
        check(&ABOVE, "above_distal_end_mm", self.above_distal_end_mm);
        if self.pitch_mm != 0.0 {
            check(&PITCH, "pitch_mm", self.pitch_mm);
            check(&TAP, "tap_depth_mm", self.tap_depth_mm);
        }
    }
}

impl SleeveShelf {
    pub(super) fn check(&self, check: Check) {
        check(&SHELF_OUT, "out_mm", self.out_mm);
        check(&SHELF_HEIGHT, "height_mm", self.height_mm);
    }
}
