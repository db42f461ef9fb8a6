//! Size by body mass, and by body mass and foot length where the pump is part of a foot.

use crate::fitting::Size;
use domain::catalog::{Component, FootTable, Pump};
use domain::{BodyMass, BodyMassRange, MassUnit};

/// Where a mass lies among bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Within one band.
    Inside,
    /// Between two bands; the heavier one is taken.
    Hole,
    /// On the shared end of two bands; the heavier one is taken.
    Shared,
}

/// How a pump is sized for a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Sizing {
    /// The pump has no sizes.
    OneSize,
    /// The mass is outside every band.
    OutsideBands,
    /// The foot is outside the table.
    FootOutside {
        /// Shortest foot made, cm.
        shortest_cm: f64,
        /// Longest foot made, cm.
        longest_cm: f64,
    },
    /// The table is blank here.
    Blank {
        /// Place of the band.
        row: usize,
        /// The band of the blank cell.
        band: BodyMassRange,
        /// Where the cell stands in the article.
        printed_at: String,
        /// The foot length that was looked up, cm.
        foot_cm: f64,
    },
    /// A size.
    Sized {
        /// The size.
        size: Size,
        /// Where the mass lies.
        seat: Seat,
        /// End of the band below in the column that was read, where there is one.
        below: Option<f64>,
        /// Place of the band that the other printed column gives, where it is another one.
        otherwise: Option<usize>,
        /// The foot length that was looked up, cm, where it matters.
        foot_cm: Option<f64>,
    },
}

impl Sizing {
    /// The size, where one is made.
    pub fn size(self) -> Option<Size> {
        match self {
            Self::Sized { size, .. } => Some(size),
            _ => None,
        }
    }
}

/// The column to read for a mass: its own unit's where every band has it, else the other one.
pub fn column(bands: &[BodyMassRange], mass: BodyMass) -> MassUnit {
    if bands.iter().all(|band| band.ends(mass.unit).is_some()) { mass.unit } else { mass.unit.other() }
}

/// The band of a number in a column. Where bands of whole numbers leave a hole or touch, the heavier band is taken, so that
/// nobody gets a size that is printed for lighter people only.
pub fn seat(bands: &[BodyMassRange], unit: MassUnit, number: f64) -> Option<(usize, Seat)> {
    let ends: Vec<[f64; 2]> = bands.iter().filter_map(|band| band.ends(unit)).collect();
    if let Some(index) = ends.iter().rposition(|[least, most]| (*least..=*most).contains(&number)) {
        let shared = index.checked_sub(1).is_some_and(|below| number <= ends[below][1]);
        return Some((index, if shared { Seat::Shared } else { Seat::Inside }));
    }
    let above = ends.iter().position(|[least, _]| number < *least)?;
    // Below the first band is not a hole.
    (above > 0).then_some((above, Seat::Hole))
}

/// Where the band of this place in the list of sizes stands in the article.
pub fn band_path(pump: &Pump, index: usize) -> String {
    let list = if pump.foot_table.is_some() { "foot_table.rows" } else { "sizes" };
    format!("pump.{list}[{index}].mass")
}

/// The size of a pump for a person of this mass with a foot of this length.
pub fn of(component: &Component, pump: &Pump, mass: BodyMass, foot_length_cm: f64) -> Sizing {
    let bands = pump.mass_bands();
    if bands.is_empty() {
        return Sizing::OneSize;
    }
    let foot = match pump.foot_table.as_ref().map(|table| foot_taken(table, foot_length_cm)) {
        Some(Err([shortest_cm, longest_cm])) => return Sizing::FootOutside { shortest_cm, longest_cm },
        Some(Ok(taken)) => Some(taken),
        None => None,
    };
    let limits = component.body_mass_limits();
    let in_column = |unit| seat(&bands, unit, limits.number_in(mass, unit));
    let unit = column(&bands, mass);
    let Some((index, seat)) = in_column(unit) else { return Sizing::OutsideBands };
    let band = bands[index];
    let (label, special_order, order_number, printed_at) = match (&pump.foot_table, foot) {
        (Some(table), Some(foot_cm)) => {
            let cell = table.cell_at(index, foot_cm);
            let column = cell.map_or(0, |(column, _)| column);
            let printed_at = format!("pump.foot_table.rows[{index}].cells[{column}]");
            match cell.and_then(|(_, cell)| Some((cell.size.clone()?, cell.special_order))) {
                Some((size, special_order)) => (size, special_order, None, printed_at),
                None => return Sizing::Blank { row: index, band, foot_cm, printed_at },
            }
        }
        _ => {
            let size = &pump.sizes[index];
            (size.size.clone(), false, Some(size.order_number.clone()), band_path(pump, index))
        }
    };
    let heavier_taken = seat != Seat::Inside;
    let size = Size { label, band: index, mass: band, unit, heavier_taken, special_order, order_number, printed_at };
    let below = index.checked_sub(1).and_then(|below| bands[below].most(unit));
    let other = unit.other();
    let otherwise = bands.iter().all(|band| band.ends(other).is_some()).then(|| in_column(other)).flatten();
    // In a hole of the other column nothing contradicts: the same row of the table prints both ends.
    let otherwise = otherwise.filter(|(place, seat)| *place != index && *seat == Seat::Inside).map(|(place, _)| place);
    Sizing::Sized { size, seat, below, otherwise, foot_cm: foot }
}

/// Feet are made in whole centimetres: the nearest column within the table's ends, which are the error.
fn foot_taken(table: &FootTable, foot_length_cm: f64) -> Result<f64, [f64; 2]> {
    let shortest_cm = table.foot_lengths_cm.iter().copied().fold(f64::INFINITY, f64::min);
    let longest_cm = table.foot_lengths_cm.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if (shortest_cm..=longest_cm).contains(&foot_length_cm) {
        Ok(foot_length_cm.round())
    } else {
        Err([shortest_cm, longest_cm])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(least: f64, most: f64) -> BodyMassRange {
        BodyMassRange { min_kg: Some(least), max_kg: Some(most), ..BodyMassRange::default() }
    }

    #[test]
    fn holes_and_shared_ends_go_to_the_heavier_band_and_nothing_lies_outside_the_ends() {
        let bands = [band(40.0, 48.0), band(48.0, 55.0), band(56.0, 65.0)];
        let seats = [39.9, 40.0, 48.0, 48.1, 55.5, 56.0, 65.0, 65.1].map(|kg| seat(&bands, MassUnit::Kg, kg));
        assert_eq!(
            seats,
            [
                None,
                Some((0, Seat::Inside)),
                Some((1, Seat::Shared)),
                Some((1, Seat::Inside)),
                Some((2, Seat::Hole)),
                Some((2, Seat::Inside)),
                Some((2, Seat::Inside)),
                None
            ]
        );
    }
}
