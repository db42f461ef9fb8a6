//! The suspensions that a day can be simulated with, as plain data: the twin knows no brand.

use crate::pump::{PumpNumbers, Wears};
use domain::case::{PumpMode, SocketConcept};
pub use domain::catalog::Connection;
use physics::electric_pump::Chemistry;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::{Arg, Said, Wording};

/// What an electric pump's cells are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cells {
    /// The pump's own, rechargeable.
    #[default]
    Rechargeable,
    /// Alkaline cells in their place.
    Alkaline,
}

impl Cells {
    /// What they are made of.
    pub const fn chemistry(self) -> Chemistry {
        match self {
            Self::Rechargeable => Chemistry::NickelMetalHydride,
            Self::Alkaline => Chemistry::Alkaline,
        }
    }
}

/// What makes the suspension.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Drive {
    /// A pump that strokes once a stride: by body weight, or by a part that swings.
    WeightActivated {
        /// Chambers.
        chambers: u32,
        /// Body mass that the functional ring is made for, kg; none where it is adjusted to the person.
        rated_mass_kg: Option<f64>,
        /// Stiffness of the ring relative to a new one (a worn ring is softer).
        ring_condition: f64,
        /// Connection.
        connection: Connection,
    },
    /// An electric pump.
    Electric {
        /// Position of its switch.
        mode: PumpMode,
        /// Connection.
        connection: Connection,
        /// What its cells are made of.
        #[serde(default)]
        cells: Cells,
    },
    /// An electric pump that draws once after each donning; then nothing but the seal holds the vacuum.
    Once {
        /// Vacuum at which the motor stops, kPa.
        vacuum_kpa: f64,
        /// Connection.
        connection: Connection,
        /// What its cells are made of.
        #[serde(default)]
        cells: Cells,
    },
    /// A motor that draws once after each donning, then a pump that strokes once a stride.
    Hybrid {
        /// Vacuum at which the motor stops, kPa.
        vacuum_kpa: f64,
        /// Chambers.
        chambers: u32,
        /// Body mass that the functional ring is made for, kg; none where it is adjusted to the person.
        rated_mass_kg: Option<f64>,
        /// Stiffness of the ring relative to a new one.
        ring_condition: f64,
        /// Connection.
        connection: Connection,
    },
    /// A pump that a hand works after donning; nothing works it while walking.
    Hand {
        /// Connection.
        connection: Connection,
    },
    /// A source outside the prosthesis that keeps this vacuum all day, as studies use it.
    Regulated {
        /// Vacuum below the ambient air, kPa.
        vacuum_kpa: f64,
    },
    /// A one-way valve only.
    Suction,
    /// A shuttle lock with a pin.
    PinLock,
}

/// One suspension to simulate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct System {
    /// Short name for files and options, e.g. `suction`.
    pub id: String,
    /// Name for people.
    pub name: Said,
    /// What makes the suspension.
    pub drive: Drive,
    /// How the socket carries load.
    pub socket: SocketConcept,
    /// What a pump of a make brings; none for a pump of no maker, whose numbers are among the parameters. It stands in the
    /// catalogue, and so in no result.
    #[serde(skip)]
    pub pump: Option<PumpNumbers>,
}

impl System {
    /// One-way-valve suction in a total-surface-bearing socket.
    pub fn suction() -> Self {
        Self {
            id: "suction".into(),
            name: Wording::new("system-suction").into(),
            drive: Drive::Suction,
            socket: SocketConcept::TotalSurfaceBearing,
            pump: None,
        }
    }

    /// Shuttle lock with pin, in a total-surface-bearing socket: what is compared are suspensions, not sockets.
    pub fn pin_lock() -> Self {
        Self {
            id: "pin".into(),
            name: Wording::new("system-pin").into(),
            drive: Drive::PinLock,
            socket: SocketConcept::TotalSurfaceBearing,
            pump: None,
        }
    }

    /// A regulated source of vacuum (kPa) on the valve's port.
    pub fn regulated(vacuum_kpa: f64) -> Self {
        Self {
            id: format!("regulated:{vacuum_kpa}"),
            name: Wording::new("system-regulated").with("vacuum", Arg::Figure(format!("{vacuum_kpa} kPa"))).into(),
            drive: Drive::Regulated { vacuum_kpa },
            socket: SocketConcept::TotalSurfaceBearing,
            pump: None,
        }
    }

    /// Whether a controller decides what vacuum is aimed at.
    pub fn is_controlled(&self) -> bool {
        matches!(self.drive, Drive::Electric { .. })
    }

    /// Whether the prosthesis stands on a functional ring, which turns and gives way. A weight-activated pump of no maker has one.
    pub fn has_ring(&self) -> bool {
        let ring = |pump: &PumpNumbers| pump.wears() == Some(Wears::Ring);
        matches!(self.drive, Drive::WeightActivated { .. } | Drive::Hybrid { .. })
            && self.pump.as_ref().is_none_or(ring)
    }

    /// Whether something maintains the vacuum.
    pub fn is_active(&self) -> bool {
        matches!(
            self.drive,
            Drive::WeightActivated { .. } | Drive::Electric { .. } | Drive::Hybrid { .. } | Drive::Regulated { .. }
        )
    }
}
