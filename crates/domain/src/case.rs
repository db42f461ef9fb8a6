//! The case: one person, one residual limb, one prosthesis, one day. The public input contract, version 1.
//!
//! Every field that decides about safety is asked for, none is defaulted: a contraindication that nobody thought of
//! must not read as "no".

use crate::asked_back;
mod version;

use crate::body_mass::BodyMass;
pub use crate::concept::SocketConcept;
pub use crate::conditions::{Cognition, Conditions, Function, Neuroma};
use crate::day::ActivityKind;
use crate::day::Day;
use crate::days::{self, LaterDays, NamedDay};
use crate::document::{self, Bounds, Problem, Violation};
use crate::limb::{AmputationLevel, MONTHS, ResidualLimb};
use crate::pump_settings::PumpSettings;
use crate::scan::LimbScan;
use crate::sock::SockPly;
use crate::technique::Technique;
pub use crate::text_line::REASON_LENGTH;
use crate::text_line::line_of_text;
pub use crate::workshop::Job;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use version::CASE_VERSION;
use version::begins_well;

const BODY_MASS: Bounds = Bounds::new(15.0, 300.0, "kg");
const AGE: Bounds = Bounds::new(2.0, 120.0, "years");
const CLEARANCE: Bounds = Bounds::new(0.0, 800.0, "mm");
const FOOT_LENGTH: Bounds = Bounds::new(10.0, 40.0, "cm");
const PROSTHESIS_MASS: Bounds = Bounds::new(0.3, 10.0, "kg");
const FOOT_HEIGHT: Bounds = Bounds::new(10.0, 250.0, "mm");
const FOOTSHELL: Bounds = Bounds::new(0.0, 40.0, "mm");
const SHOE_HEEL: Bounds = Bounds::new(0.0, 80.0, "mm");
const ADAPTERS: Bounds = Bounds::new(0.0, 300.0, "mm");
const SLEEVE_LIFE: Bounds = Bounds::new(0.1, 36.0, "months");
const FIT_GAP: Bounds = Bounds::new(-3.0, 8.0, "mm");
const NAME_LENGTH: usize = 200;
const ABOUT_LENGTH: usize = 5_000;
const MONTHS_A_YEAR: f64 = 12.0;
const PUMP_LENGTH: usize = 100;
const MOST_SOCKS: usize = 10;
const MOST_CONFIRMED: usize = 20;

/// Medicare functional classification (MFCL): the patient's potential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[allow(missing_docs)]
pub enum KLevel {
    K0,
    K1,
    K2,
    K3,
    K4,
}

impl KLevel {
    /// "K3".
    pub const fn label(self) -> &'static str {
        match self {
            Self::K0 => "K0",
            Self::K1 => "K1",
            Self::K2 => "K2",
            Self::K3 => "K3",
            Self::K4 => "K4",
        }
    }
}

/// How active the person is within the functional level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ActivityLevel {
    Low,
    Moderate,
    High,
    VeryHigh,
}

/// What the prosthesis meets in the way of water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaterUse {
    /// Kept dry.
    None,
    /// Rain and splashes.
    Splash,
    /// Swimming, bathing, diving.
    Swim,
}

/// Interim or definitive prosthesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FittingStage {
    /// First prosthesis while the limb still matures.
    Interim,
    /// The limb has settled.
    Definitive,
}

/// Sex, as far as it bears on the limb's tissue and vessels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Sex {
    Female,
    Male,
}

/// The person.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Body mass with what is usually carried, without the prosthesis's own mass, kg.
    #[schemars(range(min = BODY_MASS.low, max = BODY_MASS.high))]
    pub body_mass_kg: f64,
    /// The same as it was given, lb, where it was given in pounds: what is printed in pounds is read in pounds.
    #[schemars(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_mass_lb: Option<f64>,
    /// Medicare functional level.
    pub k_level: KLevel,
    /// Age, years.
    #[schemars(range(min = AGE.low, max = AGE.high))]
    pub age_years: f64,
    /// Sex. Whoever does not say it is simulated as the persons of the studies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// How active within that level.
    pub activity: ActivityLevel,
    /// What the prosthesis meets in the way of water.
    pub water_use: WaterUse,
    /// Interim or definitive fitting.
    pub fitting_stage: FittingStage,
    /// Conditions.
    pub conditions: Conditions,
}

/// How a prosthesis is held on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SuspensionKind {
    /// A pump maintains the vacuum (VASS).
    ElevatedVacuum,
    /// One-way valve only.
    Suction,
    /// Shuttle lock with a pin.
    PinLock,
    /// Lanyard.
    Lanyard,
    /// Sleeve alone.
    Sleeve,
    /// No prosthesis yet.
    None,
}

/// Modes of the electronic pump's rotary switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PumpMode {
    /// Off: the adapter's valve holds what vacuum there is.
    Off,
    /// Vacuum by activity.
    Automatic,
    /// Manual level 1 (comfort).
    Level1,
    /// Manual level 2.
    Level2,
    /// Manual level 3.
    Level3,
    /// Manual level 4 (high suspension).
    Level4,
    /// Flush and quick release.
    Reverse,
}

/// Parts the person has and may keep.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExistingParts {
    /// The pump in use, by its printed name or article number (e.g. "P2").
    #[schemars(length(min = 1, max = PUMP_LENGTH))]
    pub pump: String,
    /// Whether the present vacuum socket is connected through external tubing.
    pub external_tubing: bool,
    /// Whether the present socket is to be kept.
    pub keep_socket: bool,
}

/// The prosthesis: what is there, and what space there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prosthesis {
    /// Space for components: distal end of the socket to the floor (TT) or to the knee's proximal connection (TF), mm.
    #[schemars(range(min = CLEARANCE.low, max = CLEARANCE.high))]
    pub available_clearance_mm: f64,
    /// Above the knee only: space from the knee's distal connection to the floor, mm. Without it that space is not known.
    #[schemars(range(min = CLEARANCE.low, max = CLEARANCE.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below_knee_clearance_mm: Option<f64>,
    /// Build height of the foot as its maker prints it, from its upper connection to the floor, mm. Without it the height stays open.
    #[schemars(range(min = FOOT_HEIGHT.low, max = FOOT_HEIGHT.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foot_build_height_mm: Option<f64>,
    /// What the footshell adds below the foot, mm; 0 where the build height is with it.
    #[schemars(range(min = FOOTSHELL.low, max = FOOTSHELL.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footshell_mm: Option<f64>,
    /// Heel of the shoe, mm, where the space was measured in shoes; 0 where it was measured barefoot.
    #[schemars(range(min = SHOE_HEEL.low, max = SHOE_HEEL.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shoe_heel_mm: Option<f64>,
    /// Adapters between socket and pump, together, mm; the plate of an electronic pump is not among them.
    #[schemars(range(min = ADAPTERS.low, max = ADAPTERS.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adapters_mm: Option<f64>,
    /// Foot length, cm.
    #[schemars(range(min = FOOT_LENGTH.low, max = FOOT_LENGTH.high))]
    pub foot_length_cm: f64,
    /// Mass of the whole prosthesis, kg.
    #[schemars(range(min = PROSTHESIS_MASS.low, max = PROSTHESIS_MASS.high))]
    pub mass_kg: f64,
    /// A microprocessor knee or another wide component sits right below the socket.
    #[serde(default)]
    pub wide_component_below_socket: bool,
    /// The person asks to adjust suspension continuously by hand.
    #[serde(default)]
    pub wants_adjustable_suspension: bool,
    /// How the present prosthesis is held on.
    pub suspension_now: SuspensionKind,
    /// Socks worn now at the start of the day, one entry a sock.
    #[serde(default)]
    #[schemars(length(max = MOST_SOCKS))]
    pub socks_now: Vec<SockPly>,
    /// A thin silicone barrier protects the sleeve from inside.
    #[serde(default)]
    pub sleeve_barrier: bool,
    /// Months after which the sealing sleeve is replaced, as told by the person or agreed with them.
    #[schemars(range(min = SLEEVE_LIFE.low, max = SLEEVE_LIFE.high))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleeve_months: Option<f64>,
    /// Mean gap between limb in its liner and socket wall at donning, mm: 0 fits, positive is loose, negative tight.
    #[serde(default)]
    #[schemars(range(min = FIT_GAP.low, max = FIT_GAP.high))]
    pub fit_gap_mm: f64,
    /// Mode of an electronic pump.
    #[serde(default = "automatic")]
    pub pump_mode: PumpMode,
    /// Settings of the electronic pump's controller; `concord pump-settings` lists them with limits and defaults.
    #[serde(default, skip_serializing_if = "PumpSettings::is_empty")]
    pub pump_settings: PumpSettings,
    /// Why a vacuum socket is made although vacuum is refused for this person: whoever decides it signs with it, on every sheet.
    #[schemars(length(min = 1, max = REASON_LENGTH))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub although_refused: Option<String>,
    /// The job that its socket is made under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Job>,
    /// Parts to keep or replace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existing: Option<ExistingParts>,
}

const fn automatic() -> PumpMode {
    PumpMode::Automatic
}

/// One case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Concord case, version 1")]
pub struct Case {
    /// Version of this format: 1.
    #[schemars(extend("const" = CASE_VERSION))]
    pub concord: u32,
    /// What to call the case. Not the patient's name.
    #[schemars(length(min = 1, max = NAME_LENGTH))]
    pub name: String,
    /// What the case is about, in a sentence or two.
    #[serde(default)]
    #[schemars(length(max = ABOUT_LENGTH))]
    pub about: String,
    /// Numbers that were asked back and are right, each as the question says: `person.body_mass_kg = 185`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MOST_CONFIRMED))]
    pub confirmed: Vec<String>,
    /// The person.
    pub person: Person,
    /// The residual limb.
    pub limb: ResidualLimb,
    /// A scan of the limb: its shape goes before the tape's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<LimbScan>,
    /// The technique its socket is made by; the usual one without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technique: Option<Technique>,
    /// The prosthesis.
    pub prosthesis: Prosthesis,
    /// The day.
    pub day: Day,
    /// The days after it, for weeks: each entry repeats the day, or has activities of its own. Report and pages show the first day
    /// in full, and all days in a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = days::MOST_ENTRIES))]
    pub days: Vec<LaterDays>,
}

impl Case {
    /// Reads and checks a case. Keys in US units (`body_mass_lb` for `body_mass_kg`) are taken, see
    /// [`document::read_clinical`].
    ///
    /// # Errors
    /// Every fault found, each with line, field, value and what would be right.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        begins_well(text)?;
        document::read_clinical(text, |case: &Self| case.faults_and_questions(vec![]))
    }

    /// The same with a check of what this crate cannot know; and faults of shape do not hide each other: what is at fault is read as in `template`, a sound case, and
    /// reading goes on.
    ///
    /// # Errors
    /// As [`Case::parse`].
    pub fn parse_every(
        text: &str,
        template: &toml::Table,
        check: impl Fn(&Self) -> Vec<Violation>,
    ) -> Result<Self, Vec<Problem>> {
        Self::parse_every_checked(text, template, &check)
    }

    fn parse_every_checked(
        text: &str,
        template: &toml::Table,
        check: &dyn Fn(&Self) -> Vec<Violation>,
    ) -> Result<Self, Vec<Problem>> {
        begins_well(text)?;
        document::read_every(text, template, hangs_on, |case: &Self| case.faults_and_questions(check(case)))
    }

    /// What is wrong, what else is, and what is asked back of the rest.
    fn faults_and_questions(&self, more: Vec<Violation>) -> Vec<Violation> {
        let mut found = [self.violations(), more].concat();
        let questions = asked_back::questions(&asked_back::Numbers {
            mass: self.person.body_mass(),
            age_years: self.person.age_years,
            clearance_mm: self.prosthesis.available_clearance_mm,
            foot_cm: self.prosthesis.foot_length_cm,
            temperature_c: self.day.temperature_c,
            limb: &self.limb,
            confirms: &|field, number| self.confirms(field, number),
        });
        let wrong = |question: &Violation| found.iter().any(|fault| fault.field == question.field);
        let asked: Vec<Violation> = questions.into_iter().filter(|question| !wrong(question)).collect();
        found.extend(asked);
        found
    }

    /// Whether the number at a field was asked back and is right.
    pub fn confirms(&self, field: &str, number: f64) -> bool {
        self.confirmed
            .iter()
            .filter_map(|entry| entry.split_once('='))
            .any(|(confirmed, right)| confirmed.trim() == field && right.trim().replace('_', "").parse() == Ok(number))
    }

    /// The day and those after it, in their order.
    pub fn days_in_a_row(&self) -> Vec<NamedDay> {
        days::in_a_row(&self.day, &self.days)
    }

    /// How the socket carries load, where the case has a technique of its own. Without one the usual technique is meant.
    pub fn socket_concept(&self) -> Option<SocketConcept> {
        self.technique.as_ref().map(|technique| technique.concept(self.limb.amputation_level))
    }

    /// Nobody lost a limb before they were born.
    fn older_than_the_amputation(&self, found: &mut Vec<Violation>) {
        let Some(months) = self.limb.months_since_amputation else { return };
        // A person of 30 years may be nearly 31.
        let most = MONTHS_A_YEAR * (self.person.age_years.floor() + 1.0);
        if months >= most && months <= MONTHS.high {
            let what = format!("longer ago than this person of {} years lives", self.person.age_years);
            let expected = format!("give less than {most} months, or correct the age");
            found.push(Violation::new("limb.months_since_amputation", what, expected));
        }
    }

    /// Everything wrong with the meaning of this case, by field.
    pub fn violations(&self) -> Vec<Violation> {
        let mut found = vec![];
        line_of_text(&mut found, "name", &self.name, NAME_LENGTH);
        if self.about.chars().count() > ABOUT_LENGTH || self.about.chars().any(|c| c.is_control() && c != '\n') {
            let expected = format!("give plain text of at most {ABOUT_LENGTH} characters");
            found.push(Violation::new("about", "no usable text", expected));
        }
        if self.confirmed.len() > MOST_CONFIRMED {
            found.push(Violation::new("confirmed", "too many numbers", format!("give at most {MOST_CONFIRMED}")));
        }
        self.person.violations(&mut found);
        self.limb.violations("limb", &mut found);
        self.older_than_the_amputation(&mut found);
        if let Some(scan) = &self.scan {
            scan.violations("scan", self.limb.amputation_level, &mut found);
        }
        if let Some(technique) = &self.technique {
            technique.violations("technique", &mut found);
            technique.strangers("technique", self.limb.amputation_level, &mut found);
        }
        self.prosthesis.violations(&mut found);
        self.day.violations("day", &mut found);
        if self.limb.amputation_level == AmputationLevel::Transtibial && self.limb.limb_length_mm > 350.0 {
            found.push(Violation::new(
                "limb.limb_length_mm",
                "longer than a transtibial limb is",
                "give at most 350 mm below the mid-patellar tendon",
            ));
        }
        let swims = self.day.activities.iter().position(|activity| activity.kind == ActivityKind::Swim);
        if let Some(index) = swims
            && self.person.water_use != WaterUse::Swim
        {
            found.push(days::swims_unsaid(format!("day.activities[{index}].do")));
        }
        days::violations("days", &self.days, self.person.water_use == WaterUse::Swim, &mut found);
        found
    }
}

impl Person {
    /// The body mass in the unit in which it was given.
    pub fn body_mass(&self) -> BodyMass {
        let given = self.body_mass_lb.map(BodyMass::lb);
        // Whoever changes the kilograms, as a trial does, has given kilograms.
        let as_given = given.filter(|given| given.mass().kg() == self.body_mass_kg);
        as_given.unwrap_or(BodyMass::kg(self.body_mass_kg))
    }

    fn violations(&self, found: &mut Vec<Violation>) {
        BODY_MASS.check(found, "person.body_mass_kg".into(), self.body_mass_kg);
        AGE.check(found, "person.age_years".into(), self.age_years);
    }
}

impl Prosthesis {
    fn violations(&self, found: &mut Vec<Violation>) {
        let at = |field: &str| format!("prosthesis.{field}");
        CLEARANCE.check(found, at("available_clearance_mm"), self.available_clearance_mm);
        FOOT_LENGTH.check(found, at("foot_length_cm"), self.foot_length_cm);
        PROSTHESIS_MASS.check(found, at("mass_kg"), self.mass_kg);
        FIT_GAP.check(found, at("fit_gap_mm"), self.fit_gap_mm);
        let optional = [
            ("below_knee_clearance_mm", CLEARANCE, self.below_knee_clearance_mm),
            ("foot_build_height_mm", FOOT_HEIGHT, self.foot_build_height_mm),
            ("footshell_mm", FOOTSHELL, self.footshell_mm),
            ("shoe_heel_mm", SHOE_HEEL, self.shoe_heel_mm),
            ("adapters_mm", ADAPTERS, self.adapters_mm),
            ("sleeve_months", SLEEVE_LIFE, self.sleeve_months),
        ];
        for (field, bounds, value) in optional {
            if let Some(value) = value {
                bounds.check(found, at(field), value);
            }
        }
        if self.socks_now.len() > MOST_SOCKS {
            let expected = format!("give one entry a sock, at most {MOST_SOCKS}");
            found.push(Violation::new(at("socks_now"), format!("{} socks", self.socks_now.len()), expected));
        }
        if let Some(existing) = &self.existing {
            line_of_text(found, &at("existing.pump"), &existing.pump, PUMP_LENGTH);
        }
        self.job.iter().for_each(|job| job.violations(&at("job"), found));
        if let Some(reason) = &self.although_refused {
            line_of_text(found, &at("although_refused"), reason, REASON_LENGTH);
        }
    }
}

/// Whether a fault of meaning at `fault` may come from the value at `field`, which stands elsewhere.
fn hangs_on(field: &str, fault: &str) -> bool {
    const PAIRS: [(&str, &str); 10] = [
        ("person.age_years", "limb.months_since_amputation"),
        ("limb.limb_length_mm", "limb.circumferences["),
        ("limb.amputation_level", "limb.limb_length_mm"),
        ("limb.amputation_level", "technique"),
        ("limb.amputation_level", "scan.landmarks["),
        ("scan.goes_by", "scan.goes_by"),
        ("person.water_use", "day.activities["),
        ("person.water_use", "days["),
        ("technique", "technique"),
        ("prosthesis.pump_settings", "prosthesis.pump_settings"),
    ];
    PAIRS.iter().any(|(from, to)| field.starts_with(from) && fault.starts_with(to))
}

#[cfg(test)]
mod tests;
