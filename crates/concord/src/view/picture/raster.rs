//! Triangles into pixels: a z-buffer, two lights, cut faces, outlines.

use super::bitmap::Bitmap;
use super::camera::Camera;
use super::{Colour, Cut, Layer, Paint};
use geometry::Vec3;

/// Pixels are drawn this many times finer both ways, and averaged.
const FINER: usize = 2;

/// Colour of a surface without a value.
const BARE: Colour = [214, 208, 201];

/// Bands that are none: a bare surface, a cut face.
const BARE_BAND: u8 = 0xfe;
const CUT_BAND: u32 = 0xff;

/// Nothing has been drawn here.
const NOTHING: u32 = 0;

const GROUND: Colour = [255, 255, 255];

/// Lights in the picture's own directions (right, up, towards the viewer). They mirror each other, so that what is
/// darker on one side of a limb is so by its shape.
const LIGHTS: [[f64; 3]; 2] = [[-0.42, 0.44, 0.79], [0.42, 0.44, 0.79]];

/// How bright a surface is that no light reaches.
const AMBIENT: f64 = 0.42;

/// A face that departs further from its vertex's mean normal than this (cosine) has an edge there.
const CREASE: f64 = 0.72;

/// A step of depth that is an edge, mm.
const STEP_MM: f32 = 5.0;

/// Pixels at the finer size.
pub(super) struct Canvas {
    camera: Camera,
    width: usize,
    height: usize,
    /// Towards the viewer, mm.
    depth: Vec<f32>,
    colour: Vec<Colour>,
    /// Layer and band, plus one.
    what: Vec<u32>,
}

/// One layer's nearest surface.
#[derive(Clone, Copy)]
struct Fragment {
    depth: f32,
    colour: Colour,
    band: u8,
    drawn: bool,
    /// Seen from its inside.
    behind: bool,
}

const EMPTY: Fragment = Fragment { depth: f32::NEG_INFINITY, colour: GROUND, band: 0, drawn: false, behind: false };

/// A corner on the canvas.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    depth: f32,
    light: f32,
    value: f32,
    /// Without a value where positive.
    bare: f32,
    /// Beyond the cut's plane where positive, mm.
    beyond: f32,
}

impl Canvas {
    pub(super) fn new(camera: &Camera) -> Self {
        let [width, height] = camera.size().map(|pixels| pixels * FINER);
        let count = width * height;
        Self {
            camera: *camera,
            width,
            height,
            depth: vec![f32::NEG_INFINITY; count],
            colour: vec![GROUND; count],
            what: vec![NOTHING; count],
        }
    }

    /// Draws one layer over what is there.
    pub(super) fn draw(&mut self, layer: &Layer, index: usize) {
        let mut fragments = vec![EMPTY; self.width * self.height];
        let normals = layer.mesh.normals();
        let scale = self.camera.scale * FINER as f64;
        let lights = LIGHTS.map(|[right, up, towards]| {
            self.camera.right * right + self.camera.up * up + self.camera.towards * towards
        });
        let placed: Vec<[f32; 4]> = (layer.mesh.vertices.iter())
            .map(|point| {
                let [x, y] = self.camera.place(*point);
                let beyond = layer.cut.map_or(-1.0, |cut| cut.normal.dot(*point) - cut.offset);
                let y = (self.camera.frame.height() - y) * scale;
                [(x * scale) as f32, y as f32, point.dot(self.camera.towards) as f32, beyond as f32]
            })
            .collect();
        for face in &layer.mesh.faces {
            let index = face.map(|vertex| vertex as usize);
            let [a, b, c] = index.map(|vertex| layer.mesh.vertices[vertex]);
            let Some(flat) = (b - a).cross(c - a).try_normalize() else { continue };
            let behind = flat.dot(self.camera.towards) < 0.0;
            let corners = index.map(|vertex| {
                let [x, y, depth, beyond] = placed[vertex];
                let normal = if normals[vertex].dot(flat) > CREASE { normals[vertex] } else { flat };
                let [value, bare] = match layer.paint {
                    Paint::Values { values, bare, .. } => [values, bare].map(|all| value(all, vertex)),
                    _ => [0.0; 2],
                };
                let light = lit(if behind { -normal } else { normal }, &lights);
                Corner { x, y, depth, light, value, bare, beyond }
            });
            self.fill(&mut fragments, corners, behind, &layer.paint);
        }
        self.merge(&fragments, layer, index);
    }

    /// Keeps the nearest fragment of every pixel whose middle lies in the triangle.
    fn fill(&self, fragments: &mut [Fragment], corners: [Corner; 3], behind: bool, paint: &Paint) {
        let [a, b, c] = corners;
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        // Neither edge-on faces nor what is no number covers a pixel.
        if !(area.abs() > 1e-9 && area.is_finite()) {
            return;
        }
        // What is outside everywhere saturates to an empty range.
        let range = |low: f32, high: f32, most: usize| {
            let first = (low - 0.5).ceil().max(0.0) as usize;
            first..((high + 0.5).floor().max(0.0) as usize).min(most)
        };
        let columns = range(a.x.min(b.x).min(c.x), a.x.max(b.x).max(c.x), self.width);
        let rows = range(a.y.min(b.y).min(c.y), a.y.max(b.y).max(c.y), self.height);
        for row in rows {
            let y = row as f32 + 0.5;
            for column in columns.clone() {
                let x = column as f32 + 0.5;
                let v = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
                let w = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
                let u = 1.0 - v - w;
                if !(u >= 0.0 && v >= 0.0 && w >= 0.0) {
                    continue;
                }
                let mix = |of: fn(&Corner) -> f32| u * of(&a) + v * of(&b) + w * of(&c);
                let depth = mix(|corner| corner.depth);
                let fragment = &mut fragments[row * self.width + column];
                if depth <= fragment.depth || mix(|corner| corner.beyond) > 0.0 {
                    continue;
                }
                let (colour, band) = match paint {
                    Paint::Plain(colour) | Paint::Veil(colour, _) => (*colour, 0),
                    Paint::Values { .. } if mix(|corner| corner.bare) > 0.0 => (BARE, BARE_BAND),
                    Paint::Values { scale, .. } => {
                        let band = scale.band(f64::from(mix(|corner| corner.value)));
                        (scale.bands[band], band as u8)
                    }
                };
                let light = mix(|corner| corner.light);
                *fragment = Fragment { depth, colour: times(colour, light), band, drawn: true, behind };
            }
        }
    }

    /// Lays a layer's fragments over the picture, with its cut faces and veils.
    fn merge(&mut self, fragments: &[Fragment], layer: &Layer, index: usize) {
        for (pixel, fragment) in fragments.iter().enumerate().filter(|(_, fragment)| fragment.drawn) {
            // Whoever looks through the cut at the inside of a surface looks at the solid that the plane goes through.
            let cut = layer.cut.filter(|_| fragment.behind).and_then(|cut| Some((cut, self.depth_of(&cut, pixel)?)));
            let (depth, colour) = cut.map_or((fragment.depth, fragment.colour), |(cut, depth)| (depth, cut.fill));
            if depth < self.depth[pixel] {
                continue;
            }
            let band = if cut.is_some() { CUT_BAND } else { u32::from(fragment.band) };
            self.what[pixel] = 1 + ((index as u32) << 8 | band);
            if let (Paint::Veil(_, share), None) = (&layer.paint, cut) {
                // The veil itself hides nothing that is drawn later behind it.
                self.colour[pixel] = blend(self.colour[pixel], colour, *share);
            } else {
                self.depth[pixel] = depth;
                self.colour[pixel] = colour;
            }
        }
    }

    /// Depth of a cut's plane at a pixel; none where the plane is seen edge-on.
    fn depth_of(&self, cut: &Cut, pixel: usize) -> Option<f32> {
        let facing = cut.normal.dot(self.camera.towards);
        let scale = self.camera.scale * FINER as f64;
        let across = self.camera.frame.across[0] + ((pixel % self.width) as f64 + 0.5) / scale;
        let along = self.camera.frame.along[1] - ((pixel / self.width) as f64 + 0.5) / scale;
        let point = self.camera.right * across + self.camera.up * along;
        (facing > 1e-6).then(|| ((cut.offset - cut.normal.dot(point)) / facing) as f32)
    }

    /// Outlines drawn in, then averaged to the picture's size.
    pub(super) fn finish(self) -> Bitmap {
        let edges = self.edges();
        let (width, height) = (self.width / FINER, self.height / FINER);
        let mut pixels = Vec::with_capacity(width * height);
        for row in 0..height {
            for column in 0..width {
                let mut sums = [0_u32; 3];
                for fine in 0..FINER * FINER {
                    let at = (row * FINER + fine / FINER) * self.width + column * FINER + fine % FINER;
                    let colour = times(self.colour[at], edges[at]);
                    sums.iter_mut().zip(colour).for_each(|(sum, channel)| *sum += u32::from(channel));
                }
                let count = (FINER * FINER) as u32;
                pixels.push(sums.map(|sum| ((sum + count / 2) / count) as u8));
            }
        }
        Bitmap { width, height, pixels }
    }

    /// How much of its light each pixel keeps: less where what is seen changes, or its depth, or its band.
    fn edges(&self) -> Vec<f32> {
        const OUTLINE: f32 = 0.35;
        const BAND: f32 = 0.8;
        let mut kept = vec![1.0_f32; self.what.len()];
        let mut compare = |here: usize, there: usize| {
            let [a, b] = [self.what[here], self.what[there]];
            let far = (self.depth[here] - self.depth[there]).abs() > STEP_MM;
            let kind = |what: u32| what.wrapping_sub(1) >> 8;
            let capped = |what: u32| what != NOTHING && (what - 1) & 0xff == CUT_BAND;
            let share = if kind(a) != kind(b) || a != NOTHING && far || capped(a) != capped(b) {
                OUTLINE
            } else if a != b {
                BAND
            } else {
                return;
            };
            for pixel in [here, there] {
                kept[pixel] = kept[pixel].min(share);
            }
        };
        for row in 0..self.height {
            for column in 0..self.width {
                let here = row * self.width + column;
                if column + 1 < self.width {
                    compare(here, here + 1);
                }
                if row + 1 < self.height {
                    compare(here, here + self.width);
                }
            }
        }
        kept
    }
}

fn value(values: &[f64], vertex: usize) -> f32 {
    values.get(vertex).map_or(0.0, |value| *value as f32)
}

/// Light on a surface: Lambert's cosine of each lamp.
fn lit(normal: Vec3, lights: &[Vec3; 2]) -> f32 {
    let lamps: f64 = lights.iter().map(|light| normal.dot(*light).max(0.0)).sum();
    (AMBIENT + 0.40 * lamps) as f32
}

fn times(colour: Colour, share: f32) -> Colour {
    colour.map(|channel| (f32::from(channel) * share).clamp(0.0, 255.0) as u8)
}

fn blend(under: Colour, over: Colour, share: f32) -> Colour {
    std::array::from_fn(|channel| {
        let (under, over) = (f32::from(under[channel]), f32::from(over[channel]));
        (under + share * (over - under)).clamp(0.0, 255.0) as u8
    })
}
