//! What the published numbers say about the fitted parameters, and what they leave free.
//!
//! Parameters are counted in standard deviations z of their stated spreads (the prior: z = 0 ± 1), rows in units of
//! their bounds. Around the shipped values the posterior is taken as normal (Laplace): covariance (JᵀJ + I)⁻¹ with J the
//! derivatives of all fitted rows. Profiles re-fit the other fitted parameters at each place. The central person stands
//! for all persons.

mod algebra;
mod document;
mod experiments;
mod summary;

pub use document::markdown;
pub use experiments::{Experiment, TimeLeft};
pub use summary::{ByRow, Loose, OnRow, Pinned, Summary};

use crate::protocols::Bench;
use crate::published::{Published, Role, Row};
use crate::validate::{Checked, validate};
use algebra::{Matrix, inverse, normal_matrix, solve};
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use texts::Texts;
use twin::parameters::{Kind, Spread};

/// Places of a profile, in prior standard deviations.
const PROFILE: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];
/// Steps for the others at each place of a profile, with the derivatives of the centre.
const REFITS: usize = 3;
/// Step of the derivatives, in prior standard deviations: as wide as what is asked about, narrow enough to be local.
const STEP: f64 = 0.5;

/// Below this ratio of posterior to prior the rows say most.
const WELL_PINNED: f64 = 0.4;
/// From this ratio on they say little.
const SAYS_LITTLE: f64 = 0.8;

/// One published row at the shipped values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowHere {
    /// The study.
    pub source: String,
    /// Its id.
    pub id: String,
    /// What was measured.
    pub what: String,
    /// Fitted or predicted.
    pub role: Role,
    /// Model minus published, in units of its bound.
    pub miss: f64,
}

/// What is known about one fitted parameter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fitted {
    /// The parameter.
    pub parameter: String,
    /// Shipped value.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// Prior standard deviation: relative for a log-normal spread, else in the unit.
    pub prior_sd: f64,
    /// Posterior over prior standard deviation: 1 means that the rows say nothing.
    pub posterior_over_prior: f64,
    /// Where rows and prior together would put it, in prior standard deviations from the shipped value.
    pub pull: f64,
    /// Share of its information (own curvature) by row, largest first; the rest is the prior's.
    pub information: Vec<(String, f64)>,
    /// (z, misfit): sum of squares of the fitted rows' misses with the others re-fitted.
    pub profile: Vec<(f64, f64)>,
}

/// What one parameter that no row was fitted with does to one predicted row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Free {
    /// The parameter.
    pub parameter: String,
    /// Published or assumed.
    pub kind: Kind,
    /// Effect of one standard deviation on every row of [`Identifiability::rows`], in units of its bound; absent where
    /// the row has no derivative on one person.
    pub effects: Vec<Option<f64>>,
    /// Root of the sum of squares over the predicted rows.
    pub on_predicted: f64,
}

/// How much the rows say about a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grip {
    /// They make most of what is known.
    Pinned,
    /// They narrow the stated spread.
    Narrowed,
    /// The stated spread is what is known.
    HardlyTouched,
}

impl Grip {
    /// By the posterior over the prior standard deviation.
    pub fn of(posterior_over_prior: f64) -> Self {
        match posterior_over_prior {
            ratio if ratio < WELL_PINNED => Self::Pinned,
            ratio if ratio < SAYS_LITTLE => Self::Narrowed,
            _ => Self::HardlyTouched,
        }
    }

    /// For people, in English.
    pub fn words(self) -> &'static str {
        Texts::english().say(self.id())
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Pinned => "grip-pinned",
            Self::Narrowed => "grip-narrowed",
            Self::HardlyTouched => "grip-hardly_touched",
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Identifiability {
    /// All rows that have a derivative on one person.
    pub rows: Vec<RowHere>,
    /// Rows that are shares, counts or correlations: left out.
    pub left_out: Vec<String>,
    /// The fitted parameters.
    pub fitted: Vec<Fitted>,
    /// Correlations of the posterior, in the order of `fitted`.
    pub correlations: Vec<Vec<f64>>,
    /// The others, strongest on predicted rows first.
    pub free: Vec<Free>,
    /// Which experiment would separate the limb's time constants.
    pub experiments: Vec<Experiment>,
}

/// Evaluations of [`identifiability`] for a progress bar.
pub fn steps(bench: &Bench<'_>) -> u64 {
    let (fitted, free) = (names(bench, true).len() as u64, names(bench, false).len() as u64);
    let refits = PROFILE.len() as u64 * (1 + REFITS as u64);
    1 + 2 * (fitted + free) + fitted * refits
}

/// Names of the parameters that vary: fitted ones, or all the others.
fn names<'a>(bench: &Bench<'a>, fitted: bool) -> Vec<&'a str> {
    let varies = |spread: Spread| !matches!(spread, Spread::Fixed | Spread::Normal(0.0) | Spread::Lognormal(0.0));
    let all = bench.parameters.iter();
    all.filter(|(_, p)| varies(p.spread) && (p.kind == Kind::Fitted) == fitted).map(|(name, _)| name).collect()
}

/// The protocols of some tables as a function of parameters' places.
struct Rows<'a> {
    tables: Vec<Published>,
    bench: Bench<'a>,
    progress: &'a (dyn Fn() + Sync),
}

impl Rows<'_> {
    /// Misses of every row in units of its bound, parameters at `z` of their prior.
    fn at(&self, names: &[&str], z: &[f64]) -> Result<Vec<f64>, String> {
        let place = |name: &str| names.iter().position(|known| *known == name).map(|index| z[index]);
        let parameters = self.bench.parameters.moved(place);
        let bench = Bench { parameters: &parameters, persons: 0, ..self.bench };
        let checked = validate(&self.tables, &bench)?;
        (self.progress)();
        Ok(checked.iter().map(|c| miss(&c.row, c.compared)).collect())
    }

    /// Derivatives of every row with respect to chosen parameters, by central differences.
    fn jacobian(&self, names: &[&str], z: &[f64], columns: &[usize]) -> Result<Matrix, String> {
        let sides: Vec<Vec<f64>> = columns
            .par_iter()
            .flat_map_iter(|column| [STEP, -STEP].map(|step| (*column, step)))
            .map(|(column, step)| {
                let mut moved = z.to_vec();
                moved[column] += step;
                self.at(names, &moved)
            })
            .collect::<Result<_, _>>()?;
        let rows = sides.first().map_or(0, Vec::len);
        let slope = |row: usize, c: usize| (sides[2 * c][row] - sides[2 * c + 1][row]) / (2.0 * STEP);
        Ok((0..rows).map(|row| (0..columns.len()).map(|c| slope(row, c)).collect()).collect())
    }
}

fn miss(row: &Row, model: f64) -> f64 {
    let unit = match (row.bound.sd.or(row.bound.tolerance), row.bound.range) {
        (Some(unit), _) => unit,
        (_, Some([low, high])) => 0.5 * (high - low),
        _ => f64::NAN,
    };
    (model - row.value) / unit
}

/// Computes the answer; `progress` is told after each evaluation of the protocols.
///
/// # Errors
/// A row whose protocol does not exist.
pub fn identifiability(
    tables: &[Published],
    bench: &Bench<'_>,
    progress: &(dyn Fn() + Sync),
) -> Result<Identifiability, String> {
    let all = Rows { tables: tables.to_vec(), bench: *bench, progress };
    let (known, free_names) = (names(bench, true), names(bench, false));
    let everything: Vec<&str> = known.iter().chain(&free_names).copied().collect();
    let centre = vec![0.0; everything.len()];
    let here = all.at(&everything, &centre)?;
    let columns: Vec<usize> = (0..everything.len()).collect();
    let jacobian = all.jacobian(&everything, &centre, &columns)?;
    let described: Vec<&Row> = tables.iter().flat_map(|table| &table.row).collect();
    let single = Bench { persons: 0, ..*bench };
    let shown = validate(tables, &single)?;
    // Shares and counts jump on one person; correlations do not exist.
    let smooth: Vec<bool> = shown
        .iter()
        .zip(&jacobian)
        .map(|(c, slopes)| slopes.iter().all(|s| s.is_finite()) && !(c.row.unit == "1" && c.compared.fract() == 0.0))
        .collect();
    let kept: Vec<usize> = (0..described.len()).filter(|i| smooth[*i]).collect();
    let fitted_rows: Vec<usize> = kept.iter().copied().filter(|i| described[*i].role == Role::Fitted).collect();
    let slopes: Matrix = fitted_rows.iter().map(|i| jacobian[*i][..known.len()].to_vec()).collect();
    let misses: Vec<f64> = fitted_rows.iter().map(|i| here[*i]).collect();
    let ids: Vec<&str> = fitted_rows.iter().map(|i| described[*i].id.as_str()).collect();
    let (fitted, correlations) = posterior(bench, tables, progress, &known, (&slopes, &misses, &ids))?;
    Ok(Identifiability {
        rows: kept.iter().map(|i| row_here(&shown[*i], here[*i])).collect(),
        left_out: (0..described.len()).filter(|i| !smooth[*i]).map(|i| described[i].id.clone()).collect(),
        fitted,
        correlations,
        free: free(bench, &free_names, known.len(), &jacobian, (&described, &kept)),
        experiments: experiments::experiments(bench, STEP),
    })
}

impl Identifiability {
    /// Effects of a parameter on the predicted rows, largest first.
    fn on_predicted(&self, free: &Free) -> Vec<(&RowHere, f64)> {
        let rows = self.rows.iter().zip(&free.effects).filter(|(row, _)| row.role == Role::Predicted);
        let mut effects: Vec<(&RowHere, f64)> = rows.filter_map(|(row, effect)| Some((row, (*effect)?))).collect();
        effects.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        effects
    }

    /// Assumed parameters that no row was fitted with, strongest on predicted rows first.
    fn assumed(&self) -> impl Iterator<Item = &Free> {
        self.free.iter().filter(|free| free.kind == Kind::Assumed)
    }
}

fn row_here(Checked { source, row, .. }: &Checked, miss: f64) -> RowHere {
    RowHere { source: source.clone(), id: row.id.clone(), what: row.what.clone(), role: row.role, miss }
}

type Evidence<'a> = (&'a Matrix, &'a [f64], &'a [&'a str]);

fn posterior(
    bench: &Bench<'_>,
    tables: &[Published],
    progress: &(dyn Fn() + Sync),
    known: &[&str],
    (slopes, misses, ids): Evidence<'_>,
) -> Result<(Vec<Fitted>, Matrix), String> {
    let columns: Vec<usize> = (0..known.len()).collect();
    let normal = normal_matrix(slopes, &columns);
    let covariance = inverse(&normal);
    let pulls = solve(&normal, &downhill(slopes, misses, &columns, &vec![0.0; known.len()]));
    // Only the studies that have fitted rows are run for the profiles.
    let fitted_tables = tables.iter().filter_map(|table| {
        let row: Vec<Row> = table.row.iter().filter(|row| ids.contains(&row.id.as_str())).cloned().collect();
        (!row.is_empty()).then(|| Published { row, ..table.clone() })
    });
    let rows = Rows { tables: fitted_tables.collect(), bench: *bench, progress };
    let profiles: Vec<Vec<(f64, f64)>> =
        (0..known.len()).into_par_iter().map(|index| profile(&rows, known, slopes, index)).collect::<Result<_, _>>()?;
    let fitted = known.iter().zip(profiles).enumerate().map(|(j, (name, profile))| {
        let mut information: Vec<(String, f64)> = ids
            .iter()
            .zip(slopes)
            .map(|(id, row)| ((*id).to_string(), row[j] * row[j] / normal[j][j]))
            .filter(|(_, share)| *share >= 0.005)
            .collect();
        information.sort_by(|a, b| b.1.total_cmp(&a.1));
        describe(bench, name, covariance[j][j].sqrt(), pulls[j], information, profile)
    });
    let sd = |i: usize| covariance[i][i].sqrt();
    let correlation = |i: usize, j: usize| covariance[i][j] / (sd(i) * sd(j));
    let correlations = columns.iter().map(|i| columns.iter().map(|j| correlation(*i, *j)).collect()).collect();
    Ok((fitted.collect(), correlations))
}

fn describe(
    bench: &Bench<'_>,
    name: &str,
    posterior_over_prior: f64,
    pull: f64,
    information: Vec<(String, f64)>,
    profile: Vec<(f64, f64)>,
) -> Fitted {
    let parameter = bench.parameters.iter().find(|(known, _)| *known == name).map(|(_, parameter)| parameter);
    let (value, unit) = parameter.map_or((f64::NAN, String::new()), |p| (p.value, p.unit.clone()));
    let prior_sd = match parameter.map(|p| p.spread) {
        Some(Spread::Normal(sd) | Spread::Lognormal(sd)) => sd,
        _ => 0.0,
    };
    Fitted { parameter: name.into(), value, unit, prior_sd, posterior_over_prior, pull, information, profile }
}

/// −(Jᵀr + z) over chosen columns of z.
fn downhill(slopes: &Matrix, misses: &[f64], columns: &[usize], z: &[f64]) -> Vec<f64> {
    let gradient = |place: usize| slopes.iter().zip(misses).map(|(row, miss)| row[place] * miss).sum::<f64>();
    columns.iter().enumerate().map(|(place, column)| -gradient(place) - z[*column]).collect()
}

/// Misfit along one parameter, the others re-fitted (with their priors) at each place.
fn profile(rows: &Rows<'_>, names: &[&str], central: &Matrix, index: usize) -> Result<Vec<(f64, f64)>, String> {
    let others: Vec<usize> = (0..names.len()).filter(|i| *i != index).collect();
    let misfit = |misses: &[f64]| misses.iter().map(|miss| miss * miss).sum::<f64>();
    let penalised = |misses: &[f64], z: &[f64]| misfit(misses) + others.iter().map(|i| z[*i] * z[*i]).sum::<f64>();
    // The derivatives of the centre serve at every place: whether a step helps is seen by running the protocols there.
    let slopes: Matrix = central.iter().map(|row| others.iter().map(|other| row[*other]).collect()).collect();
    let normal = normal_matrix(central, &others);
    let place = |at: &f64| {
        let mut z = vec![0.0; names.len()];
        z[index] = *at;
        let mut misses = rows.at(names, &z)?;
        for _ in 0..REFITS {
            let step = solve(&normal, &downhill(&slopes, &misses, &others, &z));
            let mut next = z.clone();
            for (other, step) in others.iter().zip(step) {
                next[*other] = (next[*other] + step).clamp(-3.0, 3.0);
            }
            let found = rows.at(names, &next)?;
            if penalised(&found, &next) >= penalised(&misses, &z) {
                break;
            }
            (z, misses) = (next, found);
        }
        Ok((*at, misfit(&misses)))
    };
    PROFILE.par_iter().map(place).collect()
}

fn free(
    bench: &Bench<'_>,
    names: &[&str],
    skip: usize,
    jacobian: &Matrix,
    (rows, kept): (&[&Row], &[usize]),
) -> Vec<Free> {
    let mut found: Vec<Free> = names
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let effect = |i: usize| jacobian[i][skip + place];
            let predicted = kept.iter().filter(|i| rows[**i].role == Role::Predicted);
            let parameter = bench.parameters.iter().find(|(known, _)| known == name);
            Free {
                parameter: (*name).to_string(),
                kind: parameter.map_or(Kind::Assumed, |(_, parameter)| parameter.kind),
                effects: kept.iter().map(|i| Some(effect(*i)).filter(|e| e.is_finite())).collect(),
                on_predicted: predicted.map(|i| effect(*i).powi(2)).sum::<f64>().sqrt(),
            }
        })
        .collect();
    found.sort_by(|a, b| b.on_predicted.total_cmp(&a.on_predicted));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Case;
    use twin::parameters::ParameterSet;
    use twin::regions::Regions;

    fn with_bench<T>(run: impl Fn(&[Published], &Bench<'_>) -> T) -> T {
        let reference = Case::parse(include_str!("../../../data/published/reference_case.toml")).expect("a sound case");
        let parameters = ParameterSet::parse(
            include_str!("../../../data/parameters.toml"),
            &[
                include_str!("../../../data/catalog/ottobock/4R147.toml"),
                include_str!("../../../data/catalog/ottobock/4R152.toml"),
            ],
        )
        .expect("sound parameters");
        let regions = Regions::parse(include_str!("../../../data/regions.toml")).expect("sound regions");
        let table = Published::parse(include_str!("../../../data/published/beil2002.toml")).expect("a sound table");
        run(&[table], &Bench { reference: &reference, parameters: &parameters, regions: &regions, persons: 0, seed: 1 })
    }

    #[test]
    fn what_was_fitted_on_a_study_is_narrowed_by_it_and_nothing_else_is() {
        let found = with_bench(|tables, bench| identifiability(tables, bench, &|| ())).expect("protocols");
        let ratio = |name: &str| {
            found.fitted.iter().find(|f| f.parameter == name).unwrap_or_else(|| panic!("{name}")).posterior_over_prior
        };
        assert!(ratio("distal_factor") < 0.9, "{}", ratio("distal_factor"));
        assert!(ratio("unclamped_share") > 0.8, "{}", ratio("unclamped_share"));
        for f in &found.fitted {
            assert!(f.posterior_over_prior <= 1.0 + 1e-9 && f.information.iter().all(|(_, share)| *share <= 1.0));
            let here = f.profile[2];
            assert!(here.0 == 0.0 && f.profile.iter().all(|(_, misfit)| misfit.is_finite()));
        }
        for (i, row) in found.correlations.iter().enumerate() {
            assert!((row[i] - 1.0).abs() < 1e-9 && row.iter().all(|r| r.abs() <= 1.0 + 1e-9));
        }
    }

    #[test]
    fn scans_after_doffing_tell_how_fast_tissue_returns_and_more_readings_tell_more() {
        let found = with_bench(|_, bench| experiments::experiments(bench, STEP));
        let left = |experiment: &Experiment, name: &str| {
            experiment.spread_left.iter().find(|time| time.parameter == name).expect(name).spread_left
        };
        assert!(left(&found[0], "displaced_time_s") < 0.6, "{found:?}");
        let (single, all) = (&found[..4], &found[5]);
        for time in &all.spread_left {
            for experiment in single {
                assert!(time.spread_left <= left(experiment, &time.parameter) + 1e-9, "{}", time.parameter);
            }
        }
    }

    #[test]
    fn a_row_counts_in_units_of_its_bound() {
        with_bench(|tables, _| {
            let row = &tables[0].row[0];
            let tolerance = row.bound.tolerance.expect("a tolerance");
            assert!((miss(row, row.value + tolerance) - 1.0).abs() < 1e-12);
        });
    }
}
