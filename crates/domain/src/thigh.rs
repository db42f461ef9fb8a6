//! Steps of a technique that sockets above the knee need: what a thigh's soft, round shape does not do by itself.
//!
//! Heights and angles as everywhere in a technique: below the level that heights are counted from, and from anterior towards
//! lateral.

use crate::document::{Bounds, Violation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

const ROWS: RangeInclusive<usize> = 1..=50;
const NAME_LENGTH: usize = 100;

/// Units and limits: beyond them is a slip of the pen, not a socket.
mod limits {
    use crate::document::Bounds;
    pub const SHARE: Bounds =
        Bounds::new(-0.5, 1.0, "of the limb's length below the level that heights are counted from");
    pub const PERCENT: Bounds = Bounds::new(-5.0, 12.0, "% of circumference");
    pub const SPREAD: Bounds = Bounds::new(0.0, 10.0, "% of circumference");
    pub const BELOW: Bounds = Bounds::new(-250.0, 400.0, "mm below the level that heights are counted from");
    pub const ML_OVER_AP: Bounds = Bounds::new(0.6, 1.7, "mediolateral over anteroposterior width");
    pub const BLEND: Bounds = Bounds::new(5.0, 150.0, "mm");
    pub const AROUND: Bounds = Bounds::new(0.0, 360.0, "degrees from anterior towards lateral");
    pub const DEPTH: Bounds = Bounds::new(0.0, 15.0, "mm");
    pub const ABOVE_THE_SCAN: Bounds = Bounds::new(0.0, 60.0, "mm above the last section of the scan that is closed");
    pub const LEAN: Bounds = Bounds::new(-20.0, 35.0, "degrees inwards");
    pub const ABOVE: Bounds = Bounds::new(0.0, 500.0, "mm above the distal end");
    pub const BAND: Bounds = Bounds::new(5.0, 120.0, "mm");
}

/// A reduction at a height.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeightRow {
    /// Share of the limb's length below the level that heights are counted from: 0 there, 1 at the distal end.
    #[schemars(range(min = limits::SHARE.low, max = limits::SHARE.high))]
    pub share_of_length: f64,
    /// Reduction, % of the circumference there.
    #[schemars(range(min = limits::PERCENT.low, max = limits::PERCENT.high))]
    pub percent: f64,
    /// How far persons or makers differ from it, % of the circumference (one standard deviation).
    #[schemars(range(min = limits::SPREAD.low, max = limits::SPREAD.high))]
    pub spread_percent: f64,
}

/// Every section shrinks around its centre, by height.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReduceByHeight {
    /// By height, from proximal to distal; between heights it runs linearly, beyond the first and last it stays.
    #[schemars(length(min = *ROWS.start(), max = *ROWS.end()))]
    pub rows: Vec<HeightRow>,
    /// Key of the source of the figures.
    pub source: String,
}

/// The proportion of a section at a height.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProportionRow {
    /// Below the level that heights are counted from, mm.
    #[schemars(range(min = limits::BELOW.low, max = limits::BELOW.high))]
    pub below_mm: f64,
    /// Mediolateral over anteroposterior width: below 1 narrow from side to side.
    #[schemars(range(min = limits::ML_OVER_AP.low, max = limits::ML_OVER_AP.high))]
    pub ml_over_ap: f64,
}

/// Sections between the first and the last height take a proportion; the circumference of each stays what it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proportion {
    /// By height, from proximal to distal; between heights it runs linearly.
    #[schemars(length(min = *ROWS.start(), max = *ROWS.end()))]
    pub rows: Vec<ProportionRow>,
    /// Beyond the first and the last height it fades out over this, mm.
    #[schemars(range(min = limits::BLEND.low, max = limits::BLEND.high))]
    pub blend_mm: f64,
}

/// What stands furthest out on one side is moved in to a plane, without an edge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flatten {
    /// What it is called.
    pub name: String,
    /// The side: from anterior towards lateral, degrees.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub around_deg: f64,
    /// Inwards where the section stands furthest out, mm.
    #[schemars(range(min = limits::DEPTH.low, max = limits::DEPTH.high))]
    pub depth_mm: f64,
    /// From this height, mm below the level that heights are counted from, ...
    #[schemars(range(min = limits::BELOW.low, max = limits::BELOW.high))]
    pub from_below_mm: f64,
    /// ... to this one.
    #[schemars(range(min = limits::BELOW.low, max = limits::BELOW.high))]
    pub to_below_mm: f64,
    /// It fades out over this beyond both, mm.
    #[schemars(range(min = limits::BLEND.low, max = limits::BLEND.high))]
    pub blend_mm: f64,
}

/// The brim carried on above what a scanner can see all around, over part of the way around, leaning inwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contain {
    /// What it is called.
    pub name: String,
    /// From here, degrees from anterior towards lateral, ...
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub from_deg: f64,
    /// ... to here.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub to_deg: f64,
    /// At most so far above the last section of the scan that is closed, mm.
    #[schemars(range(min = limits::ABOVE_THE_SCAN.low, max = limits::ABOVE_THE_SCAN.high))]
    pub above_the_scan_mm: f64,
    /// Inclination of the wall there towards the middle, degrees.
    #[schemars(range(min = limits::LEAN.low, max = limits::LEAN.high))]
    pub lean_deg: f64,
}

/// A band inside on which a liner's sealing ring lies: sections are filled to their convex outline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealRing {
    /// Its lower edge above the limb's distal end, mm.
    #[schemars(range(min = limits::ABOVE.low, max = limits::ABOVE.high))]
    pub above_distal_end_mm: f64,
    /// How high it is, mm.
    #[schemars(range(min = limits::BAND.low, max = limits::BAND.high))]
    pub height_mm: f64,
}

impl ReduceByHeight {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        for (index, row) in self.rows.iter().enumerate() {
            let at = |name: &str| format!("{path}.rows[{index}].{name}");
            limits::SHARE.check(found, at("share_of_length"), row.share_of_length);
            limits::PERCENT.check(found, at("percent"), row.percent);
            limits::SPREAD.check(found, at("spread_percent"), row.spread_percent);
        }
        rising(found, path, self.rows.iter().map(|row| row.share_of_length));
        name(found, format!("{path}.source"), &self.source);
    }
}

impl Proportion {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        for (index, row) in self.rows.iter().enumerate() {
            limits::BELOW.check(found, format!("{path}.rows[{index}].below_mm"), row.below_mm);
            limits::ML_OVER_AP.check(found, format!("{path}.rows[{index}].ml_over_ap"), row.ml_over_ap);
        }
        rising(found, path, self.rows.iter().map(|row| row.below_mm));
        limits::BLEND.check(found, format!("{path}.blend_mm"), self.blend_mm);
    }
}

impl Flatten {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let mut check = |bounds: &Bounds, name: &str, value| bounds.check(found, format!("{path}.{name}"), value);
        check(&limits::AROUND, "around_deg", self.around_deg);
        check(&limits::DEPTH, "depth_mm", self.depth_mm);
        check(&limits::BELOW, "from_below_mm", self.from_below_mm);
        check(&limits::BELOW, "to_below_mm", self.to_below_mm);
        check(&limits::BLEND, "blend_mm", self.blend_mm);
        name(found, format!("{path}.name"), &self.name);
        if self.to_below_mm <= self.from_below_mm {
            let what = format!("not below from_below_mm = {}", self.from_below_mm);
            found.push(Violation::new(format!("{path}.to_below_mm"), what, "give the lower height here"));
        }
    }
}

impl Contain {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let mut check = |bounds: &Bounds, name: &str, value| bounds.check(found, format!("{path}.{name}"), value);
        check(&limits::AROUND, "from_deg", self.from_deg);
        check(&limits::AROUND, "to_deg", self.to_deg);
        check(&limits::ABOVE_THE_SCAN, "above_the_scan_mm", self.above_the_scan_mm);
        check(&limits::LEAN, "lean_deg", self.lean_deg);
        name(found, format!("{path}.name"), &self.name);
        if self.to_deg <= self.from_deg || self.to_deg - self.from_deg > 180.0 {
            let what = format!("from {} to {} degrees", self.from_deg, self.to_deg);
            let right = "give a rising pair, at most half way around";
            found.push(Violation::new(format!("{path}.to_deg"), what, right));
        }
    }
}

impl SealRing {
    pub(crate) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        limits::ABOVE.check(found, format!("{path}.above_distal_end_mm"), self.above_distal_end_mm);
        limits::BAND.check(found, format!("{path}.height_mm"), self.height_mm);
    }
}

fn name(found: &mut Vec<Violation>, field: String, text: &str) {
    if text.is_empty() || text.chars().count() > NAME_LENGTH {
        found.push(Violation::new(field, "no usable name", format!("give 1 to {NAME_LENGTH} characters")));
    }
}

/// Rows in rising order, and not too many.
fn rising(found: &mut Vec<Violation>, path: &str, places: impl Iterator<Item = f64>) {
    let places: Vec<f64> = places.collect();
    if !ROWS.contains(&places.len()) {
        let right = format!("give {} to {}", ROWS.start(), ROWS.end());
        found.push(Violation::new(format!("{path}.rows"), format!("{} rows", places.len()), right));
    }
    let mut pairs = places.iter().zip(places.iter().skip(1)).enumerate();
    if let Some((index, (before, place))) = pairs.find(|(_, (before, place))| place <= before) {
        let what = format!("{place} does not follow {before}");
        found.push(Violation::new(format!("{path}.rows[{}]", index + 1), what, "list them in rising order"));
    }
}

#[cfg(test)]
mod tests {
    use crate::limb::AmputationLevel;
    use crate::technique::{SocketConcept, Technique};

    const BARE: &str = "name = \"a\"\n[[step]]\ndo = \"trim\"\nline = [{ around_deg = 0, below_mm = 20 }, \
                        { around_deg = 120, below_mm = 20 }, { around_deg = 240, below_mm = 20 }]\n[[step]]\n\
                        do = \"wall\"\nminimum_mm = 4\nthickness = [{ above_distal_end_mm = 0, thickness_mm = 5 }]\n";

    fn with(step: &str) -> Result<Technique, Vec<String>> {
        Technique::parse_for(&format!("{BARE}[[step]]\n{step}"), Some(AmputationLevel::Transfemoral))
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn each_step_is_read_and_comes_back() {
        for (step, concept) in [
            (
                "do = \"reduce_by_height\"\nsource = \"concord_assumption\"\nrows = [{ share_of_length = 0, percent = 5, \
                 spread_percent = 2 }, { share_of_length = 1, percent = 1, spread_percent = 1 }]",
                SocketConcept::SubIschial,
            ),
            (
                "do = \"proportion\"\nblend_mm = 40\nrows = [{ below_mm = 10, ml_over_ap = 0.85 }]",
                SocketConcept::SubIschial,
            ),
            (
                "do = \"flatten\"\nname = \"wall\"\naround_deg = 90\ndepth_mm = 4\nfrom_below_mm = 0\n\
                 to_below_mm = 120\nblend_mm = 30",
                SocketConcept::IschialContainment,
            ),
            (
                "do = \"contain\"\nname = \"ramus\"\nfrom_deg = 210\nto_deg = 300\nabove_the_scan_mm = 30\nlean_deg = 12",
                SocketConcept::IschialContainment,
            ),
            ("do = \"seal_ring\"\nabove_distal_end_mm = 60\nheight_mm = 40", SocketConcept::SubIschial),
        ] {
            let read = with(step).unwrap_or_else(|problems| panic!("{step}: {problems:?}"));
            assert_eq!(read.concept(AmputationLevel::Transfemoral), concept, "{step}");
            let back = Technique::parse(&toml::to_string(&read).unwrap()).unwrap();
            assert_eq!(read, back);
        }
    }

    #[test]
    fn what_cannot_be_is_named_with_its_field() {
        for (step, field) in [
            ("do = \"proportion\"\nblend_mm = 40\nrows = [{ below_mm = 10, ml_over_ap = 3 }]", "rows[0].ml_over_ap"),
            ("do = \"proportion\"\nblend_mm = 40\nrows = []", "rows"),
            (
                "do = \"flatten\"\nname = \"\"\naround_deg = 90\ndepth_mm = 4\nfrom_below_mm = 100\nto_below_mm = 20\n\
                 blend_mm = 30",
                "to_below_mm",
            ),
            (
                "do = \"contain\"\nname = \"ramus\"\nfrom_deg = 300\nto_deg = 210\nabove_the_scan_mm = 30\nlean_deg = 12",
                "to_deg",
            ),
        ] {
            let found = with(step).unwrap_err();
            assert!(found.iter().any(|problem| problem.contains(field)), "{step}: {found:?}");
        }
    }

    #[test]
    fn a_shank_has_no_ramus_and_a_thigh_no_patellar_tendon() {
        let contain = format!(
            "{BARE}[[step]]\ndo = \"contain\"\nname = \"r\"\nfrom_deg = 210\nto_deg = 300\nabove_the_scan_mm = 3\nlean_deg = 9"
        );
        assert!(Technique::parse_for(&contain, Some(AmputationLevel::Transtibial)).is_err());
        assert!(
            with(
                "do = \"rectify\"\nname = \"bar\"\nat = \"mid_patellar_tendon\"\ndepth_mm = -4\n\
                      half_length_mm = 20\nhalf_width_mm = 20"
            )
            .is_err()
        );
    }
}
