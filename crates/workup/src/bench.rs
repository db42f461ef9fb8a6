//! The benches' subjects and results: which pumps of the catalogue, on which ring, and what came out.

pub mod asked;
pub mod own;

use crate::stamp::Stamp;
use domain::catalog::{Catalog, Component, Drive, Pump};
use domain::{BodyMass, BodyMassRange, MassUnit};
use fitting::size::{column, seat};
use serde::Serialize;
use texts::{Arg, Said, Wording};
use twin::bench::dome::DomeResult;
use twin::bench::fit::FitResult;
use twin::bench::leak_zones::LeakResult;
use twin::bench::pull::PullResult;
use twin::bench::pump::{OnChamber, PumpUnderTest, Stand, on_bench, straightness};
use twin::ensemble::{Band, Draw};
use twin::parameters::ParameterSet;
use twin::pump::{PumpNumbers, Wears};

/// Body mass where neither the user nor a maker gives one, kg: the reference person's.
const USUAL_KG: f64 = 80.0;
/// Stiffness left in a worn ring.
const WORN: f64 = 0.8;

/// How the rings are set up and loaded.
#[derive(Clone, Copy, Debug)]
pub struct Loading {
    /// Body mass whose peak load the tester applies, kg; none for each ring's own rated mass.
    pub mass_kg: Option<f64>,
    /// A ring a fifth softer.
    pub worn: bool,
    /// Washers under rings that take some; none as delivered.
    pub washers: Option<u32>,
}

/// A pump with what there is to know about it.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Its article.
    pub component: &'a Component,
    data: &'a Pump,
    /// The numbers of its make.
    numbers: Option<PumpNumbers>,
    /// What runs.
    pub pump: PumpUnderTest,
    /// Label of its size, where it has sizes.
    pub size: Option<String>,
    /// What one should know.
    pub notes: Vec<Said>,
}

/// One setup that differs from the one asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Variant {
    /// How it differs.
    pub what: Said,
    /// Size of the ring, where the size is what differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// The setup.
    pub pump: PumpUnderTest,
    /// On the middle chamber.
    pub on_chamber: OnChamber,
}

/// A setup to try.
#[derive(Clone, Debug)]
pub struct Setup {
    /// How it differs from the one asked for.
    pub what: Said,
    /// Size of the ring, where the size is what differs.
    pub size: Option<String>,
    /// The pump.
    pub pump: PumpUnderTest,
}

/// One pump on the bench.
#[derive(Clone, Debug, Serialize)]
pub struct PumpResult {
    /// Article as printed.
    pub article: String,
    /// Name as printed.
    pub name: String,
    /// The setup.
    pub pump: PumpUnderTest,
    /// Size of the ring, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// What one should know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Said>,
    /// On every chamber.
    pub chambers: Vec<OnChamber>,
    /// R² of cycles or seconds against the chamber's volume; absent with fewer than three chambers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub straightness: Option<f64>,
    /// Wear, washers, chambers and sizes, on the middle chamber; empty for a motor.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
}

/// `concord bench pump`.
#[derive(Clone, Debug, Serialize)]
pub struct PumpBench {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What the tester does.
    pub stand: Stand,
    /// Devices drawn beside the central one.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
    /// Every pump.
    pub pumps: Vec<PumpResult>,
}

/// `concord bench socket`.
#[derive(Clone, Debug, Serialize)]
pub struct SocketBench {
    /// Who made it.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// Vacuum of pull-out, fit and leak search, kPa.
    pub vacuum_kpa: f64,
    /// Persons drawn beside the central one.
    pub persons: u32,
    /// Seed.
    pub seed: u64,
    /// Vacuum under a liner over a gap.
    pub dome: Vec<DomeResult>,
    /// Force against displacement.
    pub pull: Vec<PullResult>,
    /// Slope of vacuum against displacement by socket volume.
    pub fit: Vec<FitResult>,
    /// Search for leaks.
    pub leaks: Vec<LeakResult>,
}

/// The pumps of the catalogue, set up for a loading.
pub fn subjects(catalog: &Catalog, loading: Loading) -> Vec<Subject<'_>> {
    catalog.pumps().map(|(component, data)| subject(component, data, loading)).collect()
}

fn subject<'a>(component: &'a Component, data: &'a Pump, loading: Loading) -> Subject<'a> {
    let numbers = data.performance.as_ref().map(PumpNumbers::of);
    let mut notes = vec![];
    if data.drive == Drive::Electric {
        notes.push(Wording::new("bench_note-motor").into());
        return Subject { component, data, numbers, pump: PumpUnderTest::Electric, size: None, notes };
    }
    let printed = data.chambers.as_ref().map(|chambers| u32::from(chambers.count));
    if printed.is_none() {
        notes.push(Wording::new("bench_note-no_data").into());
    }
    let chambers = printed.unwrap_or(1);
    if data.drive != Drive::WeightActivated {
        notes.push(Wording::new("bench_note-own_force").into());
        if let Some(strokes) = numbers.map(|numbers| numbers.strokes()).filter(|strokes| *strokes > 0) {
            notes.push(Wording::new("bench_note-strokes").with("strokes", Arg::Count(strokes.into())).into());
        }
        return Subject { component, data, numbers, pump: PumpUnderTest::Driven { chambers }, size: None, notes };
    }
    let (rated_mass_kg, size) = ring(component, data, loading.mass_kg, &mut notes);
    let delivered_washers = numbers.map_or(0, |numbers| numbers.washers());
    let pump = PumpUnderTest::WeightActivated {
        chambers,
        rated_mass_kg,
        load_mass_kg: loading.mass_kg.unwrap_or(rated_mass_kg),
        ring_condition: if loading.worn { WORN } else { 1.0 },
        washers: loading.washers.map_or(delivered_washers, |washers| washers.min(delivered_washers)),
        delivered_washers,
    };
    Subject { component, data, numbers, pump, size, notes }
}

/// The mass that the ring is made for, and its size.
fn ring(component: &Component, data: &Pump, mass: Option<f64>, notes: &mut Vec<Said>) -> (f64, Option<String>) {
    let bands = data.mass_bands();
    let limits = component.body_mass_limits();
    let heaviest = component.heaviest(MassUnit::Kg).map(|most| most.mass().kg());
    if let (Some(mass), Some(most)) = (mass, heaviest)
        && mass > most
    {
        let kg = |value: f64| Arg::Figure(format!("{value:.0} kg"));
        notes.push(Wording::new("bench_note-too_heavy").with("mass", kg(mass)).with("most", kg(most)).into());
    }
    if bands.is_empty() {
        let middle = limits.ends_kg().map(|[least, most]| 0.5 * (least + most));
        if mass.or(middle).is_none() {
            notes
                .push(Wording::new("bench_note-no_mass").with("mass", Arg::Figure(format!("{USUAL_KG:.0} kg"))).into());
        }
        // A ring without sizes is adjusted to the person.
        return (mass.or(middle).unwrap_or(USUAL_KG), None);
    }
    let index = match mass {
        None => bands.len() / 2,
        Some(kg) => {
            let mass = BodyMass::kg(kg);
            let unit = column(&bands, mass);
            seat(&bands, unit, limits.number_in(mass, unit)).map_or_else(
                || {
                    let mass = Arg::Figure(format!("{kg:.0} kg"));
                    notes.push(Wording::new("bench_note-no_size").with("mass", mass).into());
                    if bands[0].ends_kg().is_some_and(|[least, _]| kg < least) { 0 } else { bands.len() - 1 }
                },
                |(index, _)| index,
            )
        }
    };
    (middle_of(bands[index]), Some(size_label(data, index)))
}

fn middle_of(band: BodyMassRange) -> f64 {
    let [least, most] = ends(band);
    0.5 * (least + most)
}

/// Lightest and heaviest person of a band, kg: every band of the catalogue has a whole column.
fn ends(band: BodyMassRange) -> [f64; 2] {
    band.ends_kg().unwrap_or([USUAL_KG; 2])
}

/// "4", or for a pump in a foot the mass band, because its sizes count the foot in.
fn size_label(data: &Pump, index: usize) -> String {
    let band = data.mass_bands()[index];
    let [least, most] = ends(band);
    let kilograms = format!("{least:.0}–{most:.0} kg");
    data.sizes.get(index).map_or(kilograms.clone(), |size| format!("{} ({kilograms})", size.size))
}

impl Variant {
    /// The same with a softer ring.
    pub fn is_softer_than(&self, other: &Self) -> bool {
        let condition = |of: &Self| match of.pump {
            PumpUnderTest::WeightActivated { ring_condition, .. } => ring_condition,
            PumpUnderTest::Electric | PumpUnderTest::Driven { .. } => 1.0,
        };
        condition(self) < condition(other)
    }
}

impl Subject<'_> {
    /// Setups to compare with: wear, washers, chambers, and every size at the ends and the middle of its band.
    pub fn variants(&self) -> Vec<Setup> {
        let PumpUnderTest::WeightActivated {
            chambers,
            rated_mass_kg,
            load_mass_kg,
            ring_condition,
            washers,
            delivered_washers,
        } = self.pump
        else {
            return vec![];
        };
        let with = |what: Wording, chambers, ring_condition, washers| {
            let pump = PumpUnderTest::WeightActivated {
                chambers,
                rated_mass_kg,
                load_mass_kg,
                ring_condition,
                washers,
                delivered_washers,
            };
            Setup { what: what.into(), size: None, pump }
        };
        let mut found = vec![with(Wording::new("bench_setup-as_set_up"), chambers, ring_condition, washers)];
        if let Some(part) = self.numbers.and_then(|numbers| numbers.wears()).filter(|_| ring_condition > WORN) {
            let softer = Wording::new(match part {
                Wears::Ring => "bench_setup-softer_ring",
                Wears::Membrane => "bench_setup-softer_membrane",
            });
            found.push(with(softer, chambers, WORN, washers));
        }
        for other in (0..=delivered_washers).rev().filter(|other| *other != washers) {
            let count = Wording::new("bench_setup-washers").with("count", other as usize);
            found.push(with(count, chambers, ring_condition, other));
        }
        let (other, id) = if chambers == 1 { (2, "bench_setup-two_chambers") } else { (1, "bench_setup-one_chamber") };
        found.push(with(Wording::new(id), other, ring_condition, washers));
        found.extend(self.sizes(|rated_mass_kg, load_mass_kg| PumpUnderTest::WeightActivated {
            chambers,
            rated_mass_kg,
            load_mass_kg,
            ring_condition,
            washers,
            delivered_washers,
        }));
        found
    }

    /// Every printed size with the lightest, the middle and the heaviest person of its band.
    fn sizes(&self, pump: impl Fn(f64, f64) -> PumpUnderTest) -> Vec<Setup> {
        let of_band = |(index, band): (usize, BodyMassRange)| {
            let rated_mass_kg = middle_of(band);
            let [least, most] = ends(band);
            let places = [
                ("bench_setup-lightest", least),
                ("bench_setup-middle", rated_mass_kg),
                ("bench_setup-heaviest", most),
            ];
            let size = size_label(self.data, index);
            places.map(|(id, load_mass_kg)| Setup {
                what: Wording::new(id).into(),
                size: Some(size.clone()),
                pump: pump(rated_mass_kg, load_mass_kg),
            })
        };
        self.data.mass_bands().into_iter().enumerate().flat_map(of_band).collect()
    }
}

/// How many devices run on chambers in all, for a progress bar.
pub fn runs(subjects: &[Subject<'_>], chambers: usize, draw: Draw) -> u64 {
    let each = u64::from(draw.persons) + 1;
    subjects.iter().map(|subject| (chambers + subject.variants().len()) as u64 * each).sum()
}

/// Runs every pump on every chamber, and its variants on the middle one.
pub fn pump_bench(
    subjects: &[Subject<'_>],
    parameters: &ParameterSet,
    chambers_ml: &[f64],
    stand: Stand,
    draw: Draw,
    progress: &(dyn Fn() + Sync),
) -> PumpBench {
    let middle = [chambers_ml[chambers_ml.len() / 2]];
    let one = |subject: &Subject<'_>| {
        let chambers = on_bench(parameters, subject.pump, subject.numbers.as_ref(), chambers_ml, stand, draw, progress);
        let variants = subject.variants().into_iter().flat_map(|setup| {
            let there = on_bench(parameters, setup.pump, subject.numbers.as_ref(), &middle, stand, draw, progress);
            there.into_iter().map(move |on_chamber| {
                // A variant's figures tell; its curve would only fill files.
                let on_chamber = OnChamber { vacuum_kpa: Band::default(), ..on_chamber };
                Variant { what: setup.what.clone(), size: setup.size.clone(), pump: setup.pump, on_chamber }
            })
        });
        PumpResult {
            article: subject.component.article.clone(),
            name: subject.component.name.clone(),
            pump: subject.pump,
            size: subject.size.clone(),
            notes: subject.notes.clone(),
            straightness: straightness(&chambers),
            chambers,
            variants: variants.collect(),
        }
    };
    let pumps = subjects.iter().map(one).collect();
    PumpBench { stamp: Stamp::new(), stand, persons: draw.persons, seed: draw.seed, pumps }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    const RATED: Loading = Loading { mass_kg: None, worn: false, washers: None };

    fn rated_kg(subject: &Subject<'_>) -> Option<f64> {
        match subject.pump {
            PumpUnderTest::WeightActivated { rated_mass_kg, .. } => Some(rated_mass_kg),
            PumpUnderTest::Electric | PumpUnderTest::Driven { .. } => None,
        }
    }

    #[test]
    fn every_pump_of_the_catalogue_is_a_subject_and_legacy_ones_say_that_data_are_missing() {
        let library = Library::embedded();
        let found = subjects(&library.catalog, RATED);
        assert_eq!(found.len(), library.catalog.pumps().count());
        let legacy = found.iter().find(|subject| subject.component.article == "4R144").unwrap();
        assert!(legacy.notes[0].contains("no data printed") && rated_kg(legacy) == Some(80.0));
        assert_eq!(legacy.notes[1], "no body mass printed: loaded by a person of 80 kg");
        let small = found.iter().find(|subject| subject.component.article == "4R180").unwrap();
        assert_eq!(rated_kg(small), Some(75.0));
        assert!(found.iter().any(|subject| subject.pump == PumpUnderTest::Electric && subject.variants().is_empty()));
    }

    #[test]
    fn a_mass_takes_the_ring_of_its_band_and_says_when_none_is_made() {
        let library = Library::embedded();
        let of = |mass| {
            let found = subjects(&library.catalog, Loading { mass_kg: Some(mass), ..RATED });
            found.into_iter().find(|subject| subject.component.article == "4R147").unwrap()
        };
        let four = of(80.0);
        assert!(four.size.as_deref().unwrap().starts_with("4 ") && rated_kg(&four) != Some(80.0));
        assert!(four.notes.is_empty());
        let heavy = of(160.0);
        assert_eq!(heavy.notes.len(), 2);
        assert!(heavy.size.as_deref().unwrap().starts_with("7 "));
    }

    #[test]
    fn variants_count_wear_washers_chambers_and_three_loads_a_size() {
        let library = Library::embedded();
        let found = subjects(&library.catalog, RATED);
        let sized = found.iter().find(|subject| subject.component.article == "4R147").unwrap();
        assert_eq!(sized.variants().len(), 1 + 1 + 2 + 1 + 8 * 3);
    }
}
