//! What the senses of a drive remember.

/// What is held by a fault, and what a hand is about to do.
#[derive(Clone, Debug, Default)]
pub(super) struct Senses {
    pub line_held: Option<f64>,
    pub barometer_held: Option<f64>,
    pub motion_held: Option<[f32; 3]>,
    pub silences_from_s: Option<f64>,
    pub digits: u8,
}

impl Senses {
    /// The gesture that silences begins.
    pub fn silence_from(&mut self, t_s: f64) {
        self.silences_from_s = Some(t_s);
    }
}
