//! The brim: brims by name, the trim line's order, windows, flare and rolled edge by place.

use super::{Bounds, Step, TRIM_POINTS, TrimPoint, Violation, count, limits, rising};
use crate::limb::AmputationLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Of a line that turns back, two points that follow each other are no further apart: which way round is else not said.
const MOST_STEP_DEG: f64 = 150.0;

/// A brim by name. Its trim line, loads and flare are steps in `data/socket/brims/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BrimShape {
    /// Below the condyles: ears at the sides, a low popliteal shelf with room for both hamstrings.
    PatellarTendon,
    /// Wings over the femoral condyles hold the socket on the limb.
    Supracondylar,
    /// The same, and the patella is enclosed.
    Suprapatellar,
}

/// The steps of a brim, as its file has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<Step>,
}

impl BrimShape {
    /// Every brim.
    pub const ALL: [Self; 3] = [Self::PatellarTendon, Self::Supracondylar, Self::Suprapatellar];

    /// Its name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PatellarTendon => "patellar_tendon",
            Self::Supracondylar => "supracondylar",
            Self::Suprapatellar => "suprapatellar",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::PatellarTendon => include_str!("../../../../data/socket/brims/patellar_tendon.toml"),
            Self::Supracondylar => include_str!("../../../../data/socket/brims/supracondylar.toml"),
            Self::Suprapatellar => include_str!("../../../../data/socket/brims/suprapatellar.toml"),
        }
    }

    /// The level of the limbs that it is for.
    pub const fn level(self) -> AmputationLevel {
        AmputationLevel::Transtibial
    }

    /// The steps it stands for. A test reads every file.
    pub fn steps(self) -> Vec<Step> {
        toml::from_str(self.text()).map(|file: File| file.step).unwrap_or_default()
    }
}

/// The flare at an angle; between angles it runs smoothly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlareStation {
    /// Around the limb from anterior towards lateral, degrees.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub around_deg: f64,
    /// Outwards at the trim line, mm.
    #[schemars(range(min = limits::FLARE.low, max = limits::FLARE.high))]
    pub out_mm: f64,
    /// Height below the trim line over which it begins, mm.
    #[schemars(range(min = limits::BAND.low, max = limits::BAND.high))]
    pub height_mm: f64,
}

/// The roll's radius at an angle; between angles it runs smoothly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EdgeStation {
    /// Around the limb from anterior towards lateral, degrees.
    #[schemars(range(min = limits::AROUND.low, max = limits::AROUND.high))]
    pub around_deg: f64,
    /// Radius of the roll outside, mm.
    #[schemars(range(min = limits::ROLL.low, max = limits::ROLL.high))]
    pub radius_mm: f64,
}

/// A hole in the wall: a rounded rectangle about a place, or a smooth closed curve through points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// What it is called.
    pub name: String,
    /// Its middle around the limb from anterior towards lateral, degrees.
    #[serde(default)]
    pub around_deg: f64,
    /// Its middle below the mid-patellar tendon level, mm.
    #[serde(default)]
    pub below_mm: f64,
    /// Half its size along the limb, mm.
    #[serde(default)]
    pub half_length_mm: f64,
    /// Half its size around the limb, mm.
    #[serde(default)]
    pub half_width_mm: f64,
    /// Points of its edge in their order, instead of middle and size.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub line: Vec<TrimPoint>,
    /// The wall around it is thicker by this at its edge, mm.
    #[serde(default)]
    pub edge_thicker_mm: f64,
    /// The thickening fades out over this, mm.
    #[serde(default)]
    pub edge_width_mm: f64,
}

impl Window {
    pub(super) fn violations(&self, path: &str, found: &mut Vec<Violation>) {
        let at = |name: &str| format!("{path}.{name}");
        limits::AROUND.check(found, at("around_deg"), self.around_deg);
        limits::BELOW.check(found, at("below_mm"), self.below_mm);
        if self.line.is_empty() {
            limits::WINDOW.check(found, at("half_length_mm"), self.half_length_mm);
            limits::WINDOW.check(found, at("half_width_mm"), self.half_width_mm);
        } else {
            points(found, &at("line"), &self.line);
            if self.half_length_mm != 0.0 || self.half_width_mm != 0.0 {
                found.push(Violation::new(at("line"), "a size and points", "give the one or the other"));
            }
            match turn_deg(&self.line) {
                None => found.push(Violation::new(at("line"), TOO_FAR, "add points between")),
                Some(turn) if turn.abs() > 1.0 => {
                    let what = "it goes around the limb";
                    found.push(Violation::new(at("line"), what, "let a window's points come back to the first"));
                }
                Some(_) => {}
            }
        }
        Bounds { low: 0.0, ..limits::RIB_HEIGHT }.check(found, at("edge_thicker_mm"), self.edge_thicker_mm);
        if self.edge_thicker_mm > 0.0 {
            limits::RIB_WIDTH.check(found, at("edge_width_mm"), self.edge_width_mm);
        }
    }
}

const TOO_FAR: &str = "two points that follow each other are more than 150° apart";

/// Limits of every point.
pub(super) fn points(found: &mut Vec<Violation>, path: &str, line: &[TrimPoint]) {
    count(found, path.to_string(), line.len(), TRIM_POINTS, "points");
    for (index, point) in line.iter().enumerate() {
        limits::AROUND.check(found, format!("{path}[{index}].around_deg"), point.around_deg);
        limits::BELOW.check(found, format!("{path}[{index}].below_mm"), point.below_mm);
    }
}

/// The short way from each point to the next, degrees; the last to the first.
fn steps_deg(line: &[TrimPoint]) -> impl Iterator<Item = f64> {
    let next = line.iter().cycle().skip(1);
    line.iter().zip(next).map(|(from, to)| (to.around_deg - from.around_deg + 180.0).rem_euclid(360.0) - 180.0)
}

/// How far a closed line turns around the limb: 0 or ±360; nothing where two points are too far apart to tell.
fn turn_deg(line: &[TrimPoint]) -> Option<f64> {
    steps_deg(line).all(|step| step.abs() <= MOST_STEP_DEG).then(|| steps_deg(line).sum())
}

/// The points of a line with one height at every angle, the least angle first; nothing of one that turns back.
pub fn in_order(line: &[TrimPoint]) -> Option<Vec<TrimPoint>> {
    let least = line.iter().enumerate().min_by(|(_, a), (_, b)| a.around_deg.total_cmp(&b.around_deg));
    let (first, _) = least?;
    let mut sorted = line.to_vec();
    sorted.rotate_left(first);
    let rises = sorted.iter().zip(sorted.iter().skip(1)).all(|(before, after)| before.around_deg < after.around_deg);
    rises.then_some(sorted)
}

/// A trim line goes once around, towards lateral.
pub(super) fn once_around(found: &mut Vec<Violation>, path: &str, line: &[TrimPoint]) {
    if line.iter().any(|point| !limits::AROUND.hold(point.around_deg)) {
        return;
    }
    if let [first, .., last] = line
        && (last.around_deg - first.around_deg).rem_euclid(360.0) == 0.0
        && (last.around_deg != first.around_deg || last.below_mm == first.below_mm)
    {
        let what = "the last point is the first again";
        found.push(Violation::new(path, what, "leave it out: the line closes by itself"));
        return;
    }
    if in_order(line).is_some() {
        return;
    }
    match turn_deg(line) {
        None => found.push(Violation::new(path, TOO_FAR, "list the points in rising order, or add points between")),
        Some(turn) if (turn - 360.0).abs() < 1.0 => {}
        Some(turn) if (turn + 360.0).abs() < 1.0 => {
            let what = "the points run towards medial";
            found.push(Violation::new(path, what, "list them in rising order, from anterior towards lateral"));
        }
        Some(turn) => {
            let what = format!("the points go around the limb {:.0} times", turn.abs() / 360.0);
            let right = "list them along the line, once around towards lateral; a hole is a step do = \"window\"";
            found.push(Violation::new(path, what, right));
        }
    }
}

fn around(found: &mut Vec<Violation>, path: &str, angles: &[f64]) {
    for (index, angle) in angles.iter().enumerate() {
        limits::AROUND.check(found, format!("{path}[{index}].around_deg"), *angle);
    }
    count(found, path.to_string(), angles.len(), 0..=72, "angles");
    rising(found, path, angles.iter().copied());
    if let [first, .., last] = angles
        && last - first >= 360.0
    {
        found.push(Violation::new(path, "the last angle is the first again", "leave it out"));
    }
}

pub(super) fn flare_stations(found: &mut Vec<Violation>, path: &str, stations: &[FlareStation]) {
    for (index, station) in stations.iter().enumerate() {
        limits::FLARE.check(found, format!("{path}[{index}].out_mm"), station.out_mm);
        limits::BAND.check(found, format!("{path}[{index}].height_mm"), station.height_mm);
    }
    around(found, path, &stations.iter().map(|station| station.around_deg).collect::<Vec<_>>());
}

pub(super) fn edge_stations(found: &mut Vec<Violation>, path: &str, stations: &[EdgeStation]) {
    for (index, station) in stations.iter().enumerate() {
        limits::ROLL.check(found, format!("{path}[{index}].radius_mm"), station.radius_mm);
    }
    around(found, path, &stations.iter().map(|station| station.around_deg).collect::<Vec<_>>());
}

/// A hole in the wall lets air into the room that a pump or a sleeve closes: only a frame may have windows there.
pub(super) fn air_tight(steps: &[Step], path: &str, found: &mut Vec<Violation>) {
    let any = |is: fn(&Step) -> bool| steps.iter().any(is);
    let closed = any(|step| matches!(step, Step::Port { .. } | Step::SealLand { .. }));
    if closed && any(|step| matches!(step, Step::Window(_))) && !any(|step| matches!(step, Step::Frame(_))) {
        let what = "a window in a wall that holds vacuum: air comes in there";
        let right = "take the windows out, or give a step do = \"frame\": its inner socket has none; \
                     without vacuum, take port and seal_land out";
        found.push(Violation::new(path, what, right));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::technique::Technique;

    const USUAL: &str = include_str!("../../../../data/socket/total_surface_bearing.toml");

    fn line(points: &[(f64, f64)]) -> Vec<TrimPoint> {
        points.iter().map(|(around_deg, below_mm)| TrimPoint { around_deg: *around_deg, below_mm: *below_mm }).collect()
    }

    fn told(points: &[(f64, f64)]) -> Vec<String> {
        let mut found = vec![];
        once_around(&mut found, "line", &line(points));
        found.into_iter().map(|violation| violation.what).collect()
    }

    #[test]
    fn every_brim_by_name_has_sound_steps_and_one_trim_line() {
        for shape in BrimShape::ALL {
            let steps = shape.steps();
            assert_eq!(steps.iter().filter(|step| matches!(step, Step::Trim { .. })).count(), 1, "{shape:?}");
            let mut found = vec![];
            steps.iter().for_each(|step| step.violations("step", &mut found));
            assert!(found.is_empty(), "{shape:?}: {found:?}");
            assert!(shape.text().contains("concord_assumption"), "{shape:?}");
            let name: BrimShape = serde_json::from_value(shape.name().into()).unwrap();
            assert_eq!(name, shape);
        }
    }

    #[test]
    fn a_brim_by_name_and_a_trim_line_are_told_and_a_brim_alone_is_enough() {
        let both = format!("{USUAL}\n[[step]]\ndo = \"brim\"\nshape = \"supracondylar\"\n");
        let problems = Technique::parse(&both).unwrap_err();
        assert!(problems.iter().any(|problem| problem.to_string().contains("2 steps do = \"trim\"")), "{problems:?}");
        let mut alone = Technique::parse(USUAL).unwrap();
        alone.steps.retain(|step| !matches!(step, Step::Trim { .. } | Step::Flare { .. }));
        alone.steps.push(Step::Brim { shape: BrimShape::Supracondylar });
        let mut found = vec![];
        alone.violations("", &mut found);
        assert!(found.is_empty(), "{found:?}");
        let mut above = vec![];
        alone.strangers("", AmputationLevel::Transfemoral, &mut above);
        assert!(above.iter().any(|violation| violation.field.ends_with("shape")), "{above:?}");
    }

    #[test]
    fn a_trim_line_may_turn_back_but_goes_once_around_towards_lateral() {
        let ear =
            [(0.0, -20.0), (70.0, -30.0), (60.0, -60.0), (110.0, -60.0), (100.0, -30.0), (180.0, 0.0), (270.0, -40.0)];
        assert!(told(&ear).is_empty() && in_order(&line(&ear)).is_none());
        // Rising from anywhere is one height at every angle.
        let turned = [(350.0, -20.0), (90.0, -40.0), (180.0, 0.0)];
        assert_eq!(in_order(&line(&turned)).unwrap()[0].around_deg, 90.0);
        let mut back = ear;
        back.reverse();
        assert!(told(&back)[0].contains("medial"), "{:?}", told(&back));
        assert!(told(&[(0.0, 0.0), (90.0, 0.0), (45.0, 20.0)])[0].contains("0 times"));
        assert!(told(&[(0.0, 0.0), (170.0, 0.0), (160.0, 20.0)])[0].contains("150"));
        assert!(told(&[(0.0, 0.0), (180.0, 0.0), (360.0, 20.0)])[0].contains("first again"));
    }

    #[test]
    fn a_window_in_a_wall_that_holds_vacuum_is_refused_and_in_a_frame_allowed() {
        let window = "\n[[step]]\ndo = \"window\"\nname = \"relief\"\naround_deg = 90\nbelow_mm = 60\n\
                      half_length_mm = 25\nhalf_width_mm = 20\n";
        let frame = "\n[[step]]\ndo = \"frame\"\ninner_thickness_mm = 3\ninner_material = \"flexible\"\n\
                     frame_material = \"carbon\"\n";
        let open = format!("{USUAL}{window}");
        let problems = Technique::parse(&open).unwrap_err();
        assert!(problems.iter().any(|problem| problem.to_string().contains("holds vacuum")), "{problems:?}");
        Technique::parse(&format!("{open}{frame}")).unwrap_or_else(|problems| panic!("{problems:?}"));
        // A sleeve alone closes the room, too; without either the wall may be open.
        let without = |text: &str, kind: &str| {
            let is = format!("do = \"{kind}\"");
            text.split("[[step]]").filter(|step| !step.contains(&is)).collect::<Vec<_>>().join("[[step]]")
        };
        let no_port = without(&open, "port");
        assert!(Technique::parse(&no_port).is_err());
        assert!(Technique::parse(&without(&no_port, "seal_land")).is_ok());
    }
}
