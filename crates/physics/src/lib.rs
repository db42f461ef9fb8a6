//! Lumped models of a limb in a vacuum socket: one concept a file, each opened by the page that explains it.
//!
//! Pure functions of their inputs in SI units (Pa, m, m³, N, kg, s); no brand, no patient, no clock.
//! [`network`] joins them, [`integrator`] carries them through time.

pub mod blood;
pub mod circulation;
pub mod displaced_tissue;
pub mod electric_pump;
pub mod gait_load;
pub mod heel_strike;
pub mod integrator;
pub mod interface_pressure;
pub mod leak;
pub mod limb_socket_contact;
pub mod limb_volume;
pub mod liner;
pub mod movement;
pub mod muscle;
pub mod network;
pub mod pore_water;
pub mod pressed_time;
pub mod pressure_wave;
pub mod reference;
pub mod skin_climate;
pub mod skin_suction;
pub mod sleeve_wear;
pub mod socket_air;
pub mod state;
pub mod suspension;
pub mod tissue_fluid;
pub mod torsion;
pub mod weight_activated_pump;
