//! Size of a pump for a person.

use crate::conclusion::{Conclusion, Verdict};
use crate::fitting::Size;
use crate::parts_of_case::printed_at;
use crate::scene::Considered;
use crate::size::{self, Seat, Sizing};
use crate::text;
use domain::{BodyMass, MassUnit};
use texts::{Arg, Wording};
use units::Mass;

/// What a sizing rule says of a size: the person's mass in the column that was read, the band, the end of the band below.
fn values(considered: &Considered<'_>, size: &Size, below: Option<f64>) -> Vec<(&'static str, Arg)> {
    let unit = size.unit;
    let begins = size.mass.least(unit);
    let end = |number: Option<f64>| number.map_or_else(text::nothing, |number| text::with(number, unit.symbol()));
    vec![
        ("size", (&size.label).into()),
        ("mass", text::body_mass_in(considered.mass(), unit)),
        ("band", size.persons()),
        ("below", end(below)),
        ("begins", end(begins)),
    ]
}

/// The other printed column puts the person into another band: both are said.
fn columns(
    considered: &Considered<'_>,
    unit: MassUnit,
    otherwise: Option<usize>,
    inputs: &[(&str, Arg)],
) -> Option<Conclusion> {
    let otherwise = otherwise?;
    let other = considered.pump.mass_bands().get(otherwise).copied()?;
    let at = printed_at(considered.component, &size::band_path(considered.pump, otherwise));
    let inputs = [inputs, &[(at.as_str(), text::band(&other, unit.other()))]].concat();
    let values = [
        ("unit", unit.symbol().into()),
        ("mass", text::body_mass_in(considered.mass(), unit.other())),
        ("other", text::band(&other, unit.other())),
    ];
    Some(considered.rule.conclude(Verdict::Note, "columns", &inputs, &values))
}

/// "4: 106 to 122 lb".
fn labelled(size: &Size) -> Arg {
    Wording::new("value-labelled").with("label", size.label.as_str()).with("value", size.persons()).into()
}

/// Ring size by body mass.
pub fn ring(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (None, Sizing::Sized { size, seat, below, otherwise, .. }) = (&considered.pump.foot_table, considered.sizing())
    else {
        return vec![];
    };
    let outcome = match seat {
        Seat::Inside => "fits",
        Seat::Hole => "hole",
        Seat::Shared => "shared",
    };
    let at = printed_at(considered.component, &size.printed_at);
    let inputs = [considered.mass_input(), (at.as_str(), labelled(&size))];
    let values = values(considered, &size, below);
    let found = considered.rule.conclude(Verdict::Note, outcome, &inputs, &values);
    std::iter::once(found).chain(columns(considered, size.unit, otherwise, &inputs)).collect()
}

/// Size by body mass and foot length; a blank cell or a foot outside the table refuses.
pub fn foot_table(considered: &Considered<'_>) -> Vec<Conclusion> {
    if considered.pump.foot_table.is_none() {
        return vec![];
    }
    let rule = considered.rule;
    let foot = considered.case.prosthesis.foot_length_cm;
    // The row of the person's mass, and the cell or heading that was read.
    let conclude = |verdict, outcome, band: Option<(usize, Arg)>, cell: (&str, Arg), values: &[(&'static str, Arg)]| {
        let at = printed_at(considered.component, cell.0);
        let row = band
            .map(|(index, band)| (printed_at(considered.component, &size::band_path(considered.pump, index)), band));
        let mut inputs = vec![considered.mass_input(), ("prosthesis.foot_length_cm", text::with(foot, "cm"))];
        inputs.extend(row.iter().map(|(at, band)| (at.as_str(), band.clone())));
        inputs.push((at.as_str(), cell.1));
        rule.conclude(verdict, outcome, &inputs, values)
    };
    let heading = "pump.foot_table.heading";
    let given = considered.mass().unit;
    let mass = ("mass", text::body_mass(considered.mass()));
    match considered.sizing() {
        Sizing::FootOutside { shortest_cm, longest_cm } => {
            let values = [
                ("foot_cm", text::number(foot)),
                ("shortest_cm", text::number(shortest_cm)),
                ("longest_cm", text::number(longest_cm)),
            ];
            let lengths = text::between(shortest_cm, longest_cm, "cm");
            vec![conclude(Verdict::Refusal, "foot_outside", None, (heading, lengths), &values)]
        }
        Sizing::Blank { row, band, foot_cm, printed_at } => {
            let band = text::band(&band, given);
            let values = [mass, ("foot_cm", text::number(foot_cm)), ("band", band.clone())];
            vec![conclude(Verdict::Refusal, "blank", Some((row, band)), (&printed_at, "–".into()), &values)]
        }
        Sizing::Sized { size, seat, below, otherwise, foot_cm } => {
            let taken = text::number(foot_cm.unwrap_or(foot));
            let values = values(considered, &size, below).into_iter().chain([("foot_cm", taken.clone())]);
            let values: Vec<_> = values.collect();
            let outcome = if seat == Seat::Inside { "fits" } else { "hole" };
            let row = Some((size.band, size.persons()));
            let cell = (size.printed_at.as_str(), Arg::from(&size.label));
            let mut found = vec![conclude(Verdict::Note, outcome, row.clone(), cell.clone(), &values)];
            found.extend(columns(considered, size.unit, otherwise, &[considered.mass_input()]));
            if size.special_order {
                found.push(conclude(Verdict::Caution, "special_order", row, cell, &values));
            }
            if foot_cm.is_some_and(|taken| taken != foot) {
                let values = [("foot_cm", text::number(foot)), ("taken_cm", taken.clone())];
                found.push(conclude(Verdict::Note, "rounded", None, (heading, taken), &values));
            }
            found
        }
        // The limits of body mass refuse it.
        Sizing::OutsideBands | Sizing::OneSize => vec![],
    }
}

/// Little change of mass would change the size.
pub fn band_edge(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Sizing::Sized { size, .. } = considered.sizing() else { return vec![] };
    let unit = size.unit;
    let Some([least, most]) = size.mass.ends(unit) else { return vec![] };
    let rule = considered.rule;
    let number = considered.component.body_mass_limits().number_in(considered.mass(), unit);
    let edge = unit.of(Mass::from_kg(rule.number("edge_kg")));
    let neighbour = |number: f64| {
        let foot = considered.case.prosthesis.foot_length_cm;
        let other = size::of(considered.component, considered.pump, BodyMass { number, unit }, foot).size();
        other.filter(|other| other.label != size.label)
    };
    let at = printed_at(considered.component, &size::band_path(considered.pump, size.band));
    let conclude = |outcome, left: f64, other: String| {
        let values = [
            (
                "left",
                if text::reads_zero(left) {
                    rule.words("anything", &[]).into()
                } else {
                    text::with(left, unit.symbol())
                },
            ),
            ("other", other.into()),
        ];
        let inputs = [considered.mass_input(), (at.as_str(), size.persons())];
        rule.conclude(Verdict::Note, outcome, &inputs, &values)
    };
    let mut found = vec![];
    // Where the heavier size was taken, the lighter one was named already.
    let (above, below) = (most - number, number - least);
    if let Some(other) = neighbour(number + edge).filter(|_| above < edge) {
        found.push(conclude("heavier", above.max(0.0), other.label));
    }
    if let Some(other) = neighbour(number - edge).filter(|_| below < edge && !size.heavier_taken) {
        found.push(conclude("lighter", below.max(0.0), other.label));
    }
    found
}
