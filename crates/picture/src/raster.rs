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
const CUT_BAND: u8 = 0xff;

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
    fragments: Vec<Fragment>,
}

/// The nearest surface at a pixel.
#[derive(Clone, Copy)]
struct Fragment {
    /// Towards the viewer, mm.
    depth: f32,
    colour: Colour,
    band: u8,
    /// Its layer, from one; zero where nothing has been drawn.
    layer: u16,
    /// Seen from its inside.
    behind: bool,
}

const EMPTY: Fragment = Fragment { depth: f32::NEG_INFINITY, colour: GROUND, band: 0, layer: 0, behind: false };

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
        Self { camera: *camera, width, height, fragments: vec![EMPTY; width * height] }
    }

    /// Draws one layer over what is there.
    pub(super) fn draw(&mut self, layer: &Layer, index: usize) {
        // What is whole and opaque is drawn at once; cut faces and veils need a layer's nearest surface first.
        let alone = layer.cut.is_some() || matches!(layer.paint, Paint::Veil(..));
        let mut fragments = if alone { vec![EMPTY; self.fragments.len()] } else { std::mem::take(&mut self.fragments) };
        let layer_number = u16::try_from(index + 1).unwrap_or(u16::MAX);
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
        let bright: Vec<[f32; 2]> =
            normals.iter().map(|normal| [lit(*normal, &lights), lit(-*normal, &lights)]).collect();
        for face in &layer.mesh.faces {
            let index = face.map(|vertex| vertex as usize);
            let [a, b, c] = index.map(|vertex| layer.mesh.vertices[vertex]);
            let Some(flat) = (b - a).cross(c - a).try_normalize() else { continue };
            let behind = flat.dot(self.camera.towards) < 0.0;
            if behind && layer.closed {
                continue;
            }
            let facet = lit(if behind { -flat } else { flat }, &lights);
            let corners = index.map(|vertex| {
                let [x, y, depth, beyond] = placed[vertex];
                let [value, bare] = match layer.paint {
                    Paint::Values { values, bare, .. } => [values, bare].map(|all| value(all, vertex)),
                    _ => [0.0; 2],
                };
                let light =
                    if normals[vertex].dot(flat) > CREASE { bright[vertex][usize::from(behind)] } else { facet };
                Corner { x, y, depth, light, value, bare, beyond }
            });
            self.fill(&mut fragments, corners, (layer_number, behind), &layer.paint);
        }
        if alone { self.merge(&fragments, layer) } else { self.fragments = fragments }
    }

    /// Keeps the nearest fragment of every pixel whose middle lies in the triangle.
    fn fill(&self, fragments: &mut [Fragment], corners: [Corner; 3], (layer, behind): (u16, bool), paint: &Paint) {
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
        // Shares of b and c grow evenly along rows and columns.
        let [across_v, along_v] = [(c.y - a.y) / area, (a.x - c.x) / area];
        let [across_w, along_w] = [(a.y - b.y) / area, (b.x - a.x) / area];
        for row in rows {
            let y = row as f32 + 0.5 - a.y;
            let line = &mut fragments[row * self.width..][..self.width];
            for column in columns.clone() {
                let x = column as f32 + 0.5 - a.x;
                let v = x * across_v + y * along_v;
                let w = x * across_w + y * along_w;
                let u = 1.0 - v - w;
                if !(u >= 0.0 && v >= 0.0 && w >= 0.0) {
                    continue;
                }
                let mix = |of: fn(&Corner) -> f32| u * of(&a) + v * of(&b) + w * of(&c);
                let depth = mix(|corner| corner.depth);
                let fragment = &mut line[column];
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
                *fragment = Fragment { depth, colour: times(colour, light), band, layer, behind };
            }
        }
    }

    /// Lays a layer's fragments over the picture, with its cut faces and veils.
    fn merge(&mut self, fragments: &[Fragment], layer: &Layer) {
        for (pixel, fragment) in fragments.iter().enumerate().filter(|(_, fragment)| fragment.layer > 0) {
            let mut over = *fragment;
            // Whoever looks through the cut at the inside of a surface looks at the solid that the plane goes through.
            let cut = layer.cut.filter(|_| fragment.behind).and_then(|cut| Some((cut, self.depth_of(&cut, pixel)?)));
            if let Some((cut, depth)) = cut {
                over = Fragment { depth, colour: cut.fill, band: CUT_BAND, ..over };
            }
            let under = self.fragments[pixel];
            if over.depth < under.depth {
                continue;
            }
            if let (Paint::Veil(_, share), None) = (&layer.paint, cut) {
                // The veil itself hides nothing that is drawn later behind it.
                over = Fragment { depth: under.depth, colour: blend(under.colour, over.colour, *share), ..over };
            }
            self.fragments[pixel] = over;
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
        const COUNT: u32 = (FINER * FINER) as u32;
        let (width, height) = (self.width / FINER, self.height / FINER);
        let mut pixels = Vec::with_capacity(width * height);
        let kept = self.kept();
        for row in 0..height {
            for column in 0..width {
                let mut sums = [0_u32; 3];
                for fine in 0..FINER * FINER {
                    let at = (row * FINER + fine / FINER) * self.width + column * FINER + fine % FINER;
                    let (colour, kept) = (self.fragments[at].colour, kept[at]);
                    let colour = if kept < 1.0 { times(colour, kept) } else { colour };
                    sums.iter_mut().zip(colour).for_each(|(sum, channel)| *sum += u32::from(channel));
                }
                pixels.push(sums.map(|sum| ((sum + COUNT / 2) / COUNT) as u8));
            }
        }
        Bitmap { width, height, pixels }
    }

    /// How much of its light every pixel keeps: less where what is seen changes beside it, or its depth, or its band.
    fn kept(&self) -> Vec<f32> {
        let mut kept = vec![1.0_f32; self.fragments.len()];
        let mut between = |a: usize, b: usize| {
            let share = edge(&self.fragments[a], &self.fragments[b]);
            if share < 1.0 {
                kept[a] = kept[a].min(share);
                kept[b] = kept[b].min(share);
            }
        };
        // Each line between two pixels once.
        for row in 0..self.height {
            let first = row * self.width;
            for at in first..first + self.width {
                if at + 1 < first + self.width {
                    between(at, at + 1);
                }
                if row + 1 < self.height {
                    between(at, at + self.width);
                }
            }
        }
        kept
    }
}

/// How much of its light the line between two pixels keeps.
fn edge(a: &Fragment, b: &Fragment) -> f32 {
    const OUTLINE: f32 = 0.35;
    const BAND: f32 = 0.8;
    if a.layer == 0 && b.layer == 0 {
        return 1.0;
    }
    let far = a.layer > 0 && (a.depth - b.depth).abs() > STEP_MM;
    if a.layer != b.layer || far || (a.band == CUT_BAND) != (b.band == CUT_BAND) {
        OUTLINE
    } else if a.band != b.band {
        BAND
    } else {
        1.0
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
