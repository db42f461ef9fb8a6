//! A scan that a case names: the file, its unit, and what the prosthetist knows of it that the file does not say.

use crate::document::{Bounds, Violation};
use crate::limb::{AmputationLevel, MINUTES, Side, date};
use crate::technique::{Landmark, ScannedOver};
use crate::text_line::{REASON_LENGTH, line_of_text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const COORDINATE: Bounds = Bounds::new(-10_000.0, 10_000.0, "mm, as the scan's file has it");
const LONGEST_NAME: usize = 500;
const DATE_LENGTH: usize = 10;
const WELD_LENGTH: usize = 12;

/// A landmark placed on the scan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacedLandmark {
    /// Which.
    pub name: Landmark,
    /// Where, mm, in the axes of the scan's file.
    pub at: [f64; 3],
}

/// Which of the two a limb is measured by where tape and scan disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GoesBy {
    /// The scan.
    Scan,
    /// The tape.
    Tape,
}

/// How a shape was taken. A cast under pressure or vacuum is compressed already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TakenBy {
    /// The limb itself was scanned, unloaded.
    Scan,
    /// A plaster wrap by hand, then scanned or measured.
    Wrap,
    /// A cast under pressure, of air or water.
    PressureCast,
    /// A cast under vacuum.
    VacuumCast,
}

impl TakenBy {
    /// Whether the tissue was compressed as in a socket while the shape was taken.
    pub const fn compresses(self) -> bool {
        matches!(self, Self::PressureCast | Self::VacuumCast)
    }
}

/// Which vertices of a scan become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeldBy {
    /// Those of seams, within a tenth of the median edge.
    MedianEdge,
    /// Those this near to each other, mm.
    Within(f64),
}

/// Vertices further apart than this are no seam's, mm: half of what a limb's scan is spaced at (our choice).
pub const WIDEST_WELD_MM: f64 = 1.0;

impl WeldBy {
    /// `auto`, or a distance in mm; nothing for anything else.
    pub fn named(text: &str) -> Option<Self> {
        let within = text.parse::<f64>().ok().filter(|mm| (0.0..=WIDEST_WELD_MM).contains(mm)).map(Self::Within);
        if text == "auto" { Some(Self::MedianEdge) } else { within }
    }
}

/// A scan of the limb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimbScan {
    /// The file (STL, OBJ, PLY, GLB, 3MF or AOP), relative to the case file.
    #[schemars(length(min = 1, max = LONGEST_NAME))]
    pub file: String,
    /// An earlier scan of the same limb, to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = LONGEST_NAME))]
    pub earlier: Option<String>,
    /// The unit of both files, where they do not say it: mm, cm, m, in or openlimb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["mm", "cm", "m", "in", "openlimb", null]))]
    pub unit: Option<String>,
    /// What the scanner saw; not said is taken as skin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<ScannedOver>,
    /// How the shape was taken: a cast under pressure or vacuum must not be reduced again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<TakenBy>,
    /// The side of the limb that was scanned, as whoever scanned it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// The date of the scan, e.g. 2026-11-20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = DATE_LENGTH))]
    pub scanned_on: Option<String>,
    /// Minutes from doffing to the scan: a limb swells after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = MINUTES.low, max = MINUTES.high))]
    pub minutes_since_doffing: Option<f64>,
    /// Which one goes where tape and scan disagree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_by: Option<GoesBy>,
    /// Why it goes: printed wherever its numbers are used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = REASON_LENGTH))]
    pub goes_by_reason: Option<String>,
    /// The part of the scan that is the limb, where it has several: 1 is the largest by area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1000))]
    pub part: Option<u32>,
    /// The box that is kept of the scan, in the axes of the file, mm: least and greatest x, y, z.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_box: Option<[f64; 6]>,
    /// A plane that cuts the scan, in the axes of the file, mm: a point, and the direction to what is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_plane: Option<[f64; 6]>,
    /// Which vertices are welded to one: `auto` for those of seams, by the median edge, or a distance in mm, e.g. `0.2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = WELD_LENGTH))]
    pub weld: Option<String>,
    /// Towards the hip, in the axes of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proximal: Option<[f64; 3]>,
    /// To the front, in the axes of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anterior: Option<[f64; 3]>,
    /// Landmarks placed on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub landmarks: Vec<PlacedLandmark>,
}

impl LimbScan {
    pub(crate) fn violations(&self, path: &str, level: AmputationLevel, found: &mut Vec<Violation>) {
        let field = |name: &str| format!("{path}.{name}");
        date(found, field("scanned_on"), self.scanned_on.as_deref());
        if let Some(minutes) = self.minutes_since_doffing {
            MINUTES.check(found, field("minutes_since_doffing"), minutes);
        }
        match (&self.goes_by, &self.goes_by_reason) {
            (Some(_), None) => {
                let right = "say who decided it and why: it is printed";
                found.push(Violation::new(field("goes_by"), "no reason is given", right));
            }
            (None, Some(_)) => {
                let right = "say which one goes: the scan or the tape";
                found.push(Violation::new(field("goes_by_reason"), "a reason for nothing", right));
            }
            (Some(_), Some(reason)) => line_of_text(found, &field("goes_by_reason"), reason, REASON_LENGTH),
            (None, None) => {}
        }
        for (name, text) in [("file", Some(&self.file)), ("earlier", self.earlier.as_ref())] {
            if let Some(text) = text
                && (text.is_empty() || text.chars().count() > LONGEST_NAME || text.chars().any(char::is_control))
            {
                found.push(Violation::new(field(name), "no usable file name", "name a scan, e.g. \"limb.stl\""));
            }
        }
        for (name, axis) in [("proximal", self.proximal), ("anterior", self.anterior)] {
            if let Some(axis) = axis {
                axis.iter().for_each(|number| COORDINATE.check(found, field(name), *number));
                if axis == [0.0; 3] {
                    found.push(Violation::new(field(name), "no direction", "give one, e.g. [0, 0, 1]"));
                }
            }
        }
        if self.part.is_some_and(|part| !(1..=1000).contains(&part)) {
            found.push(Violation::new(field("part"), "no number of a part", "give 1 for the largest, 2 for the next"));
        }
        for (name, numbers) in [("keep_box", self.keep_box), ("cut_plane", self.cut_plane)] {
            numbers.iter().flatten().for_each(|number| COORDINATE.check(found, field(name), *number));
        }
        if self.keep_box.is_some_and(|[x0, x1, y0, y1, z0, z1]| x0 >= x1 || y0 >= y1 || z0 >= z1) {
            let right = "give the least before the greatest, e.g. [-80, 80, -80, 80, -250, 20]";
            found.push(Violation::new(field("keep_box"), "an empty box", right));
        }
        if self.cut_plane.is_some_and(|plane| plane[3..] == [0.0; 3]) {
            let right = "give a point and a direction, e.g. [0, 0, -150, 0, 0, -1]";
            found.push(Violation::new(field("cut_plane"), "no direction", right));
        }
        if self.weld.as_deref().is_some_and(|text| text.len() > WELD_LENGTH || WeldBy::named(text).is_none()) {
            let right = format!("give auto, or 0 to {WIDEST_WELD_MM} mm");
            found.push(Violation::new(field("weld"), "no distance that vertices are welded within", right));
        }
        for (index, landmark) in self.landmarks.iter().enumerate() {
            let at = field(&format!("landmarks[{index}]"));
            landmark.name.belongs(level, found, format!("{at}.name"));
            landmark.at.iter().for_each(|number| COORDINATE.check(found, format!("{at}.at"), *number));
            if self.landmarks.iter().take(index).any(|before| before.name == landmark.name) {
                let what = format!("the {} is placed twice", landmark.name.label());
                found.push(Violation::new(format!("{at}.name"), what, "place it once"));
            }
        }
    }
}
