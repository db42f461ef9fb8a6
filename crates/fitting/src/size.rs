//! Size by body mass, and by body mass and foot length where the pump is part of a foot.

use crate::fitting::Size;
use domain::catalog::{FootTable, MassBand, Pump};

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
        /// The band of the blank cell.
        band: MassBand,
        /// The foot length that was looked up, cm.
        foot_cm: f64,
    },
    /// A size.
    Sized {
        /// The size.
        size: Size,
        /// Where the mass lies.
        seat: Seat,
        /// End of the band below, kg, where there is one.
        below_kg: Option<f64>,
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

/// The band of a mass. Where bands of whole kilograms leave a hole or touch, the heavier band is taken, so that
/// nobody gets a size that is printed for lighter people only.
pub fn seat(bands: &[MassBand], mass_kg: f64) -> Option<(usize, Seat)> {
    let index = bands.iter().rposition(|band| (band.min_kg..=band.max_kg).contains(&mass_kg));
    if let Some(index) = index {
        let shared = index.checked_sub(1).is_some_and(|below| mass_kg <= bands[below].max_kg);
        return Some((index, if shared { Seat::Shared } else { Seat::Inside }));
    }
    let above = bands.iter().position(|band| mass_kg < band.min_kg)?;
    // Below the first band is not a hole.
    (above > 0).then_some((above, Seat::Hole))
}

/// The size of `pump` for a person of this mass with a foot of this length.
pub fn of(pump: &Pump, mass_kg: f64, foot_length_cm: f64) -> Sizing {
    let bands = pump.mass_bands();
    if bands.is_empty() {
        return Sizing::OneSize;
    }
    let foot = match pump.foot_table.as_ref().map(|table| foot_taken(table, foot_length_cm)) {
        Some(Err(outside)) => return outside,
        Some(Ok(taken)) => Some(taken),
        None => None,
    };
    let Some((index, seat)) = seat(&bands, mass_kg) else { return Sizing::OutsideBands };
    let band = bands[index];
    let (label, special_order, order_number) = match (&pump.foot_table, foot) {
        (Some(table), Some(foot_cm)) => match table.cell(index, foot_cm) {
            Some(cell) if cell.size.is_some() => (cell.size.clone().unwrap_or_default(), cell.special_order, None),
            _ => return Sizing::Blank { band, foot_cm },
        },
        _ => (pump.sizes[index].size.clone(), false, Some(pump.sizes[index].order_number.clone())),
    };
    let size = Size {
        label,
        band: index,
        min_kg: band.min_kg,
        max_kg: band.max_kg,
        derived: band.derived,
        heavier_taken: seat != Seat::Inside,
        special_order,
        order_number,
    };
    let below_kg = index.checked_sub(1).map(|below| bands[below].max_kg);
    Sizing::Sized { size, seat, below_kg, foot_cm: foot }
}

/// Feet are made in whole centimetres: the nearest column within the table's ends.
fn foot_taken(table: &FootTable, foot_length_cm: f64) -> Result<f64, Sizing> {
    let shortest_cm = table.foot_lengths_cm.iter().copied().fold(f64::INFINITY, f64::min);
    let longest_cm = table.foot_lengths_cm.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if (shortest_cm..=longest_cm).contains(&foot_length_cm) {
        Ok(foot_length_cm.round())
    } else {
        Err(Sizing::FootOutside { shortest_cm, longest_cm })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(min_kg: f64, max_kg: f64) -> MassBand {
        MassBand { min_kg, max_kg, min_lb: 0.0, max_lb: 0.0, derived: false }
    }

    #[test]
    fn holes_and_shared_ends_go_to_the_heavier_band_and_nothing_lies_outside_the_ends() {
        let bands = [band(40.0, 48.0), band(48.0, 55.0), band(56.0, 65.0)];
        let seats = [39.9, 40.0, 48.0, 48.1, 55.5, 56.0, 65.0, 65.1].map(|kg| seat(&bands, kg));
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
