//! # The population: who takes part
//!
//! **Stands for** how the persons of a study differ: by quantities of their case, by the shape of their limb and by the
//! twin's parameters, some of it from day to day.
//!
//! **Equations**
//! - person i: ChaCha8 with the study's seed, stream i: one z a parameter, one a quantity, one a shape mode (twelve), always
//!   all and in this order, so that a study that says more of one leaves the others as they are; then two lots
//! - correlations: the named z of the person, and those of the day, are each replaced by L·z, L·Lᵀ the correlation matrix
//!   (Cholesky, in the program's own order of names: in which order a file names them does not matter)
//! - day p of the person: another stream, the same order; z = √(1 − d)·z_person + √d·z_day, so that a trait (d = 0) stays what
//!   it is whatever it is correlated with. Two names correlate by r·(√((1 − d₁)(1 − d₂)) + √(d₁·d₂)), which is r where d is one
//! - what the study does not name: quantities stay the case's, modes at 0, parameters spread as `data/parameters.toml` says
//!
//! **Assumptions** normal scores are correlated linearly (Gaussian copula); what is not correlated is independent.
//! **Tests** `crates/evidence/tests/trial.rs`: laws and correlations come out as asked, persons do not depend on each other.

use crate::file::StudyFile;
use crate::law::{Law, Spread};
use crate::modes::{LimbModes, MOST_MODES};
use domain::Case;
use domain::day::{ActivityKind, USUAL_CADENCE_STEPS_PER_MIN};
use domain::document::{Violation, nearest};
use nalgebra::{DMatrix, DVector};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rand_distr::{Distribution, StandardNormal};
use std::collections::BTreeSet;
use texts::{Said, Wording};
use twin::parameters::{self, NAMES, ParameterSet, Values};

/// First stream of the days, and of the noise of sensors; persons' own lie below.
const DAY_STREAM: u64 = 1 << 33;
const NOISE_STREAM: u64 = 1 << 40;

macro_rules! quantities {
    ($($variant:ident $name:literal $unit:literal $id:literal),* $(,)?) => {
        /// A quantity of the case that may differ between persons.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // its words say what each is
        pub enum Quantity { $($variant),* }

        impl Quantity {
            /// All of them, in the order in which they are drawn: new ones go to the end.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            const TOLD: &[[&str; 3]] = &[$([$name, $unit, $id]),*];
        }
    };
}

quantities! {
    BodyMassKg "body_mass_kg" "kg" "varied-body_mass_kg",
    AgeYears "age_years" "years" "varied-age_years",
    ProsthesisMassKg "prosthesis_mass_kg" "kg" "varied-prosthesis_mass_kg",
    FitGapMm "fit_gap_mm" "mm" "varied-fit_gap_mm",
    LimbGirth "limb_girth" "1" "varied-limb_girth",
    LimbLength "limb_length" "1" "varied-limb_length",
    StepsFactor "steps_factor" "1" "varied-steps_factor",
    CadenceStepsPerMin "cadence_steps_per_min" "steps/min" "varied-cadence_steps_per_min",
    TemperatureC "temperature_c" "°C" "varied-temperature_c",
    AltitudeM "altitude_m" "m" "varied-altitude_m",
    PinholeMm "pinhole_mm" "mm" "varied-pinhole_mm",
    Diabetes "diabetes" "1" "varied-diabetes",
    ArterialDisease "arterial_disease" "1" "varied-arterial_disease",
}

impl Quantity {
    /// As a study file writes it.
    pub fn name(self) -> &'static str {
        Self::TOLD[self as usize][0]
    }
}

/// Where a name of the population stands among the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Parameter(usize),
    Quantity(usize),
    Mode(usize),
}

impl Place {
    fn index(self) -> usize {
        match self {
            Self::Parameter(index) => index,
            Self::Quantity(index) => NAMES.len() + index,
            Self::Mode(index) => NAMES.len() + Quantity::ALL.len() + index,
        }
    }
}

/// All scores of a person.
const SCORES: usize = NAMES.len() + Quantity::ALL.len() + MOST_MODES;

/// A quantity that the study lets differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Varied {
    /// Name as in the study file.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// What it is.
    pub words: Said,
    place: Place,
    spread: Spread,
}

/// One person on one day, before anything is worn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    scores: Vec<f64>,
    /// The lot for the arm, 0 to 1.
    pub lot: f64,
    /// The lot for dropping out, 0 to 1.
    pub luck: f64,
}

/// The population of a study.
#[derive(Clone, Debug)]
pub struct Population {
    seed: u64,
    parameters: ParameterSet,
    modes: Option<LimbModes>,
    /// What differs, in the order of the study file's names.
    pub varied: Vec<Varied>,
    of_day: Vec<(usize, f64)>,
    correlated: Vec<usize>,
    factor: DMatrix<f64>,
}

impl Varied {
    /// How many of these values stand on the limits of the study, because more lay beyond; none where there are no limits.
    pub fn on_limits(&self, values: &[f64]) -> Option<u64> {
        let [low, high] = self.spread.within?;
        Some(values.iter().filter(|value| **value == low || **value == high).count() as u64)
    }
}

impl Population {
    /// The population that a study file describes.
    ///
    /// # Errors
    /// Unknown names, laws a parameter cannot have, correlations that contradict each other.
    pub fn new(file: &StudyFile, parameters: &ParameterSet, modes: Option<LimbModes>) -> Result<Self, Vec<Violation>> {
        let mut found = vec![];
        let mut own = parameters.clone();
        let mut varied = vec![];
        for (name, spread) in &file.population {
            let field = format!("population.{name}");
            match place(name, modes.as_ref()) {
                None => found.push(unknown(field, name, modes.as_ref())),
                Some(place) => {
                    if let Place::Parameter(_) = place {
                        match parameter_spread(spread) {
                            Some((value, law)) => own = own.with(name, value, law),
                            None => found.push(Violation::new(
                                field,
                                "not for a parameter of the twin",
                                "give a fixed, normal or lognormal law without `within`",
                            )),
                        }
                    }
                    let (unit, words) = told(name, place, parameters);
                    varied.push(Varied {
                        name: name.clone(),
                        unit,
                        words: words.into(),
                        place,
                        spread: spread.clone(),
                    });
                }
            }
        }
        let mut pairs = vec![];
        for (index, pair) in file.correlation.iter().enumerate() {
            let [a, b] = pair.between.each_ref().map(|name| place(name, modes.as_ref()).map(Place::index));
            for (name, _) in pair.between.iter().zip([a, b]).filter(|(_, place)| place.is_none()) {
                found.push(unknown(format!("correlation[{index}].between"), name, modes.as_ref()));
            }
            pairs.extend(a.zip(b).map(|(a, b)| (a, b, pair.r)));
        }
        let correlated: Vec<usize> =
            pairs.iter().flat_map(|(a, b, _)| [*a, *b]).collect::<BTreeSet<_>>().into_iter().collect();
        let mut matrix = DMatrix::identity(correlated.len(), correlated.len());
        for (a, b, r) in pairs {
            if let (Ok(a), Ok(b)) = (correlated.binary_search(&a), correlated.binary_search(&b))
                && a != b
            {
                (matrix[(a, b)], matrix[(b, a)]) = (r, r);
            }
        }
        let factor = matrix.cholesky().map(|cholesky| cholesky.l());
        if factor.is_none() && found.is_empty() {
            let expected = "no population can have all of these at once: bring them nearer to 0";
            found.push(Violation::new("correlation", "the correlations contradict each other", expected));
        }
        match factor {
            Some(factor) if found.is_empty() => {
                let of_day = varied.iter().filter(|v| v.spread.of_day > 0.0);
                let of_day = of_day.map(|v| (v.place.index(), v.spread.of_day)).collect();
                Ok(Self { seed: file.seed, parameters: own, modes, varied, of_day, correlated, factor })
            }
            _ => Err(found),
        }
    }

    /// Person `person` on day `day` (0 the first).
    pub fn draw(&self, person: u64, day: u64) -> Drawn {
        let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
        rng.set_stream(person);
        let mut scores = self.scores(&mut rng);
        let mut lot = || (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
        let (lot, luck) = (lot(), lot());
        if !self.of_day.is_empty() {
            rng.set_stream(DAY_STREAM * (1 + day) + person);
            rng.set_word_pos(0);
            let today = self.scores(&mut rng);
            for (index, share) in &self.of_day {
                scores[*index] = (1.0 - share).sqrt() * scores[*index] + share.sqrt() * today[*index];
            }
        }
        Drawn { scores, lot, luck }
    }

    /// One score a quantity, correlated as the study says.
    fn scores(&self, rng: &mut ChaCha8Rng) -> Vec<f64> {
        let mut scores: Vec<f64> = (0..SCORES).map(|_| StandardNormal.sample(rng)).collect();
        if !self.correlated.is_empty() {
            let z = DVector::from_iterator(self.correlated.len(), self.correlated.iter().map(|index| scores[*index]));
            for (index, value) in self.correlated.iter().zip((&self.factor * z).iter()) {
                scores[*index] = *value;
            }
        }
        scores
    }

    /// Seed and stream of the noise of a pump's sensors.
    pub fn noise(&self, person: u64, day: u64) -> (u64, u64) {
        (self.seed, NOISE_STREAM * (1 + day) + person)
    }

    /// The twin's parameters of a person.
    pub fn values(&self, drawn: &Drawn) -> Values {
        let mut z = [0.0; NAMES.len()];
        z.copy_from_slice(&drawn.scores[..NAMES.len()]);
        self.parameters.values_of(&z)
    }

    /// The values of what is varied, in its order.
    pub fn told(&self, drawn: &Drawn) -> Vec<f64> {
        self.varied.iter().map(|varied| self.value(varied, drawn)).collect()
    }

    fn value(&self, varied: &Varied, drawn: &Drawn) -> f64 {
        let z = drawn.scores[varied.place.index()];
        match varied.place {
            Place::Parameter(_) => varied.spread.law.at(parameters::drawn_in(z)),
            _ => varied.spread.at(z),
        }
    }

    /// The case of a person, and the pinhole of their sleeve, mm.
    pub fn case(&self, base: &Case, drawn: &Drawn) -> (Case, f64) {
        let mut case = base.clone();
        let mut pinhole = 0.0;
        if let Some(modes) = &self.modes {
            let mut scores = [0.0; MOST_MODES];
            for varied in &self.varied {
                if let Place::Mode(index) = varied.place {
                    scores[index] = self.value(varied, drawn);
                }
            }
            modes.apply(&mut case.limb, &scores);
        }
        for varied in &self.varied {
            if let Place::Quantity(index) = varied.place {
                let value = self.value(varied, drawn);
                match Quantity::ALL[index] {
                    Quantity::PinholeMm => pinhole = value,
                    quantity => change(&mut case, quantity, value),
                }
            }
        }
        (case, pinhole)
    }
}

fn change(case: &mut Case, quantity: Quantity, value: f64) {
    match quantity {
        Quantity::BodyMassKg => case.person.body_mass_kg = value,
        Quantity::AgeYears => case.person.age_years = value,
        Quantity::ProsthesisMassKg => case.prosthesis.mass_kg = value,
        Quantity::FitGapMm => case.prosthesis.fit_gap_mm = value,
        Quantity::LimbGirth => {
            case.limb.scanned = None;
            case.limb.circumferences.iter_mut().for_each(|row| row.circumference_mm *= value);
        }
        Quantity::LimbLength => {
            case.limb.scanned = None;
            case.limb.limb_length_mm *= value;
            case.limb.circumferences.iter_mut().for_each(|row| row.below_reference_mm *= value);
        }
        Quantity::StepsFactor => {
            for walk in case.day.activities.iter_mut().filter(|activity| activity.kind == ActivityKind::Walk) {
                let cadence = walk.cadence_steps_per_min.unwrap_or(USUAL_CADENCE_STEPS_PER_MIN);
                let most = (cadence * walk.duration_s() / 60.0).floor();
                walk.steps = walk.steps.map(|steps| (steps * value).clamp(1.0, most.max(1.0)));
            }
        }
        Quantity::CadenceStepsPerMin => case.day.set_cadence(value),
        Quantity::TemperatureC => case.day.temperature_c = value,
        Quantity::AltitudeM => case.day.altitude_m = value,
        Quantity::PinholeMm => {}
        Quantity::Diabetes => case.person.conditions.diabetes = value > 0.0,
        Quantity::ArterialDisease => case.person.conditions.arterial_disease = value > 0.0,
    }
}

fn place(name: &str, modes: Option<&LimbModes>) -> Option<Place> {
    if let Some(mode) = name.strip_prefix("mode_") {
        return modes?.mode.iter().position(|known| known.name == mode).map(Place::Mode);
    }
    let quantity = Quantity::ALL.iter().position(|known| known.name() == name).map(Place::Quantity);
    quantity.or_else(|| NAMES.iter().position(|known| *known == name).map(Place::Parameter))
}

fn unknown(field: String, name: &str, modes: Option<&LimbModes>) -> Violation {
    let mut known: Vec<String> = Quantity::ALL.iter().map(|quantity| quantity.name().to_string()).collect();
    known.extend(modes.into_iter().flat_map(|modes| modes.mode.iter().map(|mode| format!("mode_{}", mode.name))));
    let quantities = known.join(", ");
    known.extend(NAMES.iter().map(|name| (*name).to_string()));
    let all: Vec<&str> = known.iter().map(String::as_str).collect();
    let expected = match nearest(name, &all) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("give one of {quantities}, or a parameter of the twin (docs/model/parameters.md lists them)"),
    };
    Violation::new(field, format!("nothing is called `{name}`"), expected)
}

fn parameter_spread(spread: &Spread) -> Option<(f64, parameters::Spread)> {
    if spread.within.is_some() {
        return None;
    }
    match spread.law {
        Law::Fixed(value) => Some((value, parameters::Spread::Fixed)),
        Law::Normal { mean, sd } => Some((mean, parameters::Spread::Normal(sd))),
        Law::Lognormal { median, sd } => Some((median, parameters::Spread::Lognormal(sd))),
        Law::Uniform { .. } | Law::Sometimes { .. } => None,
    }
}

/// What a parameter of the twin is called where nobody says what it is.
pub(crate) fn parameter_words(name: &str) -> Wording {
    Wording::new("varied-parameter").with("name", name)
}

fn told(name: &str, place: Place, parameters: &ParameterSet) -> (String, Wording) {
    match place {
        Place::Quantity(index) => {
            let [_, unit, id] = Quantity::TOLD[index];
            (unit.into(), Wording::new(id))
        }
        Place::Mode(_) => (
            "standard deviations".into(),
            Wording::new("varied-mode").with("mode", name.strip_prefix("mode_").unwrap_or(name)),
        ),
        Place::Parameter(_) => {
            let unit = parameters.get(name).map_or(String::new(), |parameter| parameter.unit.clone());
            (unit, parameter_words(name))
        }
    }
}
