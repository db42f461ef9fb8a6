//! The height budget of a pump: what stands between socket and floor, or socket and knee, from top to bottom.

use crate::parts_of_case::{plate, printed_at, transfemoral};
use crate::text;
use domain::Case;
use domain::catalog::{Catalog, Component, Connection, Pump};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};
use units::Length;

/// Where a pump sits, and so which space counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Below the knee: from the distal end of the socket to the floor.
    BelowSocket,
    /// Above the knee: from the distal end of the socket to the knee's proximal connection.
    AboveKnee,
    /// Above the knee: from the knee's distal connection to the floor.
    BelowKnee,
}

impl Place {
    /// The field of the case that gives the space there.
    pub const fn field(self) -> &'static str {
        match self {
            Self::BelowSocket | Self::AboveKnee => "prosthesis.available_clearance_mm",
            Self::BelowKnee => "prosthesis.below_knee_clearance_mm",
        }
    }

    /// The space between which two ends, in words.
    pub fn between(self) -> Said {
        Wording::new(match self {
            Self::BelowSocket => "place-below_socket",
            Self::AboveKnee => "place-above_knee",
            Self::BelowKnee => "place-below_knee",
        })
        .into()
    }
}

/// Whether a pump fits in the height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeightVerdict {
    /// Everything that must stand there is known, and fits.
    Fits,
    /// Something that must stand there is not known.
    Unknown,
    /// What is known needs more than there is.
    Short,
}

/// What a piece of the stack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PieceKind {
    Adapters,
    Plate,
    Pump,
    /// A pump that is part of a foot.
    PumpAndFoot,
    /// Pylon, clamp or adapter: what is left for them.
    Pylon,
    Foot,
    Footshell,
    Shoe,
}

impl PieceKind {
    /// Its name in JSON and in the texts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adapters => "adapters",
            Self::Plate => "plate",
            Self::Pump => "pump",
            Self::PumpAndFoot => "pump_and_foot",
            Self::Pylon => "pylon",
            Self::Foot => "foot",
            Self::Footshell => "footshell",
            Self::Shoe => "shoe",
        }
    }

    /// In a word or two.
    pub fn word(self) -> Said {
        Wording::new(format!("piece-{}", self.id())).into()
    }
}

/// On whose word a piece has its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Printed in the catalogue.
    Printed,
    /// Given in the case.
    Told,
    /// What the others leave.
    Left,
    /// Not given in the case.
    NotGiven,
    /// Printed nowhere.
    NotPrinted,
}

/// One piece of the stack.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its name for people.
    pub name: Said,
    /// Its height, mm; absent where nobody gave or printed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height_mm: Option<f64>,
    /// On whose word.
    pub basis: Basis,
    /// Whether it is counted: a plate is not, for whether the pump's figure includes it is not printed.
    pub counted: bool,
    /// Where the figure stands: a field of the case or of the catalogue.
    pub field: String,
}

/// What is not known of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The pump's own height is not printed.
    Pump,
    /// The pump's height is printed for a shorter foot only.
    PumpAtThisFootLength,
    /// With its plate the pump would not fit; whether the printed figure includes the plate is not printed.
    Plate,
    /// The space is not given.
    Space,
    /// The foot's build height is not given.
    Foot,
    /// Nothing is left for what joins the pump to the foot or the knee; whether they join without is not printed.
    Joint,
}

/// The height budget of one pump.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Height {
    /// Where the pump sits.
    pub place: Place,
    /// Whether it fits.
    pub verdict: HeightVerdict,
    /// The space there is, mm; absent where it was not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_mm: Option<f64>,
    /// What the counted pieces need together, mm.
    pub needed_mm: f64,
    /// What is left of the space, mm; negative where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_mm: Option<f64>,
    /// The pieces, from the socket down.
    pub pieces: Vec<Piece>,
    /// What is not known.
    pub unknown: Vec<Unknown>,
}

impl Height {
    /// The printed height of the pump, with its foot where it has one, mm.
    pub fn pump_mm(&self) -> Option<f64> {
        let pump = |kind| matches!(kind, PieceKind::Pump | PieceKind::PumpAndFoot);
        self.counted().find(|(piece, _)| pump(piece.kind)).map(|(_, mm)| mm)
    }

    /// Pieces that are counted, with their heights in mm. What is left for pylon and clamp is not among them.
    pub fn counted(&self) -> impl Iterator<Item = (&Piece, f64)> {
        let given = self.pieces.iter().filter(|piece| piece.counted && piece.basis != Basis::Left);
        given.filter_map(|piece| Some((piece, piece.height_mm?)))
    }

    /// Pieces that stand there and whose height nobody gave, but for the foot.
    pub fn not_given(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.basis == Basis::NotGiven && piece.kind != PieceKind::Foot)
    }

    /// What a foot would have to fit into: the foot's height is asked for and not given.
    pub fn waits_for_foot(&self) -> bool {
        self.unknown.contains(&Unknown::Foot)
    }
}

/// Where a pump sits: in the foot, straight at the socket, or where its tube lets it. That a pump on a tube stands below the knee of
/// an above-knee prosthesis is our reading; nothing is printed.
fn place(case: &Case, pump: &Pump) -> Place {
    let at_the_socket = pump.adapter.is_some() || pump.connections.first() == Some(&Connection::Direct);
    match transfemoral(case) {
        false => Place::BelowSocket,
        true if at_the_socket && !pump.replaces_foot => Place::AboveKnee,
        true => Place::BelowKnee,
    }
}

fn told(kind: PieceKind, field: &str, height_mm: Option<f64>) -> Piece {
    Piece {
        kind,
        name: kind.word(),
        height_mm,
        basis: if height_mm.is_some() { Basis::Told } else { Basis::NotGiven },
        counted: height_mm.is_some(),
        field: format!("prosthesis.{field}"),
    }
}

fn printed(kind: PieceKind, component: &Component, counted: bool) -> Piece {
    let height_mm = component.clearance_mm();
    Piece {
        kind,
        name: component.name.as_str().into(),
        height_mm,
        basis: if height_mm.is_some() { Basis::Printed } else { Basis::NotPrinted },
        counted: counted && height_mm.is_some(),
        field: printed_at(component, "clearance_height"),
    }
}

/// The height budget of a pump in a case; joining its parts takes `joint_mm` at least.
pub fn of(case: &Case, catalog: &Catalog, component: &Component, pump: &Pump, joint_mm: f64) -> Height {
    let (place, prosthesis) = (place(case, pump), &case.prosthesis);
    let to_floor = place != Place::AboveKnee;
    let plate = plate(case, catalog, pump);
    let available_mm = match place {
        Place::BelowSocket | Place::AboveKnee => Some(prosthesis.available_clearance_mm),
        Place::BelowKnee => prosthesis.below_knee_clearance_mm,
    };
    let mut pieces = vec![];
    // Who sits straight at the socket brings its own adapter or plate; what the case gives counts all the same.
    let own_adapter = plate.is_some() || pump.connections.first() == Some(&Connection::Direct);
    if place != Place::BelowKnee && (prosthesis.adapters_mm.is_some() || !own_adapter) {
        pieces.push(told(PieceKind::Adapters, "adapters_mm", prosthesis.adapters_mm));
    }
    pieces.extend(plate.map(|plate| printed(PieceKind::Plate, plate, false)));
    pieces.push(printed(if pump.replaces_foot { PieceKind::PumpAndFoot } else { PieceKind::Pump }, component, true));
    let below = pieces.len();
    if to_floor {
        if !pump.replaces_foot {
            pieces.push(told(PieceKind::Foot, "foot_build_height_mm", prosthesis.foot_build_height_mm));
        }
        pieces.push(told(PieceKind::Footshell, "footshell_mm", prosthesis.footshell_mm));
        pieces.push(told(PieceKind::Shoe, "shoe_heel_mm", prosthesis.shoe_heel_mm));
    }
    let needed_mm = pieces.iter().filter(|piece| piece.counted).filter_map(|piece| piece.height_mm).sum();
    let left_mm = available_mm.map(|available| available - needed_mm);
    let waits_for_foot = pieces.iter().any(|piece| piece.kind == PieceKind::Foot && piece.height_mm.is_none());
    // A foot that is still to come has some height.
    let too_high = |left: f64| left < 0.0 || (waits_for_foot && left <= 0.0);
    let plate_mm = plate.and_then(Component::clearance_mm).unwrap_or_default();
    let for_foot = component.clearance_height.as_ref().and_then(|cell| cell.value?.at_foot_length_cm);
    let short = left_mm.is_some_and(too_high);
    let asked = [
        (Unknown::Pump, component.clearance_mm().is_none()),
        (Unknown::PumpAtThisFootLength, for_foot.is_some_and(|printed| prosthesis.foot_length_cm > printed)),
        (Unknown::Plate, left_mm.is_some_and(|left| too_high(left - plate_mm))),
        (Unknown::Space, available_mm.is_none()),
        (Unknown::Foot, waits_for_foot),
        (Unknown::Joint, !pump.replaces_foot && left_mm.is_some_and(|left| left <= 0.0 || left < joint_mm)),
    ];
    let unknown: Vec<Unknown> = asked.into_iter().filter(|(_, open)| *open && !short).map(|(what, _)| what).collect();
    if let Some(left) = left_mm.filter(|left| *left >= 0.0 && !waits_for_foot) {
        let kind = PieceKind::Pylon;
        let name = if to_floor { kind.word() } else { Wording::new("piece-adapter_to_the_knee").into() };
        let field = place.field().into();
        pieces.insert(below, Piece { kind, name, height_mm: Some(left), basis: Basis::Left, counted: true, field });
    }
    let verdict = match (short, unknown.is_empty()) {
        (true, _) => HeightVerdict::Short,
        (false, false) => HeightVerdict::Unknown,
        (false, true) => HeightVerdict::Fits,
    };
    Height { place, verdict, available_mm, needed_mm, left_mm, pieces, unknown }
}

/// "117 mm (4.61 in)".
pub fn both(mm: f64) -> Arg {
    text::in_brackets(text::with(mm, "mm"), text::with(Length::from_mm(mm).inches(), "in"))
}
