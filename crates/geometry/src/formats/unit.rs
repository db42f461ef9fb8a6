//! The units of length that files are in.

use std::fmt;

/// A unit of length of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 1 µm.
    Micrometre,
    /// 1 mm.
    Millimetre,
    /// 10 mm.
    Centimetre,
    /// 25.4 mm.
    Inch,
    /// 304.8 mm.
    Foot,
    /// 1,000 mm.
    Metre,
    /// 380.81 mm: the scale of OpenLimb's normalised shapes.
    Normalised,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 7] =
        [Self::Millimetre, Self::Centimetre, Self::Metre, Self::Inch, Self::Normalised, Self::Foot, Self::Micrometre];

    /// Its length, mm.
    pub fn millimetres(self) -> f64 {
        match self {
            Self::Micrometre => 1e-3,
            Self::Millimetre => 1.0,
            Self::Centimetre => 10.0,
            Self::Inch => 25.4,
            Self::Foot => 304.8,
            Self::Metre => 1_000.0,
            Self::Normalised => 380.81,
        }
    }

    /// Its name as the user gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Micrometre => "um",
            Self::Millimetre => "mm",
            Self::Centimetre => "cm",
            Self::Inch => "in",
            Self::Foot => "ft",
            Self::Metre => "m",
            Self::Normalised => "openlimb",
        }
    }

    /// The unit of a name, as [`Unit::name`] gives it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
