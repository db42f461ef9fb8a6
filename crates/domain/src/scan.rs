//! A scan that a case names: the file, its unit, and what the prosthetist knows of it that the file does not say.

use crate::document::{Bounds, Violation};
use crate::technique::{Landmark, ScannedOver};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const COORDINATE: Bounds = Bounds::new(-10_000.0, 10_000.0, "mm, as the scan's file has it");
const LONGEST_NAME: usize = 500;

/// A landmark placed on the scan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacedLandmark {
    /// Which.
    pub name: Landmark,
    /// Where, mm, in the axes of the scan's file.
    pub at: [f64; 3],
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
    /// What the scanner saw.
    #[serde(default)]
    pub over: ScannedOver,
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
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let field = |name: &str| format!("{path}.{name}");
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
        for (index, landmark) in self.landmarks.iter().enumerate() {
            let at = field(&format!("landmarks[{index}]"));
            landmark.at.iter().for_each(|number| COORDINATE.check(found, format!("{at}.at"), *number));
            if self.landmarks[..index].iter().any(|before| before.name == landmark.name) {
                let what = format!("the {} is placed twice", landmark.name.label());
                found.push(Violation::new(format!("{at}.name"), what, "place it once"));
            }
        }
    }
}
