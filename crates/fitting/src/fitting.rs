//! The result of a fitting: the public answer, the same in every view.

use crate::conclusion::{Conclusion, EvidenceNote, Verdict};
use crate::text;
use domain::catalog::{Connection, Drive};
use domain::{BodyMassRange, MassUnit};
use schemars::JsonSchema;
use serde::Serialize;

/// What becomes of a pump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The one to take.
    Recommended,
    /// Fits, but another ranks higher.
    Possible,
    /// Does not fit; its reasons say why.
    Refused,
}

/// What becomes of the person's wish for vacuum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Candidacy {
    /// A candidate.
    Candidate,
    /// A candidate, but not before something is settled.
    NotBefore,
    /// A contraindication was found.
    Refused,
}

impl Candidacy {
    /// What the conclusions about a person come to.
    pub(crate) fn of(screening: &[Conclusion]) -> Self {
        if screening.iter().any(|conclusion| conclusion.verdict == Verdict::Contraindication) {
            Self::Refused
        } else if screening.iter().any(|c| matches!(c.verdict, Verdict::OutOfRange | Verdict::NotBefore)) {
            Self::NotBefore
        } else {
            Self::Candidate
        }
    }
}

/// The size of a pump for this person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Size {
    /// As printed, e.g. "4" or "2-3".
    pub label: String,
    /// Place in the maker's list of sizes, counted from 0: grows with body mass.
    pub band: usize,
    /// The band of body mass as printed, in each printed unit.
    pub mass: BodyMassRange,
    /// The unit of the column that was read: that in which the mass was given, where it is printed.
    pub unit: MassUnit,
    /// The person lies in a hole between bands, or where two touch; the heavier one was taken.
    pub heavier_taken: bool,
    /// Printed as a special order.
    pub special_order: bool,
    /// Order number as printed, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
}

impl Size {
    /// "106 to 122 lb"; where both columns are printed, the one that was read first: "48 to 55 kg (104 to 121 lb)".
    pub fn persons(&self) -> String {
        text::band(&self.mass, self.unit)
    }
}

/// Space needed and space there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Clearance {
    /// Needed by the pump as printed, mm.
    pub needed_mm: f64,
    /// The same, inches.
    pub needed_in: f64,
    /// Available, mm.
    pub available_mm: f64,
    /// The same, inches.
    pub available_in: f64,
    /// What stays, mm; negative where it does not fit.
    pub left_mm: f64,
    /// The pump sits where the available space was measured. Not so for a pump in the foot of a transfemoral case.
    pub comparable: bool,
}

/// What a simulation needs to know of a pump: plain data.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PumpData {
    /// Article.
    pub article: String,
    /// What drives it.
    pub drive: Drive,
    /// Number of chambers, where a source tells.
    pub chambers: Option<u8>,
    /// How it is connected in this case, where a source tells.
    pub connection: Option<Connection>,
    /// Size as printed, for pumps that come in sizes.
    pub size: Option<String>,
    /// Lightest person of the size, or of the pump where it has no sizes, kg: converted where only pounds are printed.
    pub min_kg: Option<f64>,
    /// Heaviest person, in the same way.
    pub max_kg: Option<f64>,
    /// Mass of the pump, g, where printed.
    pub mass_g: Option<f64>,
}

/// One pump, judged.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PumpAdvice {
    /// Article as printed.
    pub article: String,
    /// Name as printed.
    pub name: String,
    /// What becomes of it.
    pub standing: Standing,
    /// Sum of the merits of its reasons: our judgement, orders the pumps that fit.
    pub merit: f64,
    /// Its size; absent for pumps without sizes and where none is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    /// Space; absent where no clearance height is printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clearance: Option<Clearance>,
    /// Why: refusals, cautions, reasons for and against, notes.
    pub reasons: Vec<Conclusion>,
    /// What a simulation needs.
    pub data: PumpData,
}

impl PumpAdvice {
    /// The conclusions that refuse it.
    pub fn refusals(&self) -> impl Iterator<Item = &Conclusion> {
        self.reasons.iter().filter(|conclusion| conclusion.refuses())
    }
}

/// The liner.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LinerAdvice {
    /// Circumference where the liner is sized, mm; absent where it was not measured.
    pub circumference_mm: Option<f64>,
    /// Size, mm of circumference; absent where not measured or not sized so (transfemoral).
    pub size_mm: Option<f64>,
    /// The size below, where the first one reduces little.
    pub alternative_mm: Option<f64>,
    /// How much smaller than the limb, %.
    pub reduction_pct: Option<f64>,
    /// A custom liner is advised.
    pub custom: bool,
    /// Why.
    pub reasons: Vec<Conclusion>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PartKind {
    Pump,
    Delivered,
    SocketConnector,
    AdapterPlate,
    OffsetAdapterPlate,
    Liner,
    Sheath,
    Sleeve,
}

/// One line of the parts list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Article or order number as printed; absent where none is printed.
    pub article: Option<String>,
    /// Name as printed.
    pub name: String,
    /// How many to order; 0 for what comes with another part or is kept.
    pub quantity: u32,
    /// Size, where it comes in sizes.
    pub size: Option<String>,
    /// Why it is there.
    pub why: String,
    /// Id of the rule.
    pub rule: String,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// The answer to a case. The caller gives it its version.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Fitting {
    /// No contraindication was found.
    pub candidate: bool,
    /// The same in three steps: what is out of range, or has to be settled first, is no green light.
    pub verdict: Candidacy,
    /// Indications, contraindications and cautions of the person.
    pub screening: Vec<Conclusion>,
    /// Every pump of the catalogue: the recommended one, possible ones by merit, then refused ones.
    pub pumps: Vec<PumpAdvice>,
    /// How the pumps were ordered.
    pub ordering: Vec<Conclusion>,
    /// The liner; absent where nothing is recommended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liner: Option<LinerAdvice>,
    /// Parts to order for the recommended pump; empty where nothing is recommended.
    pub parts: Vec<Part>,
    /// What studies, guidelines and payers say.
    pub evidence: Vec<EvidenceNote>,
}

impl Fitting {
    /// The recommended pump, if any.
    pub fn recommended(&self) -> Option<&PumpAdvice> {
        self.pumps.iter().find(|pump| pump.standing == Standing::Recommended)
    }

    /// Adds what something else than the rules found about the person, e.g. a simulated day.
    pub fn found(&mut self, conclusion: Conclusion) {
        self.screening.push(conclusion);
        self.verdict = Candidacy::of(&self.screening);
    }

    /// The advice for an article.
    pub fn pump(&self, article: &str) -> Option<&PumpAdvice> {
        self.pumps.iter().find(|pump| pump.article == article)
    }
}
