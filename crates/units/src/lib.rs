//! Strong quantities and clinical conversions.
//!
//! SI inside, clinic units at the edge. The three pressures of a vacuum socket are three types, because mixing
//! them is the field's classic mistake:
//!
//! | type | meaning | sign |
//! |---|---|---|
//! | [`AbsolutePressure`] | above perfect vacuum; what gas laws take | positive |
//! | [`GaugePressure`] | above ambient; what presses on skin | either |
//! | [`VacuumLevel`] | below ambient; what clinics call "17 inHg" | positive |
//!
//! `AbsolutePressure + AbsolutePressure` does not exist:
//!
//! ```compile_fail
//! use units::AbsolutePressure;
//! let nonsense = AbsolutePressure::from_kpa(101.3) + AbsolutePressure::from_kpa(50.0);
//! ```
//!
//! A vacuum level becomes an absolute pressure only with the ambient pressure beside it:
//!
//! ```
//! use units::{AbsolutePressure, VacuumLevel};
//! let ambient = AbsolutePressure::from_kpa(101.325);
//! let socket = ambient.less(VacuumLevel::from_inhg(17.0));
//! assert!((socket.kpa() - 43.76).abs() < 0.01);
//! assert!((ambient.vacuum_to(socket).mbar() - 575.7).abs() < 0.1);
//! ```
#![no_std]

mod length;
mod mass;
mod pressure;
mod temperature;

pub use length::Length;
pub use mass::Mass;
pub use pressure::{AbsolutePressure, GaugePressure, VacuumLevel, standard_atmosphere};
pub use temperature::Temperature;
