//! Couples a case with the physics over a day.
//!
//! **case → parameters → network → day → ensemble**, one way. Pure functions: the seed is an argument.
//!
//! - [`parameters`]: every number that is neither the case's nor the catalogue's, with source and spread
//! - [`pump`]: the numbers of one make of pump, and how a device of it is drawn
//! - [`system`]: the suspensions that can be simulated, as plain data
//! - [`assemble`]: case + values + system → the physics' network
//! - [`day`]: the day's course, its events, socks by looseness felt, the electronic pump's controller
//! - [`days`]: days in a row with the nights between; [`row_of_days`]: those of many persons
//! - [`two_weeks`]: what is known of a limb over two weeks
//! - [`observe`]: what a state means in the clinic's terms
//! - [`stride`]: pressure on the skin through one gait cycle
//! - [`sleeve`]: the sleeve over months: pinholes, lives, what the pump covers
//! - [`climate`]: warmth and wetness of the skin; [`pressed`]: regions by the time that they are pressed
//! - [`quantity`]: the registry of what is watched and told of a day
//! - [`ensemble`]: many persons whose parameters are drawn: bands
//! - [`answers`]: what the case's answers do to the limb
//! - [`fluctuation`]: persons like this one, by what a tape measured
//! - [`unused`]: what of a case a day does not use
//! - [`bench`]: pumps on rigid chambers; dome, pull-out, fit and leak zones of a socket

pub mod answers;
pub mod assemble;
pub mod bench;
pub mod climate;
pub mod day;
pub mod days;
pub mod drive;
pub mod ensemble;
mod evening;
pub mod events;
mod first_draw;
pub mod first_steps;
pub mod fluctuation;
mod hand_strokes;
pub mod observe;
mod pace;
pub mod parameters;
pub mod person_day;
pub mod pinhole;
pub mod pressed;
pub mod pump;
mod pump_control;
pub mod pump_settings;
pub mod quantity;
pub mod regional;
pub mod regions;
pub mod row_of_days;
mod shank_motion;
pub mod sleeve;
mod sleeve_age;
pub mod spread;
mod stand_statistics;
pub mod stride;
pub mod summary;
pub mod system;
pub mod two_weeks;
mod unit;
pub mod unused;

pub use pump_control::words as warning_words;
