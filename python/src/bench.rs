//! Pumps on the bench, as tables.

use crate::errors::{exception, json};
use crate::table::{Columns, Table};
use crate::work::work;
use pyo3::prelude::*;
use report::bench_text;
use texts::Texts;
use twin::bench::pump::{OnChamber, Stand};
use twin::ensemble::Spread;
use workup::bench::asked::{Asked, PumpPlan};
use workup::bench::{Loading, PumpBench, own};
use workup::compute;
use workup::problem::{Failure, Fault};

/// How a quantity is read.
type Read = fn(&OnChamber) -> Option<Spread>;

/// The quantities of a pump on a chamber with their units.
const QUANTITIES: [(&str, &str, Read); 4] = [
    ("cycles", "1", |on| on.cycles),
    ("seconds", "s", |on| on.seconds),
    ("deepest_kpa", "kPa", |on| Some(on.deepest_kpa)),
    ("energy_j", "J", |on| on.energy_j),
];

/// How a part of a spread is read.
type Part = fn(Spread) -> f64;

/// The parts of a spread.
const PARTS: [(&str, Part); 4] = [
    ("central", |spread| spread.central),
    ("p10", |spread| spread.p10),
    ("p50", |spread| spread.p50),
    ("p90", |spread| spread.p90),
];

/// Every pump on every chamber.
#[pyclass(frozen, module = "concord._concord")]
#[derive(Debug)]
pub struct Bench {
    /// What the command line says.
    #[pyo3(get)]
    text: String,
    /// What `--json` gives, without the curves.
    #[pyo3(get)]
    json: String,
    /// One row a pump and chamber.
    #[pyo3(get)]
    chambers: Py<Table>,
    /// One row a pump and a setup that differs, on the middle chamber.
    #[pyo3(get)]
    variants: Py<Table>,
    /// Article, chamber (mL) and curve, in the order of `chambers`.
    curves: Vec<(String, f64, Py<Table>)>,
}

#[pymethods]
impl Bench {
    /// Vacuum over time of one pump on one chamber.
    fn curve(&self, py: Python<'_>, article: &str, chamber_ml: f64) -> PyResult<Py<Table>> {
        let found = self.curves.iter().find(|(pump, volume, _)| pump == article && *volume == chamber_ml);
        found.map(|(_, _, curve)| curve.clone_ref(py)).ok_or_else(|| {
            let known: Vec<String> =
                self.curves.iter().map(|(pump, volume, _)| format!("{pump} on {volume}")).collect();
            let (value, right) = (format!("{article} on {chamber_ml}"), format!("there are {}", known.join(", ")));
            exception(py, Failure::input(Fault::of_argument("--curve", &value, "not on this bench", right)))
        })
    }
}

/// Runs pumps on chambers.
#[pyfunction]
#[allow(clippy::too_many_arguments)]
pub fn bench_pump(
    py: Python<'_>,
    pumps: Vec<String>,
    chamber_ml: Vec<f64>,
    vacuum_kpa: f64,
    leak_ml_per_min: f64,
    mass_kg: Option<f64>,
    worn: bool,
    washers: Option<u32>,
    persons: u64,
    seed: u64,
) -> PyResult<Bench> {
    let mut result = work(py, |_| {
        let draw = compute::draw(persons, seed)?;
        let (library, pumps) = own::read(&pumps)?;
        let asked = Asked {
            pumps,
            chambers_ml: chamber_ml,
            stand: Stand { target_kpa: vacuum_kpa, leak_ml_per_min },
            loading: Loading { mass_kg, worn, washers },
        };
        Ok(PumpPlan::new(&asked, &library)?.run(draw, &|| ()))
    })?;
    let text = bench_text::pumps(Texts::english(), &result);
    let curves = curves(py, &mut result)?;
    let chambers = result.pumps.iter().flat_map(|pump| {
        pump.chambers.iter().map(|on_chamber| Row {
            article: &pump.article,
            name: &pump.name,
            size: pump.size.as_deref(),
            what: None,
            on_chamber,
        })
    });
    let variants = result.pumps.iter().flat_map(|pump| {
        pump.variants.iter().map(|variant| Row {
            article: &pump.article,
            name: &pump.name,
            size: variant.size.as_deref().or(pump.size.as_deref()),
            what: Some(&variant.what),
            on_chamber: &variant.on_chamber,
        })
    });
    Ok(Bench {
        text,
        json: json(&result)?,
        chambers: Py::new(py, rows(&chambers.collect::<Vec<_>>())?)?,
        variants: Py::new(py, rows(&variants.collect::<Vec<_>>())?)?,
        curves,
    })
}

/// Takes the curves out of a result, whose figures stay.
fn curves(py: Python<'_>, result: &mut PumpBench) -> PyResult<Vec<(String, f64, Py<Table>)>> {
    let mut curves = vec![];
    for pump in &mut result.pumps {
        for on_chamber in &mut pump.chambers {
            let vacuum = std::mem::take(&mut on_chamber.vacuum_kpa);
            let at = (0..vacuum.central.len()).map(|index| index as f64).collect();
            let table = Columns::default().numbers("seconds", "s", at).band("vacuum_kpa", "kPa", vacuum).table()?;
            curves.push((pump.article.clone(), on_chamber.chamber_ml, Py::new(py, table)?));
        }
    }
    Ok(curves)
}

/// One pump on one chamber.
struct Row<'a> {
    article: &'a str,
    name: &'a str,
    size: Option<&'a str>,
    what: Option<&'a str>,
    on_chamber: &'a OnChamber,
}

fn rows(rows: &[Row<'_>]) -> PyResult<Table> {
    let mut columns = Columns::default()
        .texts("article", rows.iter().map(|row| row.article))
        .texts("name", rows.iter().map(|row| row.name))
        .some_texts("size", rows.iter().map(|row| row.size));
    if rows.iter().any(|row| row.what.is_some()) {
        columns = columns.some_texts("setup", rows.iter().map(|row| row.what));
    }
    columns = columns.numbers("chamber_ml", "mL", rows.iter().map(|row| row.on_chamber.chamber_ml).collect()).numbers(
        "share_reaching",
        "1",
        rows.iter().map(|row| row.on_chamber.share_reaching).collect(),
    );
    for (name, unit, read) in QUANTITIES {
        for (part, of) in PARTS {
            let values = rows.iter().map(|row| read(row.on_chamber).map(of)).collect();
            columns = columns.some_numbers(&format!("{name}_{part}"), unit, values);
        }
    }
    columns.table()
}
