//! The cast and modelling technique as steps: from the limb's shape to the socket, edited, saved and replayed as data.
//!
//! Places are said as a prosthetist says them, for either side: `around_deg` from anterior towards **lateral** (90 is
//! lateral, 180 posterior, 270 medial), `below_mm` from the level that heights are counted from down, or by a landmark. Lengths of a
//! rectification are signed as the glossary has it: negative reduces the socket (load), positive relieves it.

mod along;
mod brim;
mod limits;
mod mount;
mod named;
mod wall;

use along::{NAME_LENGTH, count, rising, stations};
pub use along::{Station, TrimPoint, interpolate, thickness_at};
pub use brim::{BrimShape, EdgeStation, FlareStation, Window, in_order};
pub use wall::{Frame, Region, Rib};

pub use crate::concept::SocketConcept;
use crate::document::{self, Bounds, Problem, Violation};
pub use crate::landmark::Landmark;
use crate::limb::AmputationLevel;
use crate::sock::SockPly;
use crate::thigh::{Contain, Flatten, Proportion, ReduceByHeight, SealRing};
pub use crate::workshop::{BuildUp, CheckSocket, CustomLiner, Sheet};
pub use mount::{Align, Channel, Face, Fitting, HoleKind, Lanyard, Mount, PinLock, Port, SleeveShelf, Valve, WallSide};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

const STEPS: RangeInclusive<usize> = 1..=100;
const MOST_SOCKS: usize = 10;

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
    /// A brim by name: stands for its steps, a trim line among them.
    Brim {
        /// Which.
        shape: BrimShape,
    },
    /// The trim line: a smooth closed curve through points.
    Trim {
        /// The points, in their order along the line, once around the limb towards lateral. Where angles rise from one
        /// to the next there is one height at every angle; a line that turns back has several.
        line: Vec<TrimPoint>,
    },
    /// The brim turned outwards.
    Flare {
        /// Outwards at the trim line, mm.
        out_mm: f64,
        /// Height below the trim line over which it begins, mm.
        height_mm: f64,
        /// By angle, instead of one figure for all around.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_place: Vec<FlareStation>,
    },
    /// The brim's edge rolled outwards.
    RolledEdge {
        /// Radius of the roll outside, mm; inside it is greater by the wall.
        radius_mm: f64,
        /// By angle, instead of one radius for all around.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_place: Vec<EdgeStation>,
    },
    /// A hole in the wall, or in the frame where there is one.
    Window(Window),
    /// A rigid frame around a flexible inner socket: two solids.
    Frame(Frame),
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
        /// Places that are thicker or thinner; only the outside moves.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        regions: Vec<Region>,
        /// Ribs outside.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ribs: Vec<Rib>,
    },
    /// The bore the vacuum is drawn through.
    Port(Port),
    /// The mounting face at the distal end, square to the limb's axis where no alignment is given.
    Mount(Mount),
    /// How the mounting face stands to the limb's axis.
    Align(Align),
    /// The pocket of a pin's lock.
    PinLock(PinLock),
    /// A slot for a lanyard.
    Lanyard(Lanyard),
    /// A seat for a one-way valve.
    Valve(Valve),
    /// Where the sleeve ends.
    SleeveShelf(SleeveShelf),
    /// The positive model to carve or drape over: no part of the socket.
    BuildUp(BuildUp),
    /// A thermoformed check socket over it.
    CheckSocket(CheckSocket),
    /// A custom liner, as a shape to order.
    CustomLiner(CustomLiner),
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

    /// The steps, with those of a brim by name in its place.
    pub fn steps_in_full(&self) -> Vec<Step> {
        let of = |step: &Step| match step {
            Step::Brim { shape } => shape.steps(),
            _ => vec![step.clone()],
        };
        self.steps.iter().flat_map(of).collect()
    }

    /// The names of the steps that press the limb at a chosen place.
    pub fn loads(&self) -> impl Iterator<Item = String> {
        self.steps_in_full().into_iter().filter_map(|step| match step {
            Step::Rectify { name, depth_mm, .. } if depth_mm < 0.0 => Some(name),
            Step::Flatten(flatten) => Some(flatten.name),
            Step::Contain(contain) => Some(contain.name),
            _ => None,
        })
    }

    /// Steps that name a landmark which a limb of this level does not have.
    pub fn strangers(&self, path: &str, level: AmputationLevel, found: &mut Vec<Violation>) {
        let steps = if path.is_empty() { "step".to_string() } else { format!("{path}.step") };
        for (index, step) in self.steps.iter().enumerate() {
            match step {
                Step::Rectify { at, .. } => at.belongs(level, found, format!("{steps}[{index}].at")),
                Step::Brim { shape } if level != shape.level() => {
                    let right = "give its trim line by points";
                    let what = "a brim of another level of amputation";
                    found.push(Violation::new(format!("{steps}[{index}].shape"), what, right));
                }
                Step::Wall { regions, .. } => {
                    for (row, landmark) in regions.iter().enumerate().filter_map(|(row, at)| Some((row, at.at?))) {
                        landmark.belongs(level, found, format!("{steps}[{index}].regions[{row}].at"));
                    }
                }
                _ => {}
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
        self.mounted(&field("step"), found);
        let full = self.steps_in_full();
        Self::air_tight(&full, &field("step"), found);
        let kinds: [Kind; 22] = [
            ("liner", |step| matches!(step, Step::Liner { .. }), false),
            ("distal_cup", |step| matches!(step, Step::DistalCup { .. }), false),
            ("brim", |step| matches!(step, Step::Brim { .. }), false),
            ("trim", |step| matches!(step, Step::Trim { .. }), true),
            ("proportion", |step| matches!(step, Step::Proportion(_)), false),
            ("contain", |step| matches!(step, Step::Contain(_)), false),
            ("seal_ring", |step| matches!(step, Step::SealRing(_)), false),
            ("rolled_edge", |step| matches!(step, Step::RolledEdge { .. }), false),
            ("frame", |step| matches!(step, Step::Frame(_)), false),
            ("flare", |step| matches!(step, Step::Flare { .. }), false),
            ("seal_land", |step| matches!(step, Step::SealLand { .. }), false),
            ("wall", |step| matches!(step, Step::Wall { .. }), true),
            ("port", |step| matches!(step, Step::Port(_)), false),
            ("mount", |step| matches!(step, Step::Mount(_)), false),
            ("align", |step| matches!(step, Step::Align(_)), false),
            ("pin_lock", |step| matches!(step, Step::PinLock(_)), false),
            ("lanyard", |step| matches!(step, Step::Lanyard(_)), false),
            ("valve", |step| matches!(step, Step::Valve(_)), false),
            ("sleeve_shelf", |step| matches!(step, Step::SleeveShelf(_)), false),
            ("build_up", |step| matches!(step, Step::BuildUp(_)), false),
            ("check_socket", |step| matches!(step, Step::CheckSocket(_)), false),
            ("custom_liner", |step| matches!(step, Step::CustomLiner(_)), false),
        ];
        for (kind, is, needed) in kinds {
            // A brim by name brings its own trim line: its steps count with the others.
            let counted = if kind == "brim" { self.steps.as_slice() } else { &full };
            match counted.iter().filter(|step| is(step)).count() {
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

    /// Steps that need a mounting face, and steps that take the same place.
    fn mounted(&self, path: &str, found: &mut Vec<Violation>) {
        let mount = self.steps.iter().any(|step| matches!(step, Step::Mount(_)));
        let lock = self.steps.iter().any(|step| matches!(step, Step::PinLock(_)));
        for (index, step) in self.steps.iter().enumerate() {
            let (what, right) = match step {
                Step::Align(_) if !mount => ("an alignment without a mounting face", "add a step do = \"mount\""),
                Step::PinLock(_) if !mount => ("a lock without a mounting face", "add a step do = \"mount\""),
                Step::Port(port) if lock && port.channel == Channel::Distal => {
                    ("a port in the place of the pin's lock", "give channel = \"side\", or take one of them out")
                }
                _ => continue,
            };
            found.push(Violation::new(format!("{path}[{index}]"), what, right));
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
                brim::points(found, &at("line"), line);
                brim::once_around(found, &at("line"), line);
            }
            Self::Brim { .. } => {}
            Self::Flare { out_mm, height_mm, by_place } => {
                check(&limits::FLARE, "out_mm", *out_mm);
                check(&limits::BAND, "height_mm", *height_mm);
                brim::flare_stations(found, &at("by_place"), by_place);
            }
            Self::RolledEdge { radius_mm, by_place } => {
                check(&limits::ROLL, "radius_mm", *radius_mm);
                brim::edge_stations(found, &at("by_place"), by_place);
            }
            Self::Window(window) => window.violations(path, found),
            Self::Frame(frame) => frame.violations(path, found),
            Self::SealLand { height_mm } => check(&limits::BAND, "height_mm", *height_mm),
            Self::Wall { thickness, minimum_mm, regions, ribs } => {
                check(&limits::WALL, "minimum_mm", *minimum_mm);
                stations(found, &at("thickness"), thickness, &limits::WALL);
                if let Some(index) = thickness.iter().position(|station| station.thickness_mm < *minimum_mm) {
                    let what = format!("thinner than minimum_mm = {minimum_mm}");
                    let field = at(&format!("thickness[{index}].thickness_mm"));
                    found.push(Violation::new(field, what, "thicken it, or lower the minimum"));
                }
                wall::regions(found, &at("regions"), regions, *minimum_mm);
                wall::ribs(found, &at("ribs"), ribs);
            }
            Self::Port(port) => {
                port.check(&mut check);
                port.contradictions(path, found);
            }
            Self::Mount(mount) => mount.check(&mut check),
            Self::Align(align) => align.check(&mut check),
            Self::PinLock(lock) => lock.check(&mut check),
            Self::Lanyard(slot) => slot.check(&mut check),
            Self::Valve(valve) => valve.check(&mut check),
            Self::SleeveShelf(shelf) => shelf.check(&mut check),
            Self::BuildUp(step) => step.violations(path, found),
            Self::CheckSocket(step) => step.violations(path, found),
            Self::CustomLiner(step) => step.violations(path, found),
        }
    }
}
