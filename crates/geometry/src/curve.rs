//! Closed curves on the limb's surface, laid out flat: way around (at the limb's mean radius) and height, mm.
//!
//! A curve goes through its points as a centripetal Catmull-Rom spline: smooth, without loops or cusps between two points.
//! It is drawn as a polygon of short, even steps, and everything asked of it is asked of that polygon.

use std::f64::consts::TAU;

/// Nearer than this to each other, lines leave no room for two rounded edges and a strip of wall between them, mm (our
/// choice: two half rounds of a 4 mm wall and 4 mm of wall).
pub const LEAST_STRIP_MM: f64 = 8.0;

/// A closed curve: (way around, height), mm. Way around is not wrapped: after a whole turn it has grown by `girth`.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The polygon's corners.
    pub points: Vec<[f64; 2]>,
    /// Once around the limb, mm.
    pub girth: f64,
    /// Whether it goes around the limb.
    pub around: bool,
}

/// Steps of the spline between two points, before it is drawn evenly.
const FINE: usize = 24;

impl Curve {
    /// Through `controls` (angle rad, height mm), the short way from each to the next, on a limb of this mean radius;
    /// drawn in steps of `step_mm`.
    pub fn through(controls: &[[f64; 2]], radius_mm: f64, around: bool, step_mm: f64) -> Self {
        let girth = TAU * radius_mm;
        let mut flat: Vec<[f64; 2]> = Vec::with_capacity(controls.len());
        for [angle, height] in controls {
            let x = angle * radius_mm;
            let x = flat.last().map_or(x, |before| before[0] + short(x - before[0], girth));
            flat.push([x, *height]);
        }
        let count = flat.len() as isize;
        let turn = match (flat.first(), flat.last()) {
            (Some(first), Some(last)) if around => {
                girth * (last[0] - first[0] + short(first[0] - last[0], girth)).signum()
            }
            _ => 0.0,
        };
        let at = |index: isize| {
            let [x, z] = flat[index.rem_euclid(count) as usize];
            [x + turn * index.div_euclid(count) as f64, z]
        };
        let mut fine = vec![];
        for index in 0..count {
            let four = [at(index - 1), at(index), at(index + 1), at(index + 2)];
            fine.extend((0..FINE).map(|part| spline(four, part as f64 / FINE as f64)));
        }
        Self::even(&fine, girth, around, turn, step_mm)
    }

    /// A rounded rectangle about a place (angle rad, height mm).
    pub fn window(middle: [f64; 2], half_width: f64, half_length: f64, radius_mm: f64, step_mm: f64) -> Self {
        let fine: Vec<[f64; 2]> = (0..720)
            .map(|part| {
                let (sine, cosine) = (TAU * f64::from(part) / 720.0).sin_cos();
                // A superellipse of the fourth power: straight sides, round corners.
                let corner = |value: f64| value.signum() * value.abs().sqrt();
                [middle[0] * radius_mm + half_width * corner(cosine), middle[1] + half_length * corner(sine)]
            })
            .collect();
        Self::even(&fine, TAU * radius_mm, false, 0.0, step_mm)
    }

    fn even(fine: &[[f64; 2]], girth: f64, around: bool, turn: f64, step_mm: f64) -> Self {
        let count = fine.len();
        let at = |index: usize| [fine[index % count][0] + turn * (index / count) as f64, fine[index % count][1]];
        let lengths: Vec<f64> = (0..count).map(|index| between(at(index), at(index + 1))).collect();
        let whole: f64 = lengths.iter().sum();
        let corners = ((whole / step_mm).ceil() as usize).max(16);
        let (mut points, mut index, mut passed) = (Vec::with_capacity(corners), 0, 0.0);
        for corner in 0..corners {
            let wanted = whole * corner as f64 / corners as f64;
            while index + 1 < count && passed + lengths[index] <= wanted {
                passed += lengths[index];
                index += 1;
            }
            let share = if lengths[index] > 0.0 { (wanted - passed) / lengths[index] } else { 0.0 };
            let [a, b] = [at(index), at(index + 1)];
            points.push([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
        }
        let mut curve = Self { points, girth, around };
        // One sense for all: around the limb with rising angle, windows the other way round: the wall is on the left, seen
        // from above the unrolled surface with the distal end in the middle.
        let wrong = if around { turn < 0.0 } else { curve.area() < 0.0 };
        if wrong {
            curve.points.reverse();
            let first = curve.points.first().map_or(0.0, |point| point[0]);
            let shift = (first / girth).floor() * girth;
            curve.points.iter_mut().for_each(|point| point[0] -= shift);
        }
        curve
    }

    fn area(&self) -> f64 {
        self.sides().map(|[a, b]| (a[0] * b[1] - b[0] * a[1]) / 2.0).sum()
    }

    /// Every side of the polygon.
    pub fn sides(&self) -> impl Iterator<Item = [[f64; 2]; 2]> + '_ {
        let count = self.points.len();
        let turn = if self.around { self.girth } else { 0.0 };
        (0..count).map(move |index| {
            let next = (index + 1) % count;
            let beyond = if next == 0 { turn } else { 0.0 };
            [self.points[index], [self.points[next][0] + beyond, self.points[next][1]]]
        })
    }

    /// Its heights may go no further than these.
    pub fn clamp(&mut self, low: f64, high: f64) {
        self.points.iter_mut().for_each(|point| point[1] = point[1].clamp(low, high));
    }

    /// Least and greatest height.
    pub fn heights(&self) -> [f64; 2] {
        let heights = || self.points.iter().map(|point| point[1]);
        [heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max)]
    }

    /// Distance to a place, mm.
    pub fn distance(&self, place: [f64; 2]) -> f64 {
        let side = |[a, b]: [[f64; 2]; 2]| {
            let x = a[0] + short(place[0] - a[0], self.girth);
            to_side([x, place[1]], a, b)
        };
        self.sides().map(side).fold(f64::INFINITY, f64::min)
    }

    /// Whether a place lies below a line around the limb, or within a window.
    pub fn holds(&self, place: [f64; 2]) -> bool {
        let above = self.sides().filter(|[a, b]| {
            let (from, to) = (a[0] - place[0], b[0] - place[0]);
            // The side's copy that is nearest to the place.
            let shift = ((from + to) / 2.0 / self.girth).round() * self.girth;
            let (from, to) = (from - shift, to - shift);
            (from <= 0.0) != (to <= 0.0) && a[1] + (b[1] - a[1]) * from / (from - to) > place[1]
        });
        above.count() % 2 == 1
    }

    /// The nearest that it comes to itself, mm, other than along itself; less than nothing where it crosses itself.
    /// Only what is nearer than `least` is told.
    pub fn nearest_to_itself(&self, least: f64) -> Option<f64> {
        let sides: Vec<[[f64; 2]; 2]> = self.sides().collect();
        let count = sides.len();
        let step = sides.iter().map(|[a, b]| between(*a, *b)).sum::<f64>() / count as f64;
        // Along a circle of that width the way is π/2 of it: what is nearer by a longer way is a neck.
        let way = (least * 1.7 / step).ceil() as usize;
        let mut found: Option<f64> = None;
        for first in 0..count {
            for second in first + 2..count {
                if first == 0 && second == count - 1 {
                    continue;
                }
                if crossing(sides[first], sides[second], self.girth) {
                    return Some(-1.0);
                }
                let apart = (second - first).min(count - second + first);
                if apart > way {
                    let [a, _] = sides[first];
                    let [b, c] = sides[second];
                    let x = b[0] + short(a[0] - b[0], self.girth);
                    let distance = to_side([x, a[1]], b, c);
                    if distance < least {
                        found = Some(found.map_or(distance, |before| before.min(distance)));
                    }
                }
            }
        }
        found
    }

    /// The nearest that two curves come to each other, mm; nothing where they cross.
    pub fn nearest_to(&self, other: &Self) -> f64 {
        if self.sides().any(|side| other.sides().any(|its| crossing(side, its, self.girth))) {
            return 0.0;
        }
        self.points.iter().map(|point| other.distance(*point)).fold(f64::INFINITY, f64::min)
    }
}

/// The short way, with a whole turn of `girth`.
pub fn short(way: f64, girth: f64) -> f64 {
    (way + girth / 2.0).rem_euclid(girth) - girth / 2.0
}

fn between(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Distance of a place from a side.
pub fn to_side(place: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let from = [place[0] - a[0], place[1] - a[1]];
    let square = along[0] * along[0] + along[1] * along[1];
    let share = if square > 0.0 { ((from[0] * along[0] + from[1] * along[1]) / square).clamp(0.0, 1.0) } else { 0.0 };
    (from[0] - share * along[0]).hypot(from[1] - share * along[1])
}

fn crossing(first: [[f64; 2]; 2], second: [[f64; 2]; 2], girth: f64) -> bool {
    let shift = {
        let way = second[0][0] - first[0][0];
        way - short(way, girth)
    };
    let [[a, b], [c, d]] = [first, second.map(|[x, z]| [x - shift, z])];
    let turn = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

/// A centripetal Catmull-Rom spline between the middle two of four points (Barry and Goldman's pyramid).
fn spline(four: [[f64; 2]; 4], share: f64) -> [f64; 2] {
    let mut knots = [0.0; 4];
    for index in 1..4 {
        knots[index] = knots[index - 1] + between(four[index - 1], four[index]).sqrt().max(1e-6);
    }
    let t = knots[1] + (knots[2] - knots[1]) * share;
    let mut row = four.to_vec();
    for level in 1..4 {
        for index in 0..4 - level {
            // The last level runs between the middle knots.
            let (low, high) = if level == 3 { (knots[1], knots[2]) } else { (knots[index], knots[index + level]) };
            let part = (t - low) / (high - low);
            let [a, b] = [row[index], row[index + 1]];
            row[index] = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
        }
    }
    row[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    const RADIUS: f64 = 60.0;

    fn ear() -> Vec<[f64; 2]> {
        [(0, 20), (70, 30), (60, 60), (110, 60), (100, 30), (180, 0), (270, 40)]
            .map(|(deg, z)| [f64::from(deg).to_radians(), f64::from(z)])
            .to_vec()
    }

    #[test]
    fn a_curve_goes_through_its_points_evenly_and_once_around() {
        let controls = ear();
        let curve = Curve::through(&controls, RADIUS, true, 0.5);
        for [angle, z] in &controls {
            assert!(curve.distance([angle * RADIUS, *z]) < 0.1, "{angle} {z}");
        }
        let ends: Vec<f64> = curve.sides().map(|[a, b]| between(a, b)).collect();
        assert!(ends.iter().all(|step| (0.3..0.55).contains(step)), "{ends:?}");
        assert!((curve.sides().last().unwrap()[1][0] - curve.points[0][0] - curve.girth).abs() < 1e-9);
        assert_eq!(curve.nearest_to_itself(LEAST_STRIP_MM), None);
    }

    #[test]
    fn what_lies_below_within_and_beside_is_told_wherever_the_turn_is_counted_from() {
        let curve = Curve::through(&ear(), RADIUS, true, 1.0);
        for turn in [-1.0, 0.0, 2.0] {
            let place = |deg: f64, z: f64| [(deg.to_radians() + turn * TAU) * RADIUS, z];
            assert!(curve.holds(place(85.0, 50.0)) && curve.holds(place(180.0, -5.0)));
            // Beside the ear's root, below its shoulder: nothing of the wall.
            assert!(!curve.holds(place(62.0, 45.0)) || curve.distance(place(62.0, 45.0)) < 5.0);
            assert!(!curve.holds(place(180.0, 5.0)) && !curve.holds(place(85.0, 70.0)));
        }
        let window = Curve::window([0.1, -50.0], 20.0, 30.0, RADIUS, 1.0);
        assert!(window.holds([0.1 * RADIUS, -50.0]) && !window.holds([0.1 * RADIUS + 21.0, -50.0]));
        assert!((window.distance([0.1 * RADIUS, -50.0]) - 20.0).abs() < 0.2);
        assert!((window.nearest_to(&curve) - (curve.distance([0.1 * RADIUS, -20.0]))).abs() < 8.0);
    }

    #[test]
    fn a_curve_through_itself_and_a_neck_are_told() {
        let crossed = [(0, 20), (100, 30), (60, 60), (110, 60), (70, 30), (180, 0), (270, 40)]
            .map(|(deg, z)| [f64::from(deg).to_radians(), f64::from(z)]);
        assert_eq!(Curve::through(&crossed, RADIUS, true, 1.0).nearest_to_itself(LEAST_STRIP_MM), Some(-1.0));
        let neck = [(0, 20), (80, 20), (60, 60), (110, 60), (84, 20), (180, 0), (270, 40)]
            .map(|(deg, z)| [f64::from(deg).to_radians(), f64::from(z)]);
        let told = Curve::through(&neck, RADIUS, true, 1.0).nearest_to_itself(LEAST_STRIP_MM);
        assert!(told.is_some_and(|mm| mm < LEAST_STRIP_MM), "{told:?}");
    }
}
