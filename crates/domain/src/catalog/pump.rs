//! What only a pump has: its structure, its sizes by body mass, and the foot table of a pump inside a foot.

pub use super::drive::Drive;
use super::performance::Performance;
use super::printed::Printed;
use crate::body_mass::BodyMassRange;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a pump reaches the air in the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Connection {
    /// Straight into the socket's end, no external tube.
    Direct,
    /// Through an external tube and a socket connector.
    Tube,
}

/// What a source says a pump is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Long limbs, or where space is short.
    LittleSpace,
    /// Existing vacuum sockets with external tubing.
    Retrofit,
    /// Highly active people.
    HighActivity,
    /// Continuous suspension that the person adjusts.
    AdjustableSuspension,
    /// Swimming and splashes.
    Water,
    /// Service without sending it in.
    FieldService,
    /// Vertical shock and torsion taken by the pump.
    ShockAndTorsion,
    /// The impact at heel strike, taken by a pump's own foot.
    HeelStrike,
    /// Setting readable by touch.
    ReadByTouch,
    /// Transfemoral users.
    Transfemoral,
}

/// One use that a source prints for a pump.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suit {
    /// The use.
    #[serde(rename = "use")]
    pub purpose: Use,
    /// The words that say so.
    pub printed: String,
    /// The printed page; absent where the copy that was read shows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// Number of pumping chambers, and how it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chambers {
    /// One or two.
    pub count: u8,
    /// The printed words, or how we came to the number.
    pub because: String,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// One size for a band of body mass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SizeBand {
    /// Size as printed.
    pub size: String,
    /// Order number as printed.
    pub order_number: String,
    /// The band of body mass.
    pub mass: Printed<BodyMassRange>,
}

/// What a cell of the foot table offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FootCell {
    /// First and last foot length of the cell, cm; equal but for merged cells.
    pub foot_cm: [f64; 2],
    /// The cell as printed.
    pub printed: String,
    /// Size; absent for a blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// Printed as a special order.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special_order: bool,
}

/// One band of body mass in the foot table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FootRow {
    /// The band.
    pub mass: Printed<BodyMassRange>,
    /// Cells from the shortest foot to the longest.
    pub cells: Vec<FootCell>,
}

/// Size by body mass and foot length, of a pump built into a foot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FootTable {
    /// Column headings as printed.
    pub heading: Printed<String>,
    /// Foot lengths of the columns, cm.
    pub foot_lengths_cm: Vec<f64>,
    /// Footshell legend as printed below the table.
    pub footshells: Printed<Vec<String>>,
    /// Rows from the lightest person to the heaviest.
    pub rows: Vec<FootRow>,
}

impl FootTable {
    /// The cell in this row for this foot length, cm.
    pub fn cell(&self, row: usize, foot_length_cm: f64) -> Option<&FootCell> {
        self.cell_at(row, foot_length_cm).map(|(_, cell)| cell)
    }

    /// The same with its place in the row.
    pub fn cell_at(&self, row: usize, foot_length_cm: f64) -> Option<(usize, &FootCell)> {
        let mut cells = self.rows.get(row)?.cells.iter().enumerate();
        cells.find(|(_, cell)| (cell.foot_cm[0]..=cell.foot_cm[1]).contains(&foot_length_cm))
    }
}

/// What only a pump has: its structure, and what a simulation runs it with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pump {
    /// What drives it.
    pub drive: Drive,
    /// What a simulation runs it with; read from [`Pump::performance_of`] where that names another article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance: Option<Performance>,
    /// The article whose performance stands for this one's, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performance_of: Option<String>,
    /// Number of chambers; absent where no source tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chambers: Option<Chambers>,
    /// Ways to connect it, the preferred first; empty where no source tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connections: Vec<Connection>,
    /// The pump is part of a foot and takes its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replaces_foot: bool,
    /// Articles of the adapter plate that it is fixed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapter: Option<AdapterChoice>,
    /// Legacy pumps that it is printed to replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upgrades: Vec<String>,
    /// What sources print it to be meant for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suited_for: Vec<Suit>,
    /// Size row as printed, e.g. "0 1 2 3".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<SizeBand>,
    /// Size by body mass and foot length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foot_table: Option<FootTable>,
}

/// The plates of an electronic pump.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdapterChoice {
    /// Article of the usual plate.
    pub usual: String,
    /// Article of the offset plate.
    pub offset: String,
    /// The words that say when the offset plate is taken.
    pub offset_printed: String,
    /// The printed page; absent where the copy that was read shows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

impl Pump {
    /// The mass bands of its sizes or of its foot table, lightest first.
    pub fn mass_bands(&self) -> Vec<BodyMassRange> {
        match &self.foot_table {
            Some(table) => table.rows.iter().filter_map(|row| row.mass.value).collect(),
            None => self.sizes.iter().filter_map(|size| size.mass.value).collect(),
        }
    }

    /// Whether a source prints this use for it.
    pub fn suit(&self, purpose: Use) -> Option<&Suit> {
        self.suit_at(purpose).map(|(_, suit)| suit)
    }

    /// The same with its place in the list.
    pub fn suit_at(&self, purpose: Use) -> Option<(usize, &Suit)> {
        self.suited_for.iter().enumerate().find(|(_, suit)| suit.purpose == purpose)
    }
}
