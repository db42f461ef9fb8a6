//! What a row of the registry is.

use crate::climate::Climate;
use crate::events::{Event, EventKind, Milestones, TARGET_KPA, WORKING_KPA};
use crate::observe::Observation;
use crate::pressed::PressedHours;
use crate::spread::bits;
use domain::day::ActivityKind;
use physics::limb_volume::LimbState;
use physics::network::{Network, State};
use std::fmt;
use texts::Texts;

/// A table of rows: each a constant of its own, and all of them in their order.
macro_rules! rows {
    ($(#[$about:meta])+ $all:ident: $row:ident; $($(#[doc = $meaning:literal])+ $name:ident { $($field:tt)* })+) => {
        $(
            $(#[doc = $meaning])+
            // A row may say everything itself.
            #[allow(clippy::needless_update)]
            pub static $name: $row = $row { meaning: concat!($($meaning),+), $($field)* ..$row::PLAIN };
        )+
        $(#[$about])+
        pub static $all: &[&$row] = &[$(&$name),+];
    };
}
pub(super) use rows;

/// A moment of a day, as quantities are read from it.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Limb, socket and pump.
    pub network: &'a Network,
    /// Their state.
    pub state: &'a State,
    /// What the state means in the clinic's terms.
    pub seen: &'a Observation,
    /// Warmth and wetness of the skin.
    pub climate: &'a Climate,
    /// Socks added so far.
    pub socks: usize,
    /// Charge left in the cells, %; none without cells.
    pub battery_pct: Option<f64>,
}

/// What can be seen at every moment of a day.
pub struct Quantity {
    /// Its name in files and results, which ends in its unit.
    pub id: &'static str,
    /// What it is, its unit too: a sentence.
    pub meaning: &'static str,
    /// Unit; "1" for a pure number, a plural where something is counted.
    pub unit: &'static str,
    /// Decimals for people.
    pub digits: usize,
    /// Whether it exists only while the prosthesis is worn.
    pub worn: bool,
    /// Whether every day has it.
    pub always: bool,
    /// How it is read; a quantity that a moment lacks is absent from the whole day.
    pub read: fn(&Moment<'_>) -> Option<f64>,
    /// How it is drawn; none where it is only written.
    pub drawn: Option<Drawn>,
}

/// A quantity as a picture.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// Its place among the pictures.
    pub place: u8,
    /// Its short name, for ids in pages and for the texts of the pages.
    pub name: &'static str,
    /// Whether it changes in steps.
    pub step: bool,
    /// Whether a second axis in inHg stands on the right.
    pub inhg: bool,
    /// Whether the axis leaves nought out: nobody compares a skin's temperature with 0 °C.
    pub afloat: bool,
}

impl Drawn {
    /// What a row takes where it says nothing else.
    pub const PLAIN: Self = Self { place: 0, name: "", step: false, inhg: false, afloat: false };

    /// What is shown.
    pub fn title<'a>(&self, texts: &'a Texts) -> &'a str {
        self.said(texts, "quantity")
    }

    /// Its unit, for people.
    pub fn unit<'a>(&self, texts: &'a Texts) -> &'a str {
        self.said(texts, "quantity_unit")
    }

    /// A word about how to read it.
    pub fn hint<'a>(&self, texts: &'a Texts) -> &'a str {
        self.said(texts, "quantity_hint")
    }

    fn said<'a>(&self, texts: &'a Texts, area: &str) -> &'a str {
        texts.known(&format!("{area}.{}", self.name)).unwrap_or(self.name)
    }
}

/// One number of a whole day.
pub struct Outcome {
    /// Its name in files and results.
    pub id: &'static str,
    /// What public contracts called it before; files with that name are still read.
    pub formerly: Option<&'static str>,
    /// What it is of many persons, its unit too: a sentence.
    pub meaning: &'static str,
    /// Unit; "1" for a pure number or a share, a plural where something is counted.
    pub unit: &'static str,
    /// Decimals for people.
    pub digits: usize,
    /// How it is made of a day.
    pub statistic: Statistic,
    /// How it stands in a summary of many persons.
    pub shown: Shown,
    /// Its place among the rows of the day's table; none where the table does without it.
    pub place: Option<u8>,
    /// Whether two days are compared by it.
    pub compared: bool,
    /// The least that is told: what stands there may be less.
    pub least: f64,
}

/// How an outcome is made of a day.
#[derive(Clone, Copy, Debug)]
pub enum Statistic {
    /// At the day's last look.
    End(&'static Quantity),
    /// The lowest of all looks.
    Lowest(&'static Quantity),
    /// The highest of all looks.
    Highest(&'static Quantity),
    /// The mean over the looks of a span.
    Mean(&'static Quantity, Span),
    /// The median over the looks of a span.
    Median(&'static Quantity, Span),
    /// At the last look of a span.
    Last(&'static Quantity, Span),
    /// Change an hour, from half an hour after donning, when blood has settled, to the day's end.
    Rate(&'static Quantity),
    /// The largest rise within 35 minutes of a doffing; none where nothing is doffed.
    RiseAfterDoffing(&'static Quantity),
    /// Share of the looks with the prosthesis on that show at least a level.
    ShareAtLeast(&'static Quantity, Level),
    /// Hours of a span with the vacuum held; none where no pump aims at anything.
    HeldHours(Span),
    /// From donning to the first crossing of a level; none where it is not reached.
    Reached(Level, Count),
    /// 1 where such an event happened, 0 where none did.
    Happened(EventKind),
    /// Anything else.
    Of {
        /// Whether every day has it.
        always: bool,
        /// How it is read; none where a day has no such thing.
        read: fn(&DayCourse) -> Option<f64>,
    },
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The prosthesis is on.
    Worn,
    /// The person walks. Pressures of a day without a walk are those of the looks with the prosthesis on.
    Walked,
    /// The person stands.
    Stood,
}

/// A level of vacuum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 15 inHg, the bottom of the working range.
    Working,
    /// 17 inHg, the research target.
    Target,
}

impl Statistic {
    /// Whether every day of every person has it.
    pub(super) fn always(&self) -> bool {
        match self {
            Self::HeldHours(_)
            | Self::Reached(..)
            | Self::Rate(_)
            | Self::Last(..)
            | Self::RiseAfterDoffing(_)
            | Self::Mean(_, Span::Walked) => false,
            Self::End(quantity) | Self::Lowest(quantity) | Self::Highest(quantity) => quantity.always,
            Self::Mean(quantity, _) | Self::Median(quantity, _) | Self::ShareAtLeast(quantity, _) => quantity.always,
            Self::Happened(_) => true,
            Self::Of { always, .. } => *always,
        }
    }
}

impl Level {
    /// In kPa.
    pub const fn kpa(self) -> f64 {
        match self {
            Self::Working => WORKING_KPA,
            Self::Target => TARGET_KPA,
        }
    }
}

/// What is counted until a level is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Steps on the prosthesis.
    Strides,
    /// Seconds.
    Seconds,
}

/// How an outcome stands in a summary of many persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// With its spread; absent where the central person or half of all have none.
    Spread,
    /// With its spread, among the hours that the vacuum is held.
    Held,
    /// The central person's alone.
    Number,
    /// The share of persons with it.
    Share,
    /// Not at all: only trials ask for it.
    Trials,
}

impl Quantity {
    /// What a row takes where it says nothing else.
    pub const PLAIN: Self =
        Self { id: "", meaning: "", unit: "1", digits: 1, worn: false, always: true, read: |_| None, drawn: None };

    /// Those that are drawn, in the order in which they are shown.
    pub fn drawn(all: impl Iterator<Item = &'static Self>) -> Vec<(&'static Self, &'static Drawn)> {
        let mut drawn: Vec<_> = all.filter_map(|quantity| Some((quantity, quantity.drawn.as_ref()?))).collect();
        drawn.sort_by_key(|(_, drawn)| drawn.place);
        drawn
    }
}

impl Outcome {
    /// What a row takes where it says nothing else.
    pub const PLAIN: Self = Self {
        id: "",
        formerly: None,
        meaning: "",
        unit: "1",
        digits: 1,
        statistic: Statistic::Of { always: false, read: |_| None },
        shown: Shown::Spread,
        place: None,
        compared: false,
        least: f64::NEG_INFINITY,
    };

    /// For people, in a sentence.
    pub fn name<'a>(&self, texts: &'a Texts) -> &'a str {
        texts.known(&format!("outcome_name.{}", self.id)).unwrap_or(self.id)
    }

    /// The same with what may be added to it.
    pub fn words(&self, texts: &Texts) -> String {
        let detail = texts.known(&format!("outcome_detail.{}", self.id));
        format!("{}{}", self.name(texts), detail.unwrap_or_default())
    }

    /// For people, in front of a row, with the unit where numbers have none.
    pub fn label<'a>(&self, texts: &'a Texts) -> &'a str {
        texts.known(&format!("outcome.{}", self.id)).unwrap_or(self.id)
    }

    /// Whether it is a share, which people read in percent.
    pub const fn is_share(&self) -> bool {
        matches!(self.statistic, Statistic::ShareAtLeast(..) | Statistic::Happened(_))
    }

    /// Of a person's day; none where there is no such thing.
    pub fn of(&self, day: &DayCourse) -> Option<f64> {
        self.statistic.of(day)
    }
}

/// A table of quantities and one of outcomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Registry {
    /// What is watched of a day.
    pub quantities: &'static [&'static Quantity],
    /// What is told of it.
    pub outcomes: &'static [&'static Outcome],
}

/// Of a unit, what tables of numbers say: what is counted is a pure number.
fn plain(unit: &'static str) -> &'static str {
    match unit {
        "steps" | "socks" => "1",
        unit => unit,
    }
}

macro_rules! by_id {
    ($($row:ident)+) => {$(
        impl $row {
            /// The unit as tables of numbers write it: what is counted is a pure number.
            pub fn plain_unit(&self) -> &'static str {
                plain(self.unit)
            }
        }

        impl PartialEq for $row {
            fn eq(&self, other: &Self) -> bool {
                self.id == other.id
            }
        }

        impl Eq for $row {}

        impl fmt::Debug for $row {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.id)
            }
        }
    )+};
}

by_id! { Quantity Outcome }

/// One look at the day, on the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Seconds after midnight.
    pub t_s: f64,
    /// Whether the prosthesis is on. While it is off, `seen` tells what would be if it were donned again at once.
    pub donned: bool,
    /// What was seen.
    pub seen: Observation,
    /// Warmth and wetness of the skin.
    pub climate: Climate,
    /// Socks added so far.
    pub socks: usize,
    /// Charge left in the cells, %; none without cells.
    pub battery_pct: Option<f64>,
    /// Strides on the prosthesis so far.
    pub strides: f64,
    /// Leak at this moment, mL/min of ambient air.
    pub leak_ml_per_min: f64,
    /// What the person did in the interval that ends here; none at the day's first donning.
    pub doing: Option<ActivityKind>,
    /// What the pump aims at, kPa: infinite where nothing stops it, 0 where it is off or there is none.
    pub aim_kpa: f64,
    /// The vacuum from which on it counts as held, kPa (see `events`).
    pub held_from_kpa: f64,
}

/// The day's course.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCourse {
    /// On the grid, from donning to the day's end.
    pub samples: Vec<Sample>,
    /// The quantities of the day at these looks.
    pub courses: Vec<Course>,
    /// Whose quantities they are.
    pub registry: &'static Registry,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// When the first donning reached working vacuum.
    pub milestones: Milestones,
    /// How long each region of the skin was pressed.
    pub pressed: Vec<PressedHours>,
    /// Time the pump ran, s.
    pub pump_time_s: f64,
    /// What an electric pump's cells lose by themselves in 24 hours, % of full charge.
    pub lost_a_day_pct: f64,
    /// The limb at the day's end, the prosthesis still on.
    pub limb_at_end: LimbState,
    /// Steps of the integrator.
    pub integrator_steps: u64,
}

/// One quantity over a day.
#[derive(Clone, Debug)]
pub struct Course {
    /// The quantity.
    pub quantity: &'static Quantity,
    /// Its value at every look; none where the day has no such thing.
    pub values: Option<Vec<f64>>,
}

/// Bit by bit: a moment without the quantity is like another one without it.
impl PartialEq for Course {
    fn eq(&self, other: &Self) -> bool {
        let of = |course: &Self| course.values.as_deref().map(bits);
        self.quantity == other.quantity && of(self) == of(other)
    }
}

impl Course {
    /// Looks; what is not there at one moment is absent from the day.
    pub(crate) fn look(&mut self, moment: &Moment<'_>) {
        match (self.values.as_mut(), (self.quantity.read)(moment)) {
            (Some(values), Some(value)) => values.push(value),
            _ => self.values = None,
        }
    }
}

impl DayCourse {
    /// A quantity at every look; none where the day has no such thing.
    pub fn course(&self, quantity: &Quantity) -> Option<&[f64]> {
        self.courses.iter().find(|course| course.quantity == quantity)?.values.as_deref()
    }
}
