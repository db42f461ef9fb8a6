//! The cast and modelling technique as steps: from the limb's shape to the socket, edited, saved and replayed as data.
//!
//! Places are said as a prosthetist says them, for either side: `around_deg` from anterior towards **lateral** (90 is
//! lateral, 180 posterior, 270 medial), `below_mm` from the level that heights are counted from down, or by a landmark. Lengths of a
//! rectification are signed as the glossary has it: negative reduces the socket (load), positive relieves it.

pub use crate::concept::SocketConcept;
use crate::document::{self, Bounds, Problem, Violation};
pub use crate::landmark::Landmark;
use crate::limb::AmputationLevel;
use crate::sock::SockPly;
use crate::thigh::{Contain, Flatten, Proportion, ReduceByHeight, SealRing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

const STEPS: RangeInclusive<usize> = 1..=100;
const STATIONS: RangeInclusive<usize> = 1..=50;
const TRIM_POINTS: RangeInclusive<usize> = 3..=72;
const MOST_SOCKS: usize = 10;
const NAME_LENGTH: usize = 100;

/// Units and limits of each number: beyond them is a slip of the pen, not a socket.
mod limits {
    use crate::document::Bounds;
    pub const AROUND: Bounds = Bounds::new(0.0, 360.0, "degrees from anterior towards lateral");
    pub const BELOW: Bounds = Bounds::new(-250.0, 400.0, "mm below the level that heights are counted from");
    pub const ABOVE: Bounds = Bounds::new(0.0, 500.0, "mm above the distal end");
    pub const LINER: Bounds = Bounds::new(0.0, 25.0, "mm");
    pub const SHEATH: Bounds = Bounds::new(0.0, 5.0, "mm");
    pub const PERCENT: Bounds = Bounds::new(-5.0, 12.0, "% of circumference");
    pub const CIRCUMFERENCE: Bounds = Bounds::new(100.0, 900.0, "mm");
    pub const DEPTH: Bounds = Bounds::new(-15.0, 15.0, "mm; negative reduces, positive relieves");
    pub const HALF_SIZE: Bounds = Bounds::new(5.0, 200.0, "mm");
    pub const CUP: Bounds = Bounds::new(0.0, 40.0, "mm");
    pub const BLEND: Bounds = Bounds::new(5.0, 150.0, "mm");
    pub const FLARE: Bounds = Bounds::new(0.0, 15.0, "mm");
    pub const BAND: Bounds = Bounds::new(5.0, 120.0, "mm");
    pub const WALL: Bounds = Bounds::new(2.0, 20.0, "mm");
    pub const BORE: Bounds = Bounds::new(1.0, 20.0, "mm");
    pub const FACE: Bounds = Bounds::new(30.0, 100.0, "mm");
    pub const HOLE: Bounds = Bounds::new(3.0, 12.0, "mm");
    pub const DEEP: Bounds = Bounds::new(5.0, 80.0, "mm");
}

/// What the scan or the tape went around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScannedOver {
    /// The bare skin (or a film on it).
    #[default]
    Skin,
    /// The liner that will be worn: its thickness is in the shape already.
    Liner,
}

/// What a liner is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinerMaterial {
    /// Polyurethane.
    Polyurethane,
    /// Silicone.
    Silicone,
    /// Thermoplastic elastomer (gel).
    Tpe,
}

/// A thickness at a height; between heights it runs linearly, beyond the last it stays.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Station {
    /// Height above the limb's distal end, mm.
    #[schemars(range(min = limits::ABOVE.low, max = limits::ABOVE.high))]
    pub above_distal_end_mm: f64,
    /// Thickness there, mm.
    #[schemars(range(min = 0.0, max = limits::LINER.high))]
    pub thickness_mm: f64,
}

/// A reduction for limbs of a circumference; between circumferences it runs linearly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReductionRow {
    /// Circumference over liner and socks, mm.
    #[schemars(range(min = limits::CIRCUMFERENCE.low, max = limits::CIRCUMFERENCE.high))]
    pub circumference_mm: f64,
    /// Reduction, % of that circumference.
    #[schemars(range(min = limits::PERCENT.low, max = limits::PERCENT.high))]
    pub percent: f64,
}

/// One point of the trim line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrimPoint {
    /// Around the limb from anterior towards lateral, degrees.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub around_deg: f64,
    /// Below the level that heights are counted from (mid-patellar tendon or ischial tuberosity), mm; negative is above it.
    #[schemars(range(min = limits::BELOW.low, max = limits::BELOW.high))]
    pub below_mm: f64,
}

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
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The liner worn between skin and socket.
    Liner {
        /// What it is made of.
        material: LinerMaterial,
        /// Its thickness by height.
        thickness: Vec<Station>,
    },
    /// A sheath or nylon over skin or liner.
    Sheath {
        /// Its thickness, mm.
        thickness_mm: f64,
    },
    /// Socks worn from the first day.
    Socks {
        /// One entry a sock.
        plies: Vec<SockPly>,
    },
    /// The global reduction: every section shrinks around its centre by this part of its circumference.
    Reduce {
        /// Reduction at the shaft, % of circumference.
        percent: f64,
        /// By circumference, instead of one figure for all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_circumference: Vec<ReductionRow>,
    },
    /// A reduction by height along the limb, each with the spread that it is known to.
    ReduceByHeight(ReduceByHeight),
    /// Mediolateral and anteroposterior control: sections take a proportion and keep their circumference.
    Proportion(Proportion),
    /// A wall flattened on one side, such as the lateral one along the femur.
    Flatten(Flatten),
    /// An ischial containment brim: one side is carried on above the scan, leaning inwards.
    Contain(Contain),
    /// A band inside without a hollow, on which a liner's sealing ring seals.
    SealRing(SealRing),
    /// A local change with a smooth edge, deepest in its middle.
    Rectify {
        /// What it is called.
        name: String,
        /// The landmark it is tied to.
        at: Landmark,
        /// Moved from the landmark around the limb towards lateral, degrees.
        #[serde(default)]
        around_deg: f64,
        /// Moved down from the landmark, mm.
        #[serde(default)]
        below_mm: f64,
        /// Depth along the surface's normal, mm: negative reduces, positive relieves.
        depth_mm: f64,
        /// Half its size along the limb, mm.
        half_length_mm: f64,
        /// Half its size around the limb, mm.
        half_width_mm: f64,
    },
    /// Room below the limb's end: for an end pad, a valve's or pump's dead space, or a lock.
    DistalCup {
        /// The end is moved down by this, mm.
        deeper_mm: f64,
        /// Height above the distal end over which this fades out, mm.
        blend_mm: f64,
    },
    /// The trim line: a smooth closed curve through points.
    Trim {
        /// The points.
        line: Vec<TrimPoint>,
    },
    /// The brim turned outwards.
    Flare {
        /// Outwards at the trim line, mm.
        out_mm: f64,
        /// Height below the trim line over which it begins, mm.
        height_mm: f64,
    },
    /// A band outside without a hollow, on which a sleeve seals.
    SealLand {
        /// Height of the band below the lowest point of the trim line, mm.
        height_mm: f64,
    },
    /// The wall.
    Wall {
        /// Thickness by height.
        thickness: Vec<Station>,
        /// Nowhere less than this, mm.
        minimum_mm: f64,
    },
    /// The bore the vacuum is drawn through.
    Port {
        /// Where.
        channel: Channel,
        /// Diameter, mm.
        bore_mm: f64,
        /// Of a side channel: around the limb from anterior towards lateral, degrees.
        #[serde(default)]
        around_deg: f64,
        /// Of a side channel: above the limb's distal end, mm.
        #[serde(default)]
        above_distal_end_mm: f64,
    },
    /// The mounting face at the distal end, square to the limb's axis.
    Mount {
        /// Which.
        face: Face,
        /// Diameter of the face, mm.
        diameter_mm: f64,
        /// From the socket's inside at its end to the face, mm.
        below_inside_mm: f64,
        /// Side of the square the four holes stand on, mm.
        hole_square_mm: f64,
        /// Diameter of the holes, mm.
        hole_mm: f64,
        /// Depth of the holes, mm; less than the block is high, so that they open no leak.
        hole_depth_mm: f64,
    },
}

/// A technique: the steps in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Concord technique")]
pub struct Technique {
    /// What it is called.
    #[schemars(length(min = 1, max = NAME_LENGTH))]
    pub name: String,
    /// Where its figures come from, for people.
    #[serde(default)]
    pub about: String,
    /// The steps.
    #[serde(rename = "step")]
    #[schemars(length(min = *STEPS.start(), max = *STEPS.end()))]
    pub steps: Vec<Step>,
}

/// A kind of step, how it is known, and whether a socket needs one.
type Kind = (&'static str, fn(&Step) -> bool, bool);

impl Technique {
    /// Reads and checks a technique.
    ///
    /// # Errors
    /// Every fault found, each with line, field, value and what would be right.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        Self::parse_for(text, None)
    }

    /// The same for a limb of this level: a step that names a landmark it does not have is a fault.
    ///
    /// # Errors
    /// As [`Technique::parse`].
    pub fn parse_for(text: &str, level: Option<AmputationLevel>) -> Result<Self, Vec<Problem>> {
        document::read(text, |technique: &Self| {
            let mut found = vec![];
            technique.violations("", &mut found);
            if let Some(level) = level {
                technique.strangers("", level, &mut found);
            }
            found
        })
    }

    /// How a socket made so on a limb of this level carries load: one that presses on chosen places is specific weight bearing,
    /// and above the knee one of ischial containment, whatever it is called.
    pub fn concept(&self, level: AmputationLevel) -> SocketConcept {
        match (level, self.loads().next().is_some()) {
            (AmputationLevel::Transtibial, false) => SocketConcept::TotalSurfaceBearing,
            (AmputationLevel::Transtibial, true) => SocketConcept::PatellarTendonBearing,
            (AmputationLevel::Transfemoral, false) => SocketConcept::SubIschial,
            (AmputationLevel::Transfemoral, true) => SocketConcept::IschialContainment,
        }
    }

    /// The names of the steps that press the limb at a chosen place.
    pub fn loads(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| match step {
            Step::Rectify { name, depth_mm, .. } if *depth_mm < 0.0 => Some(name.as_str()),
            Step::Flatten(flatten) => Some(flatten.name.as_str()),
            Step::Contain(contain) => Some(contain.name.as_str()),
            _ => None,
        })
    }

    /// Steps that name a landmark which a limb of this level does not have.
    pub fn strangers(&self, path: &str, level: AmputationLevel, found: &mut Vec<Violation>) {
        let steps = if path.is_empty() { "step".to_string() } else { format!("{path}.step") };
        for (index, step) in self.steps.iter().enumerate() {
            if let Step::Rectify { at, .. } = step {
                at.belongs(level, found, format!("{steps}[{index}].at"));
            }
            if matches!(step, Step::Contain(_)) && level != AmputationLevel::Transfemoral {
                let what = format!("a {} limb has no ramus to contain", level.label());
                let right = "take this step out, or correct the amputation level";
                found.push(Violation::new(format!("{steps}[{index}].do"), what, right));
            }
        }
    }

    /// Everything wrong with its meaning.
    pub fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let field = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
        if self.name.is_empty() || self.name.chars().count() > NAME_LENGTH {
            found.push(Violation::new(field("name"), "no usable name", format!("give 1 to {NAME_LENGTH} characters")));
        }
        count(found, field("step"), self.steps.len(), STEPS, "steps");
        for (index, step) in self.steps.iter().enumerate() {
            step.violations(&format!("{}[{index}]", field("step")), found);
        }
        let kinds: [Kind; 11] = [
            ("liner", |step| matches!(step, Step::Liner { .. }), false),
            ("distal_cup", |step| matches!(step, Step::DistalCup { .. }), false),
            ("trim", |step| matches!(step, Step::Trim { .. }), true),
            ("proportion", |step| matches!(step, Step::Proportion(_)), false),
            ("contain", |step| matches!(step, Step::Contain(_)), false),
            ("seal_ring", |step| matches!(step, Step::SealRing(_)), false),
            ("flare", |step| matches!(step, Step::Flare { .. }), false),
            ("seal_land", |step| matches!(step, Step::SealLand { .. }), false),
            ("wall", |step| matches!(step, Step::Wall { .. }), true),
            ("port", |step| matches!(step, Step::Port { .. }), false),
            ("mount", |step| matches!(step, Step::Mount { .. }), false),
        ];
        for (kind, is, needed) in kinds {
            match self.steps.iter().filter(|step| is(step)).count() {
                0 if needed => {
                    found.push(Violation::new(field("step"), format!("no step do = \"{kind}\""), "a socket needs one"));
                }
                0 | 1 => {}
                times => {
                    let what = format!("{times} steps do = \"{kind}\"");
                    found.push(Violation::new(
                        field("step"),
                        what,
                        "give one at most: which of them counts is not said",
                    ));
                }
            }
        }
    }
}

impl Step {
    fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let at = |name: &str| format!("{path}.{name}");
        let mut check = |bounds: &Bounds, name: &str, value: f64| bounds.check(found, at(name), value);
        match self {
            Self::Liner { thickness, .. } => stations(found, &at("thickness"), thickness, &limits::LINER),
            Self::Sheath { thickness_mm } => check(&limits::SHEATH, "thickness_mm", *thickness_mm),
            Self::Socks { plies } => {
                if plies.len() > MOST_SOCKS {
                    let what = format!("{} socks", plies.len());
                    found.push(Violation::new(at("plies"), what, format!("give at most {MOST_SOCKS}")));
                }
            }
            Self::Reduce { percent, by_circumference } => {
                check(&limits::PERCENT, "percent", *percent);
                for (index, row) in by_circumference.iter().enumerate() {
                    let name = |name: &str| format!("by_circumference[{index}].{name}");
                    check(&limits::CIRCUMFERENCE, &name("circumference_mm"), row.circumference_mm);
                    check(&limits::PERCENT, &name("percent"), row.percent);
                }
                rising(found, &at("by_circumference"), by_circumference.iter().map(|row| row.circumference_mm));
            }
            Self::ReduceByHeight(step) => step.violations(path, found),
            Self::Proportion(step) => step.violations(path, found),
            Self::Flatten(step) => step.violations(path, found),
            Self::Contain(step) => step.violations(path, found),
            Self::SealRing(step) => step.violations(path, found),
            Self::Rectify { around_deg, below_mm, depth_mm, half_length_mm, half_width_mm, .. } => {
                check(&Bounds::new(-180.0, 180.0, "degrees towards lateral"), "around_deg", *around_deg);
                check(&limits::BELOW, "below_mm", *below_mm);
                check(&limits::DEPTH, "depth_mm", *depth_mm);
                check(&limits::HALF_SIZE, "half_length_mm", *half_length_mm);
                check(&limits::HALF_SIZE, "half_width_mm", *half_width_mm);
            }
            Self::DistalCup { deeper_mm, blend_mm } => {
                check(&limits::CUP, "deeper_mm", *deeper_mm);
                check(&limits::BLEND, "blend_mm", *blend_mm);
            }
            Self::Trim { line } => {
                for (index, point) in line.iter().enumerate() {
                    check(&limits::AROUND, &format!("line[{index}].around_deg"), point.around_deg);
                    check(&limits::BELOW, &format!("line[{index}].below_mm"), point.below_mm);
                }
                count(found, at("line"), line.len(), TRIM_POINTS, "points");
                rising(found, &at("line"), line.iter().map(|point| point.around_deg));
                if let (Some(first), Some(last)) = (line.first(), line.last())
                    && last.around_deg - first.around_deg >= 360.0
                {
                    let what = "the last point is the first again";
                    found.push(Violation::new(at("line"), what, "leave it out: the line closes by itself"));
                }
            }
            Self::Flare { out_mm, height_mm } => {
                check(&limits::FLARE, "out_mm", *out_mm);
                check(&limits::BAND, "height_mm", *height_mm);
            }
            Self::SealLand { height_mm } => check(&limits::BAND, "height_mm", *height_mm),
            Self::Wall { thickness, minimum_mm } => {
                check(&limits::WALL, "minimum_mm", *minimum_mm);
                stations(found, &at("thickness"), thickness, &limits::WALL);
                if let Some(index) = thickness.iter().position(|station| station.thickness_mm < *minimum_mm) {
                    let what = format!("thinner than minimum_mm = {minimum_mm}");
                    let field = at(&format!("thickness[{index}].thickness_mm"));
                    found.push(Violation::new(field, what, "thicken it, or lower the minimum"));
                }
            }
            Self::Port { bore_mm, around_deg, above_distal_end_mm, .. } => {
                check(&limits::BORE, "bore_mm", *bore_mm);
                check(&limits::AROUND, "around_deg", *around_deg);
                check(&limits::ABOVE, "above_distal_end_mm", *above_distal_end_mm);
            }
            Self::Mount { diameter_mm, below_inside_mm, hole_square_mm, hole_mm, hole_depth_mm, .. } => {
                check(&limits::FACE, "diameter_mm", *diameter_mm);
                check(&limits::DEEP, "below_inside_mm", *below_inside_mm);
                check(&Bounds::new(0.0, *diameter_mm, "mm, inside the face"), "hole_square_mm", *hole_square_mm);
                check(&limits::HOLE, "hole_mm", *hole_mm);
                check(
                    &Bounds::new(0.0, *below_inside_mm, "mm, less than below_inside_mm"),
                    "hole_depth_mm",
                    *hole_depth_mm,
                );
            }
        }
    }
}

fn count(found: &mut Vec<Violation>, field: String, number: usize, allowed: RangeInclusive<usize>, of: &str) {
    if !allowed.contains(&number) {
        let expected = format!("give {} to {}", allowed.start(), allowed.end());
        found.push(Violation::new(field, format!("{number} {of}"), expected));
    }
}

fn stations(found: &mut Vec<Violation>, path: &str, stations: &[Station], bounds: &Bounds) {
    count(found, path.to_string(), stations.len(), STATIONS, "heights");
    for (index, station) in stations.iter().enumerate() {
        limits::ABOVE.check(found, format!("{path}[{index}].above_distal_end_mm"), station.above_distal_end_mm);
        bounds.check(found, format!("{path}[{index}].thickness_mm"), station.thickness_mm);
    }
    rising(found, path, stations.iter().map(|station| station.above_distal_end_mm));
}

fn rising(found: &mut Vec<Violation>, path: &str, values: impl Iterator<Item = f64>) {
    let values: Vec<f64> = values.collect();
    let mut pairs = values.iter().zip(values.iter().skip(1)).enumerate();
    if let Some((index, (before, value))) = pairs.find(|(_, (before, value))| value <= before) {
        let what = format!("{value} does not follow {before}");
        found.push(Violation::new(format!("{path}[{}]", index + 1), what, "list them in rising order"));
    }
}

/// The thickness at a height above the distal end, mm.
pub fn thickness_at(stations: &[Station], above_distal_end_mm: f64) -> f64 {
    let along = stations.iter().map(|station| (station.above_distal_end_mm, station.thickness_mm));
    interpolate(along, above_distal_end_mm)
}

/// Linear between points of rising place, the first and last value beyond them; 0 without points.
pub fn interpolate(points: impl Iterator<Item = (f64, f64)>, at: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for (place, value) in points {
        match before {
            None if at <= place => return value,
            Some((from, start)) if at <= place => return start + (value - start) * (at - from) / (place - from),
            _ => before = Some((place, value)),
        }
    }
    before.map_or(0.0, |(_, value)| value)
}
