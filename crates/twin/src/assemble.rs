//! # Assembly: from a case to the network's constants
//!
//! **Stands for** how a case (tape measurements, masses, day), one value of every parameter and a suspension become
//! the constants of the physics: the one place where clinic units become SI units.
//!
//! **Equations**
//! - limb volume: V₀ = Σ π·h/3·(r₁² + r₁·r₂ + r₂²) + 2/3·π·r_n²·h_n: a frustum between two measured levels h apart
//!   with radii r = C/(2π), half an ellipsoid of height h_n from the last level to the distal end
//! - skin area: A = Σ π·(r₁ + r₂)·√(h² + (r₁ − r₂)²) + the half spheroid's; section S = C₀²/(4π) at the most proximal
//!   level; taper tan α = (r_0 − r_n)/(z_n − z_0); length L from the first level to the distal end
//! - radius of the cylinder that stands for the limb in the liner's hoop stiffness: R = A/(2π·L)
//! - liner over the limb: stretched by the radius s·R, s how much smaller its circumference is than the limb's
//! - ambient pressure: standard atmosphere at the case's altitude, p_a = 101 325·(1 − 2.25577·10⁻⁵·h)^5.25588
//! - sheath and line: V_s = A·t_sheath·porosity; V_t = line by connection (direct or tube) + S_d·h_d, the room of depth h_d
//!   below the liner's end, S_d the section at the most distal level
//! - over bone: ρ = tissue over bone/tissue elsewhere, offset r + (1 − ρ)·(fit gap + fit error), range w = √(r² + 3·σ²), the
//!   variance of reliefs from none to 2·r and of the gap's spread together; a thigh has no such skin
//! - leak as stated: c = Q·p_a/[(p_a² − p²)/(2·p_a)] at 57.6 kPa of vacuum; pinhole of diameter d: C_d·A = 0.62·π/4·d²; a sleeve
//!   of an age adds the mean area of its wear, Λ·G·t²/2 (`sleeve_wear`)
//! - weight-activated pump: A_c = V_swept/x_0; k = w·F_peak(rated mass, reference pace)/x_0, so that the rated mass
//!   compresses the ring by the nominal stroke x_0; w is the ring's condition (1 new); x_stop = r_stop·x_0; V_d =
//!   V_swept/r_dead; travel τ = w·(1 − t·washers removed), so that a worn ring is softer and springs back less
//! - per 100 g of tissue, a gram taken as a millilitre: K = CFC·(V₀/100 mL)/(60·133.322); J_L0 = lymph·(V₀/100
//!   mL)/3600
//! - interstitial stiffness: E_d = 133.322·100/C_dry (from mL/(100 g·mmHg)); E_o = E_d/r_wet
//! - soft section: S_t = S·min(share·s, 0.95), s = 0.85, 1, 1.15 for insufficient, sufficient, excessive soft tissue
//! - parts of the limb's volume: shares of V₀; p_v = pool/compliance; τ = resistance·compliance
//! - fit: g_fit = fit gap of the case + fit error + the socks that are worn now with this very suspension; another one begins
//!   without socks
//! - contact with socks of thickness t: 1/k = 1/k_c + t·c
//! - answers about person and limb: see `answers`
//! - heel strike: the mass stopped is a share of body mass; only a functional ring turns and gives way along the prosthesis
//! - blister line: p_b times the derating once for diabetes and once from 65 years
//! - insulation around the skin: R = t_liner/k_liner + t_sheath/k_textile + t_wall/k_socket
//!
//! **Assumptions** the tape's levels describe the limb in the socket; an unsized pump is adjusted to its user's mass.
//! **Case** `limb`, `person`, `prosthesis.mass_kg`, `prosthesis.fit_gap_mm`, `day.altitude_m`, `day.temperature_c`.
//! **Tests** the published studies as a whole hold it (`VALIDATION.md`); every parameter is read somewhere.

use crate::answers::{answered, socks_in_the_morning};
use crate::parameters::Values;
use crate::sleeve_age::{MONTH_S, WEEK_S, wear};
use crate::system::{Cells, Connection, Drive, System};
use domain::Case;
use domain::case::Person;
use domain::limb::{AmputationLevel, ResidualLimb};
use domain::sock::SockThickness;
use physics::blood::Blood;
use physics::circulation::PostureDrive;
use physics::displaced_tissue::DisplacedTissue;
use physics::electric_pump::ElectricPump;
use physics::gait_load::{GRAVITY, GaitLoad, Pace};
use physics::heel_strike::HeelStrike;
use physics::leak::Leak;
use physics::limb_socket_contact::{Contact, OverBone};
use physics::limb_volume::LimbVolume;
use physics::liner::Liner;
use physics::muscle::Muscle;
use physics::network::{Network, VacuumSource};
use physics::pore_water::PoreWater;
use physics::skin_climate::SkinClimate;
use physics::skin_suction::BlisterLine;
use physics::socket_air::SocketAir;
use physics::suspension::Suspension;
use physics::tissue_fluid::TissueFluid;
use physics::torsion::Torsion;
use physics::weight_activated_pump::WeightActivatedPump;
use units::{Temperature, standard_atmosphere};

/// Pascals in a millimetre of mercury.
const MMHG: f64 = 133.322;

/// Changes to a system that are not the case's: what would break it.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Disturbance {
    /// Diameter of a pinhole in the sleeve, mm.
    pub pinhole_mm: f64,
    /// Body mass gained, kg.
    pub mass_gained_kg: f64,
    /// Age of a sleeve that wears, weeks: the mean course of its pinholes (`sleeve_wear`); none for one that stays intact.
    pub sleeve_weeks: Option<f64>,
}

/// Thickness of socks by ply.
pub fn sock_thickness(v: &Values) -> SockThickness {
    SockThickness { one_ply_mm: v.sock_one_ply_mm, three_ply_mm: v.sock_three_ply_mm, five_ply_mm: v.sock_five_ply_mm }
}

/// How a weight-activated pump is set up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RingSetup {
    /// Chambers.
    pub chambers: u32,
    /// Peak force that the ring is made for (or adjusted to), N.
    pub rated_force_n: f64,
    /// Stiffness relative to a new ring.
    pub condition: f64,
    /// Washers removed of those delivered.
    pub washers_removed: u32,
}

/// Resistance of tissue, liner and so thick a stack of socks (mm) to being pressed in, Pa/m.
pub fn contact_stiffness(v: &Values, socks_mm: f64) -> f64 {
    // 1/k = 1/k_c + t·c
    let softness = 1.0 / v.contact_stiffness_kpa_per_mm + socks_mm * v.sock_compression_pct_per_kpa / 100.0;
    1e6 / softness
}

/// Assembles the network of one person on one suspension, with the socks that are worn with it in the morning.
pub fn assemble(case: &Case, values: &Values, system: &System, disturbance: Disturbance) -> Network {
    let v = &answered(case, &values.with_pump(system.pump.as_ref()));
    let worn_mm = sock_thickness(v).of_stack(socks_in_the_morning(case, system));
    let limb = &case.limb;
    let volume = limb.volume_ml() * 1e-6;
    let area = limb.skin_area_cm2() * 1e-4;
    let section = limb.proximal_section_cm2() * 1e-4;
    let length = limb.measured_length_mm() * 1e-3;
    let gait = gait(case, v, disturbance);
    let liner = Liner { modulus: v.liner_modulus_mpa * 1e6, thickness: v.liner_thickness_mm * 1e-3 };
    // The radius of the cylinder that has the limb's skin area over its length.
    let radius = area / (2.0 * std::f64::consts::PI * length);
    Network {
        ambient: standard_atmosphere(case.day.altitude_m).pa(),
        gait,
        load_share: v.load_share,
        contact: Contact {
            area,
            spread: v.gap_spread_mm * 1e-3,
            tissue_stiffness: v.tissue_stiffness_kpa_per_mm * 1e6,
            liner_stiffness: liner.hoop_stiffness(radius),
            contact_stiffness: contact_stiffness(v, worn_mm),
            bone: over_bone(v, case),
        },
        liner,
        air: socket_air(v, system, limb, worn_mm),
        leak: Leak {
            seal_conductance: Leak::conductance_from_stated(v.seal_leak_ml_per_min / 60e6),
            pinhole_area: Leak::pinhole(disturbance.pinhole_mm * 1e-3)
                + disturbance.sleeve_weeks.map_or(0.0, |weeks| wear(v, false).mean_area(weeks * WEEK_S)),
            temperature: Temperature::from_celsius(case.day.temperature_c).kelvin(),
        },
        suspension: suspension(v, system),
        torsion: Torsion {
            twist: v.twist_deg.to_radians(),
            body: v.body_torsion_nm_per_rad,
            ring: system.has_ring().then_some(v.ring_torsion_nm_per_rad),
        },
        heel_strike: HeelStrike {
            heel: v.heel_stiffness_n_per_mm * 1e3,
            ring: ring_stiffness(v, system, &gait),
            mass: v.strike_mass_share * gait.body_mass,
            speed: v.strike_speed_m_per_s,
        },
        source: source(v, system, &gait),
        limb: limb_volume(v, limb, volume, section, length),
        posture: PostureDrive {
            stand: v.posture_stand_kpa * 1e3,
            sit: v.posture_sit_kpa * 1e3,
            walk: v.posture_walk_kpa * 1e3,
            walking_lymph: v.walking_lymph_factor,
            walking_flow: v.walking_flow_factor,
        },
        blister: blister_line(v, &case.person),
        distal_factor: v.distal_factor,
        taper: limb.taper().max(0.0),
        bone_support: v.bone_support_n_per_mm * 1e3,
        liner_stretch: v.liner_undersize * radius,
        // The gap is that with the morning's socks on.
        fit_gap: (case.prosthesis.fit_gap_mm + v.fit_error_mm + worn_mm) * 1e-3,
        socks: worn_mm * 1e-3,
    }
}

/// How the person loads the prosthesis.
pub fn gait(case: &Case, v: &Values, disturbance: Disturbance) -> GaitLoad {
    gait_of(v, case.person.body_mass_kg + disturbance.mass_gained_kg, case.prosthesis.mass_kg)
}

/// How a body mass (kg) loads a prosthesis (kg).
pub fn gait_of(v: &Values, body_mass_kg: f64, prosthesis_kg: f64) -> GaitLoad {
    GaitLoad {
        body_mass: body_mass_kg,
        prosthesis_mass: prosthesis_kg,
        stance_fraction: v.stance_fraction,
        midstance_load: v.midstance_load,
        peak_modulation: v.peak_modulation,
        reference_speed: v.reference_speed_m_per_s,
        reference_cadence: v.reference_cadence_steps_per_min,
        swing_rate: v.swing_rate_rad_per_s,
        prosthesis_arm: v.prosthesis_arm_m,
    }
}

/// Where bone lies right under the skin. A thigh's bone lies deep.
fn over_bone(v: &Values, case: &Case) -> OverBone {
    if case.limb.amputation_level == AmputationLevel::Transfemoral {
        return OverBone::NONE;
    }
    let thinness = (v.bone_tissue_depth_mm / v.tissue_depth_mm).min(1.0);
    // With the morning's socks on, the gap is the case's.
    let fit_mm = case.prosthesis.fit_gap_mm + v.fit_error_mm;
    OverBone {
        share: v.bone_skin_share,
        thinness,
        offset: (v.bone_relief_mm + (1.0 - thinness) * fit_mm) * 1e-3,
        range: (v.bone_relief_mm.powi(2) + 3.0 * v.gap_spread_mm.powi(2)).sqrt() * 1e-3,
    }
}

fn socket_air(v: &Values, system: &System, limb: &ResidualLimb, worn_mm: f64) -> SocketAir {
    let area = limb.skin_area_cm2() * 1e-4;
    let line_ml = match system.drive {
        Drive::WeightActivated { connection, .. }
        | Drive::Electric { connection, .. }
        | Drive::Once { connection, .. }
        | Drive::Hybrid { connection, .. }
        | Drive::Hand { connection } => match connection {
            Connection::Direct => v.line_volume_direct_ml,
            Connection::Tube => v.line_volume_tube_ml,
        },
        Drive::Regulated { .. } | Drive::Suction | Drive::PinLock => v.line_volume_direct_ml,
    };
    SocketAir {
        tube: line_ml * 1e-6,
        line: line_ml * 1e-6 + limb.distal_section_cm2() * 1e-4 * v.distal_room_mm * 1e-3,
        textile: area * (v.sheath_thickness_mm + worn_mm) * 1e-3 * v.textile_porosity,
        textile_compression: v.textile_compression,
        fold: v.sleeve_fold_ml * 1e-6,
        fold_compliance: v.sleeve_fold_compliance_ml_per_kpa * 1e-9,
        section: limb.proximal_section_cm2() * 1e-4,
    }
}

fn suspension(v: &Values, system: &System) -> Suspension {
    let pin = system.drive == Drive::PinLock;
    Suspension {
        sleeve_stiffness: if pin { 0.0 } else { v.sleeve_stiffness_n_per_mm * 1e3 },
        pin_stiffness: if pin { v.pin_stiffness_n_per_mm * 1e3 } else { 0.0 },
        pin_play: v.pin_play_mm * 1e-3,
        sealed: !pin,
        friction: v.wall_friction,
        recoil_share: v.recoil_share,
        tissue_shear_modulus: v.tissue_shear_modulus_kpa * 1e3,
        tissue_depth: v.tissue_depth_mm * 1e-3,
        unclamped_share: v.unclamped_share,
    }
}

/// Stiffness of a functional ring that the prosthesis stands on, N/m.
fn ring_stiffness(v: &Values, system: &System, gait: &GaitLoad) -> Option<f64> {
    match source(v, system, gait) {
        VacuumSource::WeightActivated(pump) if system.has_ring() => Some(pump.ring_stiffness),
        _ => None,
    }
}

fn source(v: &Values, system: &System, gait: &GaitLoad) -> VacuumSource {
    match system.drive {
        Drive::WeightActivated { chambers, rated_mass_kg, ring_condition, .. }
        | Drive::Hybrid { chambers, rated_mass_kg, ring_condition, .. } => {
            let rated = GaitLoad { body_mass: rated_mass_kg.unwrap_or(gait.body_mass), ..*gait };
            // What moves a pump with a force of its own is no body.
            let rated_force_n = v.force_n.unwrap_or_else(|| usual_peak_force(&rated));
            let setup = RingSetup { chambers, rated_force_n, condition: ring_condition, washers_removed: 0 };
            VacuumSource::WeightActivated(weight_activated_pump(v, setup))
        }
        Drive::Electric { cells, .. } => VacuumSource::Electric(electric_pump(v, cells)),
        Drive::Regulated { vacuum_kpa } => VacuumSource::Electric(regulated(vacuum_kpa * 1e3)),
        // What draws after donning is no part of what there is afterwards (`hand_strokes`, `first_draw`).
        Drive::Hand { .. } | Drive::Once { .. } => VacuumSource::Sealed,
        Drive::Suction => VacuumSource::Valve,
        Drive::PinLock => VacuumSource::Open,
    }
}

/// Largest stance load in usual walking, N.
pub fn usual_peak_force(gait: &GaitLoad) -> f64 {
    gait.peak_force(Pace { cadence: gait.reference_cadence, speed: gait.reference_speed })
}

/// A weight-activated pump of these values.
pub fn weight_activated_pump(v: &Values, setup: RingSetup) -> WeightActivatedPump {
    let stroke = v.pump_stroke_mm * 1e-3;
    let swept = v.pump_swept_ml * 1e-6;
    let removed = f64::from(setup.washers_removed);
    WeightActivatedPump {
        chambers: f64::from(setup.chambers),
        chamber_area: swept / stroke,
        // The ring is chosen (or adjusted) so that its rated mass compresses it by the nominal stroke.
        ring_stiffness: setup.condition * setup.rated_force_n / stroke,
        stop: v.pump_stop_ratio * stroke,
        dead_volume: swept / v.pump_swept_to_dead,
        exhaust_crack: v.pump_exhaust_crack_kpa * 1e3,
        // A worn ring is softer and springs back less: restoring force and free height fall together.
        travel: (setup.condition * (1.0 - v.pump_travel_per_washer * removed)).max(0.0),
    }
}

/// A pump that its own force moves, by a hand or a part that swings, and that force, N.
pub fn driven_pump(v: &Values, chambers: u32) -> (WeightActivatedPump, f64) {
    let force = v.force_n.unwrap_or(0.0).max(f64::MIN_POSITIVE);
    let setup = RingSetup { chambers, rated_force_n: force, condition: 1.0, washers_removed: 0 };
    (weight_activated_pump(v, setup), force)
}

/// An electric pump of these values with such cells.
pub fn electric_pump(v: &Values, cells: Cells) -> ElectricPump {
    let (energy_kj, lost_pct_per_month) = match cells {
        Cells::Rechargeable => (v.cell_energy_kj, v.hydride_lost_pct_per_month),
        Cells::Alkaline => (v.alkaline_energy_kj, 0.0),
    };
    ElectricPump {
        free_flow: v.electric_free_flow_ml_per_s * 1e-6,
        vacuum_max: v.electric_vacuum_max_kpa * 1e3,
        power: v.electric_power_w,
        idle_power: v.electric_idle_mw * 1e-3,
        energy: energy_kj * 1e3,
        chemistry: cells.chemistry(),
        self_discharge: lost_pct_per_month / 100.0 / MONTH_S,
    }
}

/// A source that keeps a vacuum (Pa) whatever leaks: strong, and fed from outside.
pub fn regulated(vacuum: f64) -> ElectricPump {
    ElectricPump {
        free_flow: 1e-4,
        vacuum_max: vacuum,
        power: 0.0,
        idle_power: 0.0,
        energy: 1.0,
        chemistry: Cells::Rechargeable.chemistry(),
        self_discharge: 0.0,
    }
}

fn limb_volume(v: &Values, limb: &ResidualLimb, volume: f64, section: f64, length: f64) -> LimbVolume {
    let share = volume / 100.0;
    LimbVolume {
        blood: Blood {
            pool: v.blood_pool_ml_per_100ml * share,
            venous_pressure: v.blood_pool_ml_per_100ml / v.vein_compliance_pct_per_kpa * 1e3,
            empty_time: v.vein_resistance_s_kpa_per_pct * v.vein_compliance_pct_per_kpa,
            inflow: v.arterial_inflow_pct_per_s * share,
            distension: v.blood_distension,
            flow_time: v.arterial_flow_time_s,
        },
        displaced: DisplacedTissue {
            most: v.displaced_ml_per_100ml * share,
            pressure: v.displaced_pressure_kpa * 1e3,
            time: v.displaced_time_s,
            load_part: v.displaced_load_part,
            drawn: v.displaced_drawn,
            drawn_pressure: v.displaced_drawn_pressure_kpa * 1e3,
        },
        pore: PoreWater {
            most: v.pore_water_ml_per_100ml * share,
            pressure: v.pore_pressure_kpa * 1e3,
            time: v.pore_time_s,
        },
        muscle: Muscle { most: v.muscle_swelling_ml_per_100ml * share, time: v.muscle_time_s },
        fluid: tissue_fluid(v, limb, volume, section, length),
    }
}

fn tissue_fluid(v: &Values, limb: &ResidualLimb, volume: f64, section: f64, length: f64) -> TissueFluid {
    // A gram of tissue is taken as a millilitre (density 1.0–1.06).
    let hundreds_of_grams = volume * 1e6 / 100.0;
    let dry_elastance = MMHG / (v.dry_compliance_ml_per_100g_mmhg / 100.0);
    let soft = match limb.soft_tissue {
        domain::limb::SoftTissueAmount::Insufficient => 0.85,
        domain::limb::SoftTissueAmount::Sufficient => 1.0,
        domain::limb::SoftTissueAmount::Excessive => 1.15,
    };
    TissueFluid {
        volume,
        soft_section: section * (v.soft_section_share * soft).min(0.95),
        length,
        permeability: v.permeability_e10_m2_per_pa_s * 1e-10,
        permeability_pressure: v.permeability_pressure_kpa * 1e3,
        permeability_exponent: v.permeability_exponent,
        filtration: v.filtration_ml_per_min_100g_mmhg * hundreds_of_grams * 1e-6 / 60.0 / MMHG,
        closing_pressure: v.closing_pressure_mmhg * MMHG,
        oncotic_pressure: v.interstitial_oncotic_mmhg * MMHG,
        reflection: v.reflection,
        dry_elastance,
        wet_elastance: dry_elastance / v.wet_compliance_ratio,
        mobile_fraction: v.mobile_fraction,
        lymph_rest: v.lymph_ml_per_h_100g * hundreds_of_grams * 1e-6 / 3_600.0,
        inflow_part: v.inflow_part,
    }
}

fn blister_line(v: &Values, person: &Person) -> BlisterLine {
    let mut suction = v.blister_suction_kpa * 1e3;
    if person.conditions.diabetes {
        suction *= v.blister_derate;
    }
    if person.age_years >= 65.0 {
        suction *= v.blister_derate;
    }
    BlisterLine { blister_suction: suction, blister_time: v.blister_time_min * 60.0, exponent: v.blister_exponent }
}

/// Heat and sweat of a limb in liner and socket. No pump that is known draws on the skin's side of the liner: none purges.
pub fn skin_climate(limb: &ResidualLimb, v: &Values) -> SkinClimate {
    let kelvin = |celsius: f64| Temperature::from_celsius(celsius).kelvin();
    let of_liner = v.liner_thickness_mm / v.liner_conductivity_w_per_m_k;
    let of_sheath = v.sheath_thickness_mm / v.textile_conductivity_w_per_m_k;
    let of_wall = v.socket_wall_mm / v.socket_conductivity_w_per_m_k;
    SkinClimate {
        area: limb.skin_area_cm2() * 1e-4,
        blood: kelvin(v.skin_blood_temperature_c),
        conductance: v.skin_conductance_w_per_m2_k,
        exercise_flow: v.skin_exercise_flow,
        exercise_heat: v.skin_exercise_heat_w_per_m2,
        standing_exercise: v.standing_exercise,
        reference_speed: v.reference_speed_m_per_s,
        capacity: v.skin_heat_capacity_kj_per_m2_k * 1e3,
        layers: (of_liner + of_sheath + of_wall) * 1e-3,
        textile_conductivity: v.textile_conductivity_w_per_m_k,
        outside: v.outside_insulation_m2_k_per_w,
        onset: kelvin(v.sweat_onset_c),
        exercise_onset: v.sweat_exercise_onset_k,
        sweat_gain: v.sweat_gain_g_per_m2_h_k * 1e-3 / 3_600.0,
        purge_time: None,
        dry_time: v.sweat_dry_time_min * 60.0,
        wet_film: v.wet_film_g_per_m2 * 1e-3,
        wet_friction_loss: v.wet_friction_loss,
    }
}

/// The same with a system that draws sweat out on the skin's side of the liner.
pub fn purging(climate: SkinClimate, v: &Values) -> SkinClimate {
    SkinClimate { purge_time: Some(v.sweat_purge_time_min * 60.0), ..climate }
}

/// Static pull of the hanging prosthesis, N.
pub fn hanging_pull(case: &Case) -> f64 {
    case.prosthesis.mass_kg * GRAVITY
}
