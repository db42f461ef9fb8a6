//! # Parameters: values, kinds and spreads
//!
//! **Stands for** every number that is neither the case's nor the catalogue's, with unit, kind, source and spread,
//! read from `data/parameters.toml`; and a pump's, read from the files of two articles, for a pump of no maker. A pump of the
//! catalogue brings its own (`pump`).
//!
//! **Equations**
//! - a draw z of the standard normal law is drawn in to −2.5 … 2.5 (parameters have physical bounds)
//! - fixed: x = x₀; normal: x = x₀ + sd·z; log-normal: x = x₀·e^(sd·z)
//! - person i: ChaCha8 with the seed, stream i, one z a parameter in the order of the list of names; of a cohort the member that
//!   one even number of that stream picks by weight
//!
//! **Assumptions** published, fitted and assumed values are all drawn; independence between parameters.
//! **Tests** draws are the same in any order and spread as stated; an unknown or missing parameter is refused.

use crate::pump::{self, PumpNumbers, Scores};
use domain::catalog::{Performance, performance_of_article};
use domain::document::{self, Problem, Violation};
pub use domain::parameter::{Kind, Parameter, Spread};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal, StandardUniform};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

macro_rules! parameters {
    ($($name:ident),* $(,)?) => {
        /// One value of every parameter, in the unit that its name ends with.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(missing_docs)] // each is explained in data/parameters.toml, a pump's in its catalogue file
        pub struct Values {
            $(pub $name: f64,)*
            /// Force of a pump that something else than body weight moves, N.
            pub force_n: Option<f64>,
            /// How the person's device was drawn.
            pub scores: Scores,
        }

        /// The parameters that exist, in the order in which they are sampled.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl Values {
            /// Every value with its name, in the order of [`NAMES`].
            pub fn named(&self) -> [(&'static str, f64); NAMES.len()] {
                [$((stringify!($name), self.$name)),*]
            }

            fn from_fn(value: &mut dyn FnMut(&str) -> f64) -> Self {
                Self { $($name: value(stringify!($name)),)* force_n: None, scores: Scores::default() }
            }

            /// Sets the value of this name.
            pub(crate) fn set(&mut self, name: &str, value: f64) {
                match name {
                    $(stringify!($name) => self.$name = value,)*
                    _ => {}
                }
            }
        }
    };
}

parameters! {
    stance_fraction, midstance_load, peak_modulation, reference_speed_m_per_s, reference_cadence_steps_per_min,
    swing_rate_rad_per_s, prosthesis_arm_m, load_share, bone_support_n_per_mm,
    liner_modulus_mpa, liner_thickness_mm, liner_undersize, gap_spread_mm, tissue_stiffness_kpa_per_mm,
    contact_stiffness_kpa_per_mm, tissue_shear_modulus_kpa, tissue_depth_mm, unclamped_share, distal_factor,
    line_volume_direct_ml, line_volume_tube_ml, sheath_thickness_mm, textile_porosity, textile_compression,
    sleeve_fold_ml, sleeve_fold_compliance_ml_per_kpa, seal_leak_ml_per_min,
    sleeve_stiffness_n_per_mm, pin_stiffness_n_per_mm, pin_play_mm,
    pump_swept_ml, pump_swept_to_dead, pump_stroke_mm, pump_stop_ratio, pump_exhaust_crack_kpa,
    electric_free_flow_ml_per_s, electric_vacuum_max_kpa, electric_power_w, electric_idle_mw, cell_energy_kj,
    permeability_e10_m2_per_pa_s, permeability_pressure_kpa, permeability_exponent, soft_section_share, filtration_ml_per_min_100g_mmhg,
    closing_pressure_mmhg, interstitial_oncotic_mmhg, reflection, dry_compliance_ml_per_100g_mmhg,
    wet_compliance_ratio, mobile_fraction, lymph_ml_per_h_100g, inflow_part, walking_lymph_factor, walking_flow_factor,
    blood_pool_ml_per_100ml, vein_compliance_pct_per_kpa, vein_resistance_s_kpa_per_pct, arterial_inflow_pct_per_s, arterial_flow_time_s,
    blood_distension, displaced_ml_per_100ml, displaced_pressure_kpa, displaced_time_s, displaced_load_part, displaced_drawn,
    displaced_drawn_pressure_kpa, pore_water_ml_per_100ml, pore_pressure_kpa, pore_time_s, muscle_swelling_ml_per_100ml,
    muscle_time_s,
    posture_stand_kpa, posture_sit_kpa, posture_walk_kpa,
    blister_suction_kpa, blister_time_min, blister_exponent, blister_derate,
    fit_error_mm, sock_one_ply_mm, sock_three_ply_mm, sock_five_ply_mm, looseness_felt_mm, measurement_delay_min,
    pump_travel_per_washer,
    sleeve_pinholes_per_month, sleeve_pinhole_growth_um2_per_month, sleeve_barrier_factor,
    arterial_disease_flow, diabetes_filtration, age_vein_compliance, interim_filtration, flabby_softness, soft_tissue_displaced,
    bulbous_gap, scar_mobility, prominent_bone_load, sock_compression_pct_per_kpa,
    wall_friction, recoil_share, twist_deg, body_torsion_nm_per_rad, ring_torsion_nm_per_rad,
    heel_stiffness_n_per_mm, strike_mass_share, strike_speed_m_per_s,
    fluctuation_error_mm,
    distal_room_mm, bone_skin_share, bone_tissue_depth_mm, bone_relief_mm, pinhole_slit_part, sleeve_thickness_mm,
    interim_months, maturing_months, female_displaced, female_vein_compliance, female_filtration,
    alkaline_energy_kj, hydride_lost_pct_per_month,
    skin_blood_temperature_c, skin_conductance_w_per_m2_k, skin_exercise_flow, skin_exercise_heat_w_per_m2, standing_exercise,
    skin_heat_capacity_kj_per_m2_k, liner_conductivity_w_per_m_k, socket_conductivity_w_per_m_k, socket_wall_mm,
    textile_conductivity_w_per_m_k, outside_insulation_m2_k_per_w, sweat_onset_c, sweat_exercise_onset_k,
    sweat_gain_g_per_m2_h_k, sweat_purge_time_min, sweat_dry_time_min, wet_film_g_per_m2, wet_friction_loss, wet_blister_derate,
}

/// All parameters with their provenance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParameterSet {
    parameters: BTreeMap<String, Parameter>,
    /// Names of a pump's numbers that somebody set for all makes.
    #[serde(skip)]
    told: BTreeSet<String>,
    /// Those of whom persons are drawn; nobody in particular without.
    #[serde(skip)]
    cohort: Option<Arc<Cohort>>,
}

/// Persons by their scores, each with its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Cohort {
    members: Vec<[f64; NAMES.len()]>,
    /// Sum of the weights up to and with each member, over that of all.
    reached: Vec<f64>,
    central: [f64; NAMES.len()],
}

impl Cohort {
    /// Members with weights, of which at least one is not 0.
    pub fn new(members: Vec<[f64; NAMES.len()]>, weights: &[f64]) -> Self {
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let reached = weights.iter().map(|weight| {
            sum += weight / total;
            sum
        });
        let reached: Vec<f64> = reached.collect();
        let even = 1.0 / members.len() as f64;
        let central = std::array::from_fn(|place| {
            members.iter().zip(weights).map(|(scores, weight)| scores[place] * (weight / total - even)).sum()
        });
        Self { members, reached, central }
    }

    /// One of them by a number from 0 to 1.
    fn member(&self, share: f64) -> &[f64; NAMES.len()] {
        let place = self.reached.partition_point(|reached| *reached < share);
        &self.members[place.min(self.members.len() - 1)]
    }
}

/// Samples further out than this are drawn in to it: parameters have physical bounds that normal laws do not know.
const MOST_SIGMAS: f64 = 2.5;

impl ParameterSet {
    /// Reads `data/parameters.toml`, and from the files of a weight-activated and an electric article the numbers of a pump that
    /// has no maker, as published studies are repeated with.
    ///
    /// # Errors
    /// Parameters that are unknown, missing, unsourced or not numbers; faults of an article.
    pub fn parse(text: &str, articles: &[&str]) -> Result<Self, Vec<Problem>> {
        let mut parameters: BTreeMap<String, Parameter> = document::read(text, violations)?;
        for article in articles {
            for (name, _, parameter) in performance_of_article(article)?.numbers() {
                if let Some((_, known)) = pump::PLACES.iter().find(|(own, _)| *own == name) {
                    parameters.insert((*known).into(), parameter.clone());
                }
            }
        }
        let missing = pump::PLACES.iter().map(|(_, name)| *name).filter(|name| !parameters.contains_key(*name));
        let missing: Vec<Problem> = missing.map(no_article_tells).collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        Ok(Self { parameters, told: BTreeSet::new(), cohort: None })
    }

    /// The same parameters, a pump's numbers those of the pump that is worn: for whatever names them.
    #[must_use]
    pub fn wearing(mut self, performance: &Performance) -> Self {
        for (name, _, parameter) in performance.numbers() {
            if let Some((_, known)) = pump::PLACES.iter().find(|(own, _)| *own == name) {
                self.parameters.insert((*known).into(), parameter.clone());
            }
        }
        self
    }

    /// Every parameter with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Parameter)> {
        self.parameters.iter().map(|(name, parameter)| (name.as_str(), parameter))
    }

    /// The central values; of a cohort its centre.
    pub fn central(&self) -> Values {
        self.cohort.as_ref().map_or_else(|| self.at(|_| 0.0), |cohort| self.values_of(&cohort.central))
    }

    /// The same parameters, with persons drawn from these.
    #[must_use]
    pub fn drawn_from(mut self, cohort: Cohort) -> Self {
        self.cohort = Some(Arc::new(cohort));
        self
    }

    /// The scores of one draw of all parameters, drawn in.
    pub fn scores(seed: u64, index: u64) -> [f64; NAMES.len()] {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(index);
        std::array::from_fn(|_| drawn_in(StandardNormal.sample(&mut rng)))
    }

    /// One value a name, at `z` standard deviations from its centre.
    fn at(&self, mut z: impl FnMut(&str) -> f64) -> Values {
        let mut scores = Scores::default();
        let mut values = Values::from_fn(&mut |name| {
            let z = drawn_in(z(name));
            if let Some(place) = pump::place(name) {
                (scores.z[place], scores.told[place]) = (z, self.told.contains(name));
            }
            self.parameters[name].at(z)
        });
        values.scores = scores;
        values
    }

    /// Person 0 has the central values, everyone else is drawn.
    pub fn person(&self, seed: u64, person: u32) -> Values {
        match &self.cohort {
            _ if person == 0 => self.central(),
            None => self.sample(seed, u64::from(person)),
            Some(cohort) => {
                let mut rng = ChaCha8Rng::seed_from_u64(seed);
                rng.set_stream(u64::from(person));
                self.values_of(cohort.member(StandardUniform.sample(&mut rng)))
            }
        }
    }

    /// The values that lie `z` standard deviations from their centres, drawn in as a sample is; names that `z` does not
    /// know stay at their centre.
    pub fn values_at(&self, z: impl Fn(&str) -> Option<f64>) -> Values {
        self.at(|name| z(name).unwrap_or(0.0))
    }

    /// The values at one z a parameter, in the order of [`NAMES`], drawn in as a sample is.
    pub fn values_of(&self, z: &[f64; NAMES.len()]) -> Values {
        let mut z = z.iter();
        self.at(|_| z.next().copied().unwrap_or(0.0))
    }

    /// One parameter.
    pub fn get(&self, name: &str) -> Option<&Parameter> {
        self.parameters.get(name)
    }

    /// The same parameters, one of them with another value and spread; one of a pump's then holds for all makes.
    #[must_use]
    pub fn with(mut self, name: &str, value: f64, spread: Spread) -> Self {
        if let Some(parameter) = self.parameters.get_mut(name) {
            (parameter.value, parameter.spread) = (value, spread);
            self.told.insert(name.into());
        }
        self
    }

    /// The same parameters around other centres, `z` standard deviations away (not drawn in): for asking what a
    /// study would say of them.
    #[must_use]
    pub fn moved(&self, z: impl Fn(&str) -> Option<f64>) -> Self {
        let mut moved = self.clone();
        for (name, parameter) in &mut moved.parameters {
            if let Some(z) = z(name) {
                parameter.value = parameter.at(z);
                moved.told.insert(name.clone());
            }
        }
        moved
    }

    /// One draw of all parameters. The same seed and index give the same values, whatever was drawn before and on
    /// whatever thread.
    pub fn sample(&self, seed: u64, index: u64) -> Values {
        self.values_of(&Self::scores(seed, index))
    }
}

/// A sample drawn in to where parameters are physical.
pub fn drawn_in(z: f64) -> f64 {
    z.clamp(-MOST_SIGMAS, MOST_SIGMAS)
}

fn no_article_tells(name: &str) -> Problem {
    let (what, expected) =
        ("no article tells this number of a pump", "give a weight-activated and an electric article");
    Problem {
        line: 1,
        span: 0..0,
        field: name.into(),
        value: String::new(),
        what: what.into(),
        expected: expected.into(),
        open: false,
    }
}

fn violations(parameters: &BTreeMap<String, Parameter>) -> Vec<Violation> {
    let own: Vec<&str> = NAMES.iter().copied().filter(|name| pump::place(name).is_none()).collect();
    let missing = own.iter().filter(|name| !parameters.contains_key(**name));
    let mut found: Vec<Violation> =
        missing.map(|name| Violation::new(*name, "this parameter is missing", "add its table")).collect();
    for (name, parameter) in parameters {
        if pump::place(name).is_some() {
            found.push(Violation::new(
                name.as_str(),
                "this is a pump's number",
                "put it into the pump's catalogue file",
            ));
        } else if !own.contains(&name.as_str()) {
            let near = document::nearest(name, &own).map_or(String::new(), |near| format!("did you mean `{near}`?"));
            found.push(Violation::new(name.as_str(), "no model uses this parameter", near));
        }
        found.extend(parameter.violations(name));
    }
    found
}

impl Values {
    /// The same person with a pump of this make; without one, that of the parameters.
    #[must_use]
    pub fn with_pump(&self, make: Option<&PumpNumbers>) -> Self {
        let mut values = *self;
        let Some(make) = make else { return values };
        for (place, number) in make.numbers.iter().enumerate().filter(|(place, _)| !self.scores.told[*place]) {
            if let Some(number) = number {
                values.set(pump::PLACES[place].1, number.at(self.scores.z[place]));
            }
        }
        values.force_n = make.force_n.map(|force| force.at(self.scores.z[pump::STOP]));
        values
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) const RING: &str = include_str!("../../../data/catalog/ottobock/4R147.toml");
    pub(crate) const ELECTRIC: &str = include_str!("../../../data/catalog/ottobock/4R152.toml");

    pub(crate) fn shipped() -> ParameterSet {
        ParameterSet::parse(include_str!("../../../data/parameters.toml"), &[RING, ELECTRIC])
            .unwrap_or_else(|problems| panic!("{}", problems[0]))
    }

    #[test]
    fn samples_are_the_same_in_any_order_and_spread_as_stated() {
        let set = shipped();
        assert_eq!(set.sample(7, 3), set.sample(7, 3));
        assert_ne!(set.sample(7, 3), set.sample(7, 4));
        assert_ne!(set.sample(8, 3), set.sample(7, 3));
        let n = 4_000u32;
        let mean = (0..n).map(|i| set.sample(1, u64::from(i)).blood_pool_ml_per_100ml.ln()).sum::<f64>() / f64::from(n);
        assert!((mean - set.central().blood_pool_ml_per_100ml.ln()).abs() < 0.02);
    }

    #[test]
    fn values_at_are_drawn_in_and_leave_the_others_alone() {
        let set = shipped();
        let far = set.values_at(|name| (name == "fit_error_mm").then_some(9.0));
        let most = set.values_at(|name| (name == "fit_error_mm").then_some(MOST_SIGMAS));
        assert_eq!((far, far.load_share), (most, set.central().load_share));
        let moved = set.moved(|name| (name == "fit_error_mm").then_some(1.0)).central();
        assert!((moved.fit_error_mm - 0.2).abs() < 0.1 && moved.fit_error_mm > 0.0);
    }

    #[test]
    fn every_parameter_is_used_once_and_an_unknown_one_is_refused() {
        let text = include_str!("../../../data/parameters.toml").replacen("[pin_play_mm]", "[pin_plai_mm]", 1);
        let problems = ParameterSet::parse(&text, &[RING, ELECTRIC]).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(problems.iter().any(|problem| problem.expected.contains("pin_play_mm")));
        let text = include_str!("../../../data/parameters.toml");
        let problems = ParameterSet::parse(text, &[RING]).unwrap_err();
        assert!(problems.len() == 5 && problems.iter().all(|problem| problem.what.contains("no article")));
    }
}
