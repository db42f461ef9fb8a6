//! The parts of a scan, numbered, where which of them is the limb is asked or was said: what each looks like, how large
//! it is, and its outline from two sides for a picture.

use geometry::clean::{Looks, Outlined, PartsView};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};

/// The parts of a scan that are large enough to be looked at, the largest by area first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScanParts {
    /// The number of the part that was taken for the limb; none where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<usize>,
    /// Each of them.
    pub parts: Vec<ScanPart>,
    /// Their outlines, mm in the scan's axes.
    #[serde(skip)]
    pub view: PartsView,
}

/// A part of a scan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScanPart {
    /// Its number, from 1.
    pub number: usize,
    /// What it looks like, in words.
    pub looks: Said,
    /// Whether it is shaped like a limb.
    pub may_be_the_limb: bool,
    /// Length along its own axis, mm.
    pub length_mm: f64,
    /// Least and greatest circumference, mm; zeros where no section of it closes.
    pub circumference_mm: [f64; 2],
    /// Volume with every opening closed, mL.
    pub volume_ml: f64,
}

impl ScanParts {
    /// What is told of parts that were seen.
    pub fn of(view: PartsView, taken: Option<usize>) -> Self {
        Self { taken, parts: view.parts.iter().map(ScanPart::of).collect(), view }
    }
}

impl ScanPart {
    fn of(seen: &Outlined) -> Self {
        let part = &seen.candidate;
        let looks = Wording::new(match part.looks {
            Looks::Limb => "scan_part-limb",
            Looks::Flat => "scan_part-flat",
            _ => "scan_part-other",
        });
        // Tenths: nobody chooses a part by less.
        let tenths = |value: f64| (value * 10.0).round() / 10.0;
        Self {
            number: part.number,
            looks: looks.into(),
            may_be_the_limb: part.looks == Looks::Limb,
            length_mm: tenths(part.length),
            circumference_mm: part.girth.map(tenths),
            volume_ml: tenths(part.volume.abs() / 1e3),
        }
    }

    /// Looks, length, circumferences and volume, in a line.
    pub fn line(&self) -> Said {
        let figure = |value: f64| Arg::Figure(format!("{value:.0}"));
        let [least, most] = self.circumference_mm;
        let id = if most > 0.0 { "scan_part-line" } else { "scan_part-line_open" };
        let line = Wording::new(id).with("looks", self.looks.clone()).with("length", figure(self.length_mm));
        let line = line.with("volume", figure(self.volume_ml));
        let line = if most > 0.0 { line.with("least", figure(least)).with("most", figure(most)) } else { line };
        line.into()
    }
}
