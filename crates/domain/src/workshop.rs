//! What a workshop makes beside the socket itself: the model to carve or drape over, a thermoformed check socket, a custom
//! liner. Steps of a technique, so that they are kept and done again with it.

use crate::document::{Bounds, Violation};
use crate::limb::date;
use crate::text_line::line_of_text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const JOB_LENGTH: usize = 16;
const MAKER_LENGTH: usize = 60;
const EXTENSION: Bounds = Bounds::new(0.0, 150.0, "mm");
const WIDE: Bounds = Bounds::new(20.0, 120.0, "mm");
const COLLAR: Bounds = Bounds::new(20.0, 200.0, "mm");
const GROOVE: Bounds = Bounds::new(0.0, 10.0, "mm");
const MANDREL: Bounds = Bounds::new(0.0, 60.0, "mm");
const BORE: Bounds = Bounds::new(0.0, 400.0, "mm");
const SHEET: Bounds = Bounds::new(4.0, 25.0, "mm");
const UNDERSIZE: Bounds = Bounds::new(0.0, 15.0, "% of circumference");

/// The job that a socket is made under: it stands in every file and, with the side, in relief on the part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// The workshop's number: letters, digits, space and - . / _
    #[schemars(length(min = 1, max = JOB_LENGTH))]
    pub number: String,
    /// The date of the making, e.g. 2026-11-20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 10))]
    pub date: Option<String>,
}

impl Job {
    /// Everything wrong with it.
    pub fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let known = |c: char| c.is_ascii_alphanumeric() || " -./_".contains(c);
        let number = &self.number;
        if number.trim().is_empty() || number.len() > JOB_LENGTH || !number.chars().all(known) {
            let expected =
                format!("give 1 to {JOB_LENGTH} of A to Z, 0 to 9, space and - . / _: it is raised on the part");
            found.push(Violation::new(format!("{path}.number"), format!("no usable job number {number:?}"), expected));
        }
        date(found, format!("{path}.date"), self.date.as_deref());
    }
}

/// The positive model to carve, laminate or drape over.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BuildUp {
    /// The stub below the distal end, for the attachment, mm; 0 for none.
    pub extension_mm: f64,
    /// Its diameter, mm.
    pub extension_diameter_mm: f64,
    /// The collar's flat above the highest point of the trim line, mm.
    pub collar_mm: f64,
    /// Depth of the groove that a sheet or bag is tied into, mm; 0 for none.
    pub groove_mm: f64,
    /// Diameter of the mandrel's bore, mm; 0 for none.
    pub mandrel_mm: f64,
    /// Depth of that bore, mm.
    pub mandrel_depth_mm: f64,
}

/// A sheet material of thermoformed check sockets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// Glycol-modified polyethylene terephthalate: clear and stiff.
    Petg,
    /// Polypropylene.
    Polypropylene,
    /// Soft, clear ethylene-vinyl acetate or ionomer.
    Flexible,
}

/// A check socket that is thermoformed over the model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckSocket {
    /// Of which sheet.
    pub sheet: Sheet,
    /// The sheet's thickness before, mm.
    pub sheet_mm: f64,
    /// No wall thinner than this is wanted after, mm.
    pub minimum_mm: f64,
}

/// A custom liner, ordered by its shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomLiner {
    /// How much tighter than the skin its maker wants the inside, % of circumference; 0 where the maker reduces it himself.
    pub undersize_percent: f64,
    /// Who said so: printed on the order.
    pub undersize_from: String,
}

impl BuildUp {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let mut check = |bounds: &Bounds, name: &str, value: f64| bounds.check(found, format!("{path}.{name}"), value);
        check(&EXTENSION, "extension_mm", self.extension_mm);
        check(&WIDE, "extension_diameter_mm", self.extension_diameter_mm);
        check(&COLLAR, "collar_mm", self.collar_mm);
        check(&GROOVE, "groove_mm", self.groove_mm);
        check(&MANDREL, "mandrel_mm", self.mandrel_mm);
        check(&BORE, "mandrel_depth_mm", self.mandrel_depth_mm);
    }
}

impl CheckSocket {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        SHEET.check(found, format!("{path}.sheet_mm"), self.sheet_mm);
        let least = Bounds::new(1.0, self.sheet_mm, "mm, less than the sheet");
        least.check(found, format!("{path}.minimum_mm"), self.minimum_mm);
    }
}

impl CustomLiner {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        UNDERSIZE.check(found, format!("{path}.undersize_percent"), self.undersize_percent);
        line_of_text(found, &format!("{path}.undersize_from"), &self.undersize_from, MAKER_LENGTH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(number: &str, date: Option<&str>) -> usize {
        let mut found = vec![];
        Job { number: number.into(), date: date.map(Into::into) }.violations("job", &mut found);
        found.len()
    }

    #[test]
    fn a_job_number_is_what_can_be_raised_on_a_part() {
        assert_eq!(wrong("2026-0417/B", Some("2026-11-20")), 0);
        for bad in ["", " ", "Müller", "12345678901234567", "a\nb"] {
            assert_eq!(wrong(bad, None), 1, "{bad:?}");
        }
        assert_eq!(wrong("1", Some("2026-02-30")), 1);
    }
}
