//! The residual limb and what a tape measures on it.
//!
//! Heights are measured *below the reference level*: the mid-patellar tendon for a transtibial limb, the ischial
//! tuberosity for a transfemoral one. Between two circumferences the limb is taken as a conical frustum, below the
//! last one as half an ellipsoid of revolution that ends at the distal end.

use crate::document::{Bounds, Violation};
pub use crate::level::AmputationLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;
use std::ops::RangeInclusive;

const LENGTH: Bounds = Bounds::new(50.0, 500.0, "mm");
const HEIGHT: Bounds = Bounds::new(0.0, 500.0, "mm below the reference level");
const GIRTH: Bounds = Bounds::new(80.0, 900.0, "mm");
const FLUCTUATION: Bounds = Bounds::new(0.0, 80.0, "mm of circumference");
/// Minutes from doffing to a measurement.
pub(crate) const MINUTES: Bounds = Bounds::new(0.0, 1_440.0, "minutes since doffing");
/// Months from the amputation to the measurements.
pub(crate) const MONTHS: Bounds = Bounds::new(0.0, 1_440.0, "months");
const DATE_LENGTH: usize = 10;
const ROWS: RangeInclusive<usize> = 3..=100;

/// The patient's side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
}

impl Side {
    /// "left".
    pub const fn label(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Limb shape (ISO 8548-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum LimbShape {
    Conical,
    Cylindrical,
    Bulbous,
}

/// Soft tissue amount (ISO 8548-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SoftTissueAmount {
    Insufficient,
    Sufficient,
    Excessive,
}

/// Soft tissue consistency (ISO 8548-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TissueConsistency {
    Normal,
    Flabby,
    Indurated,
}

/// How far bone stands out under the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum BonyProminence {
    None,
    Moderate,
    Prominent,
}

/// Scars on the limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Scars {
    None,
    Sound,
    /// Adherent, invaginated or badly placed.
    Difficult,
}

/// One tape measurement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Circumference {
    /// Distance below the reference level (mid-patellar tendon or ischial tuberosity), mm.
    #[schemars(range(min = HEIGHT.low, max = HEIGHT.high))]
    pub below_reference_mm: f64,
    /// Circumference of the limb there, mm.
    #[schemars(range(min = GIRTH.low, max = GIRTH.high))]
    pub circumference_mm: f64,
}

/// The residual limb as a prosthetist describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResidualLimb {
    /// Amputation level.
    pub amputation_level: AmputationLevel,
    /// The patient's side.
    pub side: Side,
    /// Reference level (mid-patellar tendon or ischial tuberosity) to distal end, mm.
    #[schemars(range(min = LENGTH.low, max = LENGTH.high))]
    pub limb_length_mm: f64,
    /// Tape measurements from proximal to distal, at least three.
    #[schemars(length(min = *ROWS.start(), max = *ROWS.end()))]
    pub circumferences: Vec<Circumference>,
    /// Shape.
    pub shape: LimbShape,
    /// Soft tissue amount.
    pub soft_tissue: SoftTissueAmount,
    /// Soft tissue consistency.
    pub tissue_consistency: TissueConsistency,
    /// Bony prominence.
    pub bony_prominence: BonyProminence,
    /// Scars.
    pub scars: Scars,
    /// How much the circumference changes over a day, mm.
    #[schemars(range(min = FLUCTUATION.low, max = FLUCTUATION.high))]
    pub daily_fluctuation_mm: f64,
    /// Months from the amputation, or from the last operation on the limb, to these measurements: a limb matures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = MONTHS.low, max = MONTHS.high))]
    pub months_since_amputation: Option<f64>,
    /// The date of the tape measurements, e.g. 2026-11-20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = DATE_LENGTH))]
    pub measured_on: Option<String>,
    /// Minutes from doffing to the tape measurements: a limb swells after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = MINUTES.low, max = MINUTES.high))]
    pub minutes_since_doffing: Option<f64>,
    /// What a scan measured: it goes before what follows from the tape. Not part of a case file.
    #[serde(skip)]
    pub scanned: Option<Scanned>,
}

/// What a scan says of the whole limb, more exactly than circles through a tape's circumferences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scanned {
    /// Volume below the reference level, mL.
    pub volume_ml: f64,
    /// Skin below the reference level, cm².
    pub skin_area_cm2: f64,
}

impl ResidualLimb {
    /// Circumference at a distance below the reference level, mm: linear between measurements, the last one's
    /// dome below it. `None` outside the measured part.
    pub fn circumference_at(&self, below_reference_mm: f64) -> Option<f64> {
        let first = self.circumferences.first()?;
        let last = self.circumferences.last()?;
        if below_reference_mm < first.below_reference_mm || below_reference_mm > self.limb_length_mm {
            return None;
        }
        if below_reference_mm > last.below_reference_mm {
            let dome = self.limb_length_mm - last.below_reference_mm;
            let depth = (below_reference_mm - last.below_reference_mm) / dome;
            return Some(last.circumference_mm * (1.0 - depth * depth).max(0.0).sqrt());
        }
        let mut pairs = self.circumferences.iter().zip(self.circumferences.iter().skip(1));
        pairs.find(|(_, b)| below_reference_mm <= b.below_reference_mm).map(|(a, b)| {
            let share = (below_reference_mm - a.below_reference_mm) / (b.below_reference_mm - a.below_reference_mm);
            a.circumference_mm + share * (b.circumference_mm - a.circumference_mm)
        })
    }

    /// Circumference this far above the distal end, mm (the liner rule takes 40 mm).
    pub fn circumference_above_distal_end(&self, above_mm: f64) -> Option<f64> {
        self.circumference_at(self.limb_length_mm - above_mm)
    }

    /// Volume from the first measurement to the distal end, mL: frusta and half an ellipsoid.
    pub fn volume_ml(&self) -> f64 {
        if let Some(scanned) = &self.scanned {
            return scanned.volume_ml;
        }
        let frusta: f64 = self.frusta().map(|(h, r1, r2)| PI * h / 3.0 * (r1 * r1 + r1 * r2 + r2 * r2)).sum();
        let (height, radius) = self.dome();
        (frusta + 2.0 / 3.0 * PI * radius * radius * height) / 1_000.0
    }

    /// Skin area from the first measurement to the distal end, cm².
    pub fn skin_area_cm2(&self) -> f64 {
        if let Some(scanned) = &self.scanned {
            return scanned.skin_area_cm2;
        }
        let frusta: f64 = self.frusta().map(|(h, r1, r2)| PI * (r1 + r2) * h.hypot(r1 - r2)).sum();
        let (height, radius) = self.dome();
        (frusta + half_spheroid_area(radius, height)) / 100.0
    }

    /// Cross-section at the first measurement, where the socket's load and vacuum act, cm².
    pub fn proximal_section_cm2(&self) -> f64 {
        let c = self.circumferences.first().map_or(0.0, |first| first.circumference_mm);
        c * c / (4.0 * PI) / 100.0
    }

    /// Cross-section at the last measurement, above the limb's end, cm².
    pub fn distal_section_cm2(&self) -> f64 {
        let c = self.circumferences.last().map_or(0.0, |last| last.circumference_mm);
        c * c / (4.0 * PI) / 100.0
    }

    /// Length of the measured part, first measurement to distal end, mm.
    pub fn measured_length_mm(&self) -> f64 {
        self.limb_length_mm - self.circumferences.first().map_or(0.0, |first| first.below_reference_mm)
    }

    /// Mean inclination of the wall to the limb's axis, as a tangent: radius lost per length between the first
    /// and the last measurement.
    pub fn taper(&self) -> f64 {
        match (self.circumferences.first(), self.circumferences.last()) {
            (Some(a), Some(b)) if b.below_reference_mm > a.below_reference_mm => {
                (a.circumference_mm - b.circumference_mm) / (2.0 * PI) / (b.below_reference_mm - a.below_reference_mm)
            }
            _ => 0.0,
        }
    }

    /// (height, upper radius, lower radius) of each frustum, mm.
    fn frusta(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        self.circumferences.iter().zip(self.circumferences.iter().skip(1)).map(|(a, b)| {
            let height = b.below_reference_mm - a.below_reference_mm;
            (height, a.circumference_mm / (2.0 * PI), b.circumference_mm / (2.0 * PI))
        })
    }

    /// (height, radius) of the distal dome, mm.
    fn dome(&self) -> (f64, f64) {
        self.circumferences.last().map_or((0.0, 0.0), |last| {
            (self.limb_length_mm - last.below_reference_mm, last.circumference_mm / (2.0 * PI))
        })
    }

    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let at = |field: &str| format!("{path}.{field}");
        LENGTH.check(found, at("limb_length_mm"), self.limb_length_mm);
        FLUCTUATION.check(found, at("daily_fluctuation_mm"), self.daily_fluctuation_mm);
        self.months_since_amputation.iter().for_each(|m| MONTHS.check(found, at("months_since_amputation"), *m));
        date(found, at("measured_on"), self.measured_on.as_deref());
        self.minutes_since_doffing.iter().for_each(|m| MINUTES.check(found, at("minutes_since_doffing"), *m));
        if !ROWS.contains(&self.circumferences.len()) {
            found.push(Violation::new(
                at("circumferences"),
                format!("{} measurements", self.circumferences.len()),
                format!("give {} to {} rows, from proximal to distal", ROWS.start(), ROWS.end()),
            ));
            // A table this wrong would only bury its own message under one for every row.
            return;
        }
        for (index, row) in self.circumferences.iter().enumerate() {
            let field = |name: &str| format!("{path}.circumferences[{index}].{name}");
            HEIGHT.check(found, field("below_reference_mm"), row.below_reference_mm);
            GIRTH.check(found, field("circumference_mm"), row.circumference_mm);
            let before = index.checked_sub(1).and_then(|before| self.circumferences.get(before));
            if let Some(before) = before.map(|before| before.below_reference_mm)
                && row.below_reference_mm <= before
            {
                found.push(Violation::new(
                    field("below_reference_mm"),
                    format!("out of order: the row before lies {before} mm below the reference level"),
                    "sort the rows from proximal to distal, each height once",
                ));
            }
        }
        if let Some(last) = self.circumferences.last()
            && HEIGHT.hold(last.below_reference_mm)
            && last.below_reference_mm >= self.limb_length_mm
        {
            found.push(Violation::new(
                format!("{path}.circumferences[{}].below_reference_mm", self.circumferences.len() - 1),
                format!("this is not above the distal end at {} mm", self.limb_length_mm),
                "measure above the distal end, or correct limb_length_mm",
            ));
        }
    }
}

/// A day of the calendar, year first.
pub(crate) fn date(found: &mut Vec<Violation>, field: String, text: Option<&str>) {
    let Some(text) = text else { return };
    let number = |part: Option<&str>, digits: usize| -> Option<u32> {
        part.filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let mut parts = text.splitn(3, '-');
    let read = [(); 3].map(|()| parts.next());
    let days = |year: u32, month: u32| match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let sound = match (number(read[0], 4), number(read[1], 2), number(read[2], 2)) {
        (Some(year), Some(month), Some(day)) => {
            year >= 1900 && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day)
        }
        _ => false,
    };
    if !sound {
        found.push(Violation::new(field, "no day of the calendar", "give year, month and day, e.g. \"2026-11-20\""));
    }
}

/// Area of half a spheroid of equatorial radius `a` and height `c`.
fn half_spheroid_area(a: f64, c: f64) -> f64 {
    if a == 0.0 || c == 0.0 {
        return PI * a * a;
    }
    let ratio = c / a;
    if (ratio - 1.0).abs() < 1e-6 {
        return 2.0 * PI * a * a;
    }
    if ratio < 1.0 {
        let e = (1.0 - ratio * ratio).sqrt();
        PI * a * a * (1.0 + ratio * ratio / e * ((1.0 + e) / ratio).ln())
    } else {
        let e = (1.0 - 1.0 / (ratio * ratio)).sqrt();
        PI * a * a * (1.0 + ratio / e * e.asin())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn limb(length: f64, rows: &[(f64, f64)]) -> ResidualLimb {
        ResidualLimb {
            amputation_level: AmputationLevel::Transtibial,
            side: Side::Left,
            limb_length_mm: length,
            circumferences: rows
                .iter()
                .map(|&(below_reference_mm, circumference_mm)| Circumference { below_reference_mm, circumference_mm })
                .collect(),
            shape: LimbShape::Conical,
            soft_tissue: SoftTissueAmount::Sufficient,
            tissue_consistency: TissueConsistency::Normal,
            bony_prominence: BonyProminence::None,
            scars: Scars::None,
            daily_fluctuation_mm: 10.0,
            months_since_amputation: None,
            measured_on: None,
            minutes_since_doffing: None,
            scanned: None,
        }
    }

    #[test]
    fn a_cylinder_with_a_hemisphere_is_exact() {
        let (r, h) = (50.0, 100.0);
        let c = 2.0 * PI * r;
        let limb = limb(h + r, &[(0.0, c), (50.0, c), (100.0, c)]);
        assert!((limb.volume_ml() - (PI * r * r * h + 2.0 / 3.0 * PI * r.powi(3)) / 1e3).abs() < 1e-9);
        assert!((limb.skin_area_cm2() - (2.0 * PI * r * h + 2.0 * PI * r * r) / 1e2).abs() < 1e-6);
        assert!((limb.proximal_section_cm2() - PI * r * r / 1e2).abs() < 1e-9);
        assert!(limb.taper().abs() < 1e-12);
    }

    #[test]
    fn the_mean_openlimb_shape_from_tape_alone_is_within_three_percent_of_its_mesh() {
        // Circumferences, volume (1,025 mL) and skin area (470 cm²) of the mean limb below the plateau, measured
        // on the published mesh: OpenLimbTT v2025-04.
        let rows = [349.0, 333.0, 322.0, 313.0, 304.0, 292.0, 267.0, 199.0];
        let rows: Vec<_> = rows.iter().enumerate().map(|(i, c)| (20.0 * i as f64, *c)).collect();
        let limb = limb(153.0, &rows);
        assert!((limb.volume_ml() / 1_025.0 - 1.0).abs() < 0.03, "{} mL", limb.volume_ml());
        assert!((limb.skin_area_cm2() / 470.0 - 1.0).abs() < 0.03, "{} cm2", limb.skin_area_cm2());
    }

    #[test]
    fn nothing_is_extrapolated() {
        let limb = limb(150.0, &[(20.0, 330.0), (60.0, 310.0), (120.0, 260.0)]);
        assert_eq!(limb.circumference_at(10.0), None);
        assert_eq!(limb.circumference_at(151.0), None);
        assert_eq!(limb.circumference_at(40.0), Some(320.0));
        assert_eq!(limb.circumference_above_distal_end(40.0), limb.circumference_at(110.0));
    }

    #[test]
    fn the_dome_area_joins_the_sphere_from_both_sides() {
        let sphere = 2.0 * PI * 40.0 * 40.0;
        assert!((half_spheroid_area(40.0, 39.99) - sphere).abs() < 5.0);
        assert!((half_spheroid_area(40.0, 40.01) - sphere).abs() < 5.0);
        assert!((half_spheroid_area(40.0, 1e-9) - PI * 1_600.0).abs() < 1.0);
    }

    #[test]
    fn one_wrong_row_is_one_violation() {
        let found = |limb: ResidualLimb| {
            let mut found = vec![];
            limb.violations("limb", &mut found);
            found.into_iter().map(|violation| violation.field).collect::<Vec<_>>()
        };
        let good = [(0.0, 340.0), (60.0, 310.0), (120.0, 260.0)];
        assert!(found(limb(150.0, &good)).is_empty());
        assert_eq!(found(limb(150.0, &good[..2])), ["limb.circumferences"]);
        let unordered = limb(150.0, &[good[1], good[0], good[2]]);
        assert_eq!(found(unordered), ["limb.circumferences[1].below_reference_mm"]);
        for absurd in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            let fields = found(limb(150.0, &[good[0], good[1], (120.0, absurd)]));
            assert_eq!(fields, ["limb.circumferences[2].circumference_mm"], "{absurd}");
        }
        assert_eq!(found(limb(110.0, &good)), ["limb.circumferences[2].below_reference_mm"]);
        let too_deep = limb(150.0, &[good[0], good[1], (f64::INFINITY, 260.0)]);
        assert_eq!(found(too_deep), ["limb.circumferences[2].below_reference_mm"]);
    }

    proptest! {
        #[test]
        fn volume_grows_with_every_circumference(
            c in prop::collection::vec(200.0f64..400.0, 3..12), at in 0usize..12, more in 1.0f64..50.0
        ) {
            let rows: Vec<_> = c.iter().enumerate().map(|(i, c)| (20.0 * i as f64, *c)).collect();
            let length = 20.0 * rows.len() as f64 + 10.0;
            let mut larger = rows.clone();
            larger[at % rows.len()].1 += more;
            prop_assert!(limb(length, &larger).volume_ml() > limb(length, &rows).volume_ml());
        }
    }
}
