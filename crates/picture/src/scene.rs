//! What a picture is made of: colours, paints, cuts and layers.

use crate::colour::Colour;
use crate::ramp::Scale;
use geometry::{Mesh, Vec3};

/// What a surface looks like.
#[derive(Clone, Copy, Debug)]
pub enum Paint<'a> {
    /// One colour.
    Plain(Colour),
    /// A value a vertex, in the bands of a scale.
    Values {
        /// One a vertex.
        values: &'a [f64],
        /// One a vertex: where it is positive there is no value, and the surface is bare. Empty: there is one everywhere.
        bare: &'a [f64],
        /// The bands.
        scale: &'a Scale,
    },
    /// One colour that what lies behind shines through: 0 is nothing, 1 hides it.
    Veil(Colour, f32),
}

/// A half space that is taken away: where `normal · point > offset`. What the cut goes through is filled, so that a
/// solid looks solid. The normal is to point towards the viewer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// Towards what is taken away.
    pub normal: Vec3,
    /// Of the plane along the normal, mm.
    pub offset: f64,
    /// Colour of the cut face.
    pub fill: Colour,
}

/// One mesh of a picture. Where cut faces lie on each other the later layer is seen.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a> {
    /// The surface.
    pub mesh: &'a Mesh,
    /// How it looks.
    pub paint: Paint<'a>,
    /// What is taken away of it.
    pub cut: Option<Cut>,
    /// A closed surface that is seen from outside only: faces turned away are hidden by it and are not drawn.
    pub closed: bool,
}

impl<'a> Layer<'a> {
    /// A whole mesh.
    pub const fn whole(mesh: &'a Mesh, paint: Paint<'a>) -> Self {
        Self { mesh, paint, cut: None, closed: false }
    }

    /// A whole mesh that bounds a solid.
    pub const fn solid(mesh: &'a Mesh, paint: Paint<'a>) -> Self {
        Self { mesh, paint, cut: None, closed: true }
    }
}
