//! An earlier scan laid on the limb, coloured by how far the limb now is from it.

use super::drawing::Shows;
use super::panel::{self, Panel};
use super::{Stage, View};
use maud::Markup;
use picture::{Paint, Scale};
use rayon::prelude::*;
use texts::Texts;
use workup::socket::MadeSocket;

/// The earlier scan from four sides.
#[derive(Debug)]
pub struct Change {
    texts: &'static Texts,
    scale: Scale,
    panels: Vec<Panel>,
}

impl Change {
    /// Draws every view; nothing without an earlier scan.
    pub fn new(texts: &'static Texts, made: &MadeSocket) -> Option<Self> {
        let earlier = made.earlier.as_ref()?;
        let values = &earlier.distances;
        let scale = Scale::over(values);
        // Bare where one of both scans has nothing to compare.
        let bare: Vec<f64> = values.iter().map(|value| if value.is_nan() { 1.0 } else { -1.0 }).collect();
        let paint = Paint::Values { values, bare: &bare, scale: &scale };
        let stage = Stage { painted: Some(&earlier.skin), ..Stage::new(texts, made, paint) };
        let panels = View::ALL.into_par_iter().map(|view| stage.panel(Shows::Change, view)).collect();
        Some(Self { texts, scale, panels })
    }

    /// The views.
    pub fn views(&self) -> impl Iterator<Item = Markup> + '_ {
        self.panels.iter().map(Panel::show)
    }

    /// What the colours mean.
    pub fn legend(&self) -> Markup {
        panel::legend(self.texts, &self.scale, "legend-change", panel::TO_NOW)
    }
}
