//! Where the socket's wall ends: its trim line and its windows, as curves on the limb.

use super::SocketError;
use crate::chart::Chart;
use crate::curve::{Curve, LEAST_STRIP_MM};
use crate::cut::{Cut, on};
use crate::limb::Limb;
use crate::mesh::{Mesh, Vec3};
use crate::query::Surface;
use domain::technique::{Step, TrimPoint, Window, in_order};

/// Trim line and windows of a socket.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The trim line.
    line: Curve,
    /// It has several heights at some angle: the chart's trim row is not its place.
    turns_back: bool,
    /// Windows by name.
    windows: Vec<(String, Curve)>,
    /// The frame's edge lies below the line by this, mm.
    lower_mm: f64,
    /// Radius at which ways around are counted, mm.
    radius_mm: f64,
}

/// The points of a line in the limb's axes: angle rad, height mm.
fn controls(limb: &Limb, line: &[TrimPoint]) -> Vec<[f64; 2]> {
    line.iter().map(|point| [limb.angle(point.around_deg), -point.below_mm]).collect()
}

/// A trim line that turns back; nothing of one with one height at every angle.
pub(super) fn turning_back(limb: &Limb, steps: &[Step], radius_mm: f64, step_mm: f64) -> Option<Curve> {
    let line = steps.iter().find_map(|step| if let Step::Trim { line } = step { Some(line) } else { None })?;
    in_order(line).is_none().then(|| Curve::through(&controls(limb, line), radius_mm, true, step_mm))
}

impl Outline {
    pub(super) fn new(
        limb: &Limb,
        chart: &Chart,
        turning_back: Option<Curve>,
        steps: &[Step],
        radius_mm: f64,
        step_mm: f64,
    ) -> Self {
        let turns_back = turning_back.is_some();
        let line = turning_back.unwrap_or_else(|| {
            let place = |spoke| [chart.angle(spoke) * radius_mm, chart.ray(chart.trim_row(), spoke).0.z];
            Curve {
                points: (0..chart.spokes()).map(place).collect(),
                girth: std::f64::consts::TAU * radius_mm,
                around: true,
            }
        });
        let window = |window: &Window| {
            let curve = if window.line.is_empty() {
                let middle = [limb.angle(window.around_deg), -window.below_mm];
                Curve::window(middle, window.half_width_mm, window.half_length_mm, radius_mm, step_mm)
            } else {
                Curve::through(&controls(limb, &window.line), radius_mm, false, step_mm)
            };
            (window.name.clone(), curve)
        };
        let windows =
            steps.iter().filter_map(|step| if let Step::Window(given) = step { Some(window(given)) } else { None });
        let frame =
            steps.iter().find_map(|step| if let Step::Frame(frame) = step { Some(frame.lower_mm) } else { None });
        Self { line, turns_back, windows: windows.collect(), lower_mm: frame.unwrap_or(0.0), radius_mm }
    }

    /// Lines that cross or leave no strip of wall between them.
    pub(super) fn check(&self, floor: f64) -> Result<(), SocketError> {
        const TRIM: &str = "the trim line";
        let edge = self.lowered(self.lower_mm);
        let named = |name: &str| format!("the window \"{name}\"");
        let lines = self.windows.iter().map(|(name, curve)| (named(name), curve));
        for (name, curve) in std::iter::once((TRIM.to_string(), &self.line)).chain(lines) {
            if !self.turns_back && name == TRIM {
                continue;
            }
            match curve.nearest_to_itself(LEAST_STRIP_MM) {
                Some(gap) if gap < 0.0 => return Err(SocketError::Crosses { line: name }),
                Some(gap_mm) => return Err(SocketError::Neck { line: name, gap_mm, least_mm: LEAST_STRIP_MM }),
                None => {}
            }
        }
        for (index, (name, curve)) in self.windows.iter().enumerate() {
            let near = |other: String, gap_mm| {
                Err(SocketError::NoStrip { line: named(name), other, gap_mm, least_mm: LEAST_STRIP_MM })
            };
            let gap = curve.nearest_to(&edge);
            let outside = curve.points.first().is_some_and(|point| !edge.holds(*point));
            if outside || gap < LEAST_STRIP_MM {
                return near(TRIM.to_string(), if outside { 0.0 } else { gap });
            }
            let low = curve.heights()[0];
            if low < floor + LEAST_STRIP_MM {
                return near("the distal end".to_string(), (low - floor).max(0.0));
            }
            for (other, its) in &self.windows[..index] {
                let within = |a: &Curve, b: &Curve| a.points.first().is_some_and(|point| b.holds(*point));
                let gap = if within(curve, its) || within(its, curve) { 0.0 } else { curve.nearest_to(its) };
                if gap < LEAST_STRIP_MM {
                    return near(named(other), gap);
                }
            }
        }
        Ok(())
    }

    /// Windows keep off what is bolted on or bored through.
    pub(super) fn check_parts(&self, chart: &Chart, middle: &[Vec3], parts: &[Mesh]) -> Result<(), SocketError> {
        let surfaces: Vec<Surface> = parts.iter().filter_map(Surface::new).collect();
        for (name, curve) in &self.windows {
            let places = self.places(chart, middle, curve);
            let edge = places.iter().map(|place| on(chart, middle, *place));
            let gap_mm = edge
                .flat_map(|point| surfaces.iter().map(move |part| part.nearest(point).distance))
                .fold(f64::INFINITY, f64::min);
            if gap_mm < LEAST_STRIP_MM {
                let line = format!("the window \"{name}\"");
                let other = "the mounting face or a bore".to_string();
                return Err(SocketError::NoStrip { line, other, gap_mm, least_mm: LEAST_STRIP_MM });
            }
        }
        Ok(())
    }

    /// How many windows there are.
    pub fn windows(&self) -> usize {
        self.windows.len()
    }

    /// Least and greatest height of the trim line, mm.
    pub fn heights(&self) -> [f64; 2] {
        self.line.heights()
    }

    /// Whether the trim line has several heights at some angle.
    pub fn turns_back(&self) -> bool {
        self.turns_back
    }

    /// How far a point lies below the trim line along the limb's surface, mm: less than nothing above it.
    pub fn below(&self, chart: &Chart, spoke: usize, point: Vec3) -> f64 {
        if !self.turns_back {
            return chart.ray(chart.trim_row(), spoke).0.z - point.z;
        }
        let place = self.place(chart, point);
        self.line.distance(place) * if self.line.holds(place) { 1.0 } else { -1.0 }
    }

    /// A point laid out flat.
    pub(super) fn place(&self, chart: &Chart, point: Vec3) -> [f64; 2] {
        let out = point - chart.centre(point.z);
        [out.y.atan2(out.x) * self.radius_mm, point.z]
    }

    /// The radius at which ways around are counted, mm.
    pub(super) fn radius_mm(&self) -> f64 {
        self.radius_mm
    }

    /// The windows' curves in the order of their steps.
    pub(super) fn curves(&self) -> impl Iterator<Item = &Curve> {
        self.windows.iter().map(|(_, curve)| curve)
    }

    fn lowered(&self, by_mm: f64) -> Curve {
        let mut line = self.line.clone();
        line.points.iter_mut().for_each(|point| point[1] -= by_mm);
        line
    }

    /// The cut of the surface that the trim line ends, without windows; nothing where it is the chart's own edge.
    pub(super) fn whole(&self, chart: &Chart, points: &[Vec3]) -> Result<Option<Cut>, SocketError> {
        let cut = |_| Cut::new(chart, Some(&self.places(chart, points, &self.line)), &[]);
        self.turns_back.then_some(()).map(|()| cut(()).ok_or_else(crossed)).transpose()
    }

    /// The cut of the wall with windows, its edge lowered where it is a frame.
    pub(super) fn wall(&self, chart: &Chart, points: &[Vec3]) -> Result<Option<Cut>, SocketError> {
        let own = !self.turns_back && self.lower_mm == 0.0;
        if own && self.windows.is_empty() {
            return Ok(None);
        }
        let windows: Vec<Vec<[f64; 2]>> = self.curves().map(|curve| self.places(chart, points, curve)).collect();
        let edge = self.places(chart, points, &self.lowered(self.lower_mm));
        Cut::new(chart, (!own).then_some(edge.as_slice()), &windows).map(Some).ok_or_else(crossed)
    }

    /// The polygon of a curve as (spoke, row) on a surface.
    fn places(&self, chart: &Chart, points: &[Vec3], curve: &Curve) -> Vec<[f64; 2]> {
        let spokes = chart.spokes() as f64;
        curve
            .points
            .iter()
            .map(|[x, z]| {
                let spoke = (x / curve.girth * spokes).rem_euclid(spokes);
                // Heights rise with the rows: the row at this one by halving.
                let (mut low, mut high) = (0.0, chart.trim_row() as f64);
                for _ in 0..40 {
                    let middle = (low + high) / 2.0;
                    if on(chart, points, [spoke, middle]).z < *z { low = middle } else { high = middle }
                }
                [spoke, (low + high) / 2.0]
            })
            .collect()
    }

    /// The trim line on a surface.
    pub fn brim(&self, chart: &Chart, points: &[Vec3]) -> Vec<Vec3> {
        if !self.turns_back {
            return (0..chart.spokes()).map(|spoke| points[chart.index(chart.trim_row(), spoke)]).collect();
        }
        self.places(chart, points, &self.line).iter().map(|place| on(chart, points, *place)).collect()
    }
}

fn crossed() -> SocketError {
    SocketError::Crosses { line: "the trim line or a window".to_string() }
}
