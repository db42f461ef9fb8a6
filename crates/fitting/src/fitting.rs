//! The result of a fitting: the public answer, the same in every view.

use crate::conclusion::{Conclusion, Evidence, EvidenceNote};
use crate::height::Height;
use crate::text;
use domain::catalog::{Connection, Drive, Performance};
use domain::{BodyMassRange, MassUnit};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said};

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
    /// A contraindication was found, or no pump fits.
    Refused,
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
    /// Where its cell stands in the article, e.g. `pump.sizes[2].mass`.
    pub printed_at: String,
}

impl Size {
    /// "106 to 122 lb"; where both columns are printed, the one that was read first: "48 to 55 kg (104 to 121 lb)".
    pub fn persons(&self) -> Arg {
        text::band(&self.mass, self.unit)
    }
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
    /// The numbers that its day is simulated with: the catalogue shows them, a fitting does not use them.
    #[serde(skip)]
    pub performance: Option<Performance>,
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
    /// The height budget where it sits.
    pub height: Height,
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

/// A liner's size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LinerSize {
    /// mm of circumference.
    pub size_mm: f64,
    /// How much smaller than the limb, %.
    pub reduction_pct: f64,
}

/// A pre-flexed liner, which is taken by length.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Preflexed {
    /// From the mid-patellar tendon to the distal end, mm.
    pub length_mm: f64,
    /// The printed length, mm, where print tells which one is the same or the next shorter.
    pub size_mm: Option<f64>,
    /// The limb has the shape for which it is printed.
    pub suits: bool,
}

/// The liner.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LinerAdvice {
    /// Circumference where the liner is sized, mm; absent where it was not measured, or not sized so (transfemoral).
    pub circumference_mm: Option<f64>,
    /// The measure in words, for whoever has the maker's chart: "281 mm, 4 cm above the distal end".
    pub measure: Option<Said>,
    /// The size, where print tells it; otherwise it is ordered by the maker's chart.
    pub size: Option<LinerSize>,
    /// Where print does not tell it: sizes of a series that we assume, the next smaller one first. Not to be ordered unasked.
    pub candidates: Vec<LinerSize>,
    /// A pre-flexed liner by length; absent above the knee.
    pub preflexed: Option<Preflexed>,
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
    Socket,
    Pump,
    Delivered,
    SocketConnector,
    AdapterPlate,
    OffsetAdapterPlate,
    Liner,
    Sheath,
    Sleeve,
    Footshell,
    Charger,
    Batteries,
}

/// One line of the order.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Article or order number as printed; absent where none is printed.
    pub article: Option<String>,
    /// Name as printed; in words where no article is.
    pub name: Said,
    /// How many to order; 0 for what comes with another part or is kept.
    pub quantity: u32,
    /// The line in whose delivery it comes, so that nothing is ordered twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included_in: Option<String>,
    /// Size as printed, where it comes in sizes and print tells which.
    pub size: Option<Said>,
    /// What was measured or told of the person that the maker asks for, e.g. "281 mm, 4 cm above the distal end".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Said>,
    /// What must still be asked before it is ordered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<Said>,
    /// Why it is there.
    pub why: Said,
    /// Id of the rule.
    pub rule: String,
    /// Key of the source in `data/sources.bib`: of the printed cell where there is one.
    pub source: String,
    /// The page, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// A force between limb and socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ForceKind {
    /// When the heel strikes the ground.
    Impact,
    /// In stance, around the long axis.
    Rotation,
    /// Lifting, in swing.
    Shear,
}

/// What in the system answers a force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredBy {
    /// The liner.
    Liner,
    /// What keeps the socket on: vacuum and seal.
    Closure,
    /// The load-bearing wall.
    Socket,
    /// The pump.
    Pump,
    /// The foot.
    Foot,
}

/// One answer to a force.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Answer {
    /// What answers.
    pub by: AnsweredBy,
    /// How.
    pub text: Said,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
}

/// A force between limb and socket, with what answers it in this person's system and what does not.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Force {
    /// Which.
    pub kind: ForceKind,
    /// What it is, and what is printed against it.
    pub text: Said,
    /// What answers it here.
    pub answers: Vec<Answer>,
    /// What is not answered, or not known.
    pub open: Vec<Said>,
    /// Whether the day simulates it.
    pub day: Said,
    /// Id of the rule.
    pub rule: String,
    /// Key of the source in `data/sources.bib`.
    pub source: String,
    /// How well it is founded.
    pub evidence: Evidence,
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
    /// The forces in the socket and what answers them; empty where nothing is recommended.
    pub forces: Vec<Force>,
    /// The order for the recommended pump's whole system; empty where nothing is recommended.
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
        self.judge();
    }

    /// What all conclusions come to.
    pub(crate) fn judge(&mut self) {
        let settled = self.to_settle().next().is_none();
        self.verdict = match self.recommended() {
            None => Candidacy::Refused,
            Some(_) if settled => Candidacy::Candidate,
            Some(_) => Candidacy::NotBefore,
        };
    }

    /// What has to be settled before anything is fitted: of the person, and of the recommended pump.
    pub fn to_settle(&self) -> impl Iterator<Item = &Conclusion> {
        self.to_settle_with(self.recommended())
    }

    /// The same of the person and of another pump.
    pub fn to_settle_with<'a>(&'a self, pump: Option<&'a PumpAdvice>) -> impl Iterator<Item = &'a Conclusion> {
        let of_pump = pump.into_iter().flat_map(|pump| &pump.reasons);
        self.screening.iter().chain(of_pump).filter(|conclusion| conclusion.must_be_settled())
    }

    /// The advice for an article.
    pub fn pump(&self, article: &str) -> Option<&PumpAdvice> {
        self.pumps.iter().find(|pump| pump.article == article)
    }
}
