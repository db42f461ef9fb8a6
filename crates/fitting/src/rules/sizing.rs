//! Size of a pump for a person.

use crate::conclusion::{Conclusion, Verdict};
use crate::scene::{Considered, printed_at};
use crate::size::{Seat, Sizing};
use crate::text;

/// Ring size by body mass.
pub fn ring(considered: &Considered<'_>) -> Vec<Conclusion> {
    let (None, Sizing::Sized { size, seat, below_kg, .. }) = (&considered.pump.foot_table, considered.sizing()) else {
        return vec![];
    };
    let outcome = match seat {
        Seat::Inside => "fits",
        Seat::Hole => "hole",
        Seat::Shared => "shared",
    };
    let at = printed_at(considered.component, "pump.sizes");
    let band = format!("{}: {} to {} kg", size.label, text::number(size.min_kg), text::number(size.max_kg));
    let derived = if size.derived { ", converted from the printed pounds" } else { "" };
    let values = [
        ("size", size.label.clone()),
        ("mass_kg", text::number(considered.mass_kg())),
        ("min_kg", text::number(size.min_kg)),
        ("max_kg", text::number(size.max_kg)),
        ("below_kg", below_kg.map_or(String::new(), text::number)),
        ("derived", derived.into()),
    ];
    let inputs = [considered.mass_input(), (at.as_str(), band)];
    vec![considered.rule.conclude(Verdict::Note, outcome, &inputs, &values)]
}

/// Size by body mass and foot length; a blank cell or a foot outside the table refuses.
pub fn foot_table(considered: &Considered<'_>) -> Vec<Conclusion> {
    if considered.pump.foot_table.is_none() {
        return vec![];
    }
    let rule = considered.rule;
    let foot = considered.case.prosthesis.foot_length_cm;
    let at = printed_at(considered.component, "pump.foot_table");
    let inputs = |cell: String| {
        let foot = ("prosthesis.foot_length_cm", text::with(foot, "cm"));
        [considered.mass_input(), foot, (at.as_str(), cell)].map(|(field, value)| (field.to_string(), value))
    };
    let conclude = |verdict, outcome, cell: String, values: &[(&str, String)]| {
        let inputs = inputs(cell);
        let inputs: Vec<_> = inputs.iter().map(|(field, value)| (field.as_str(), value.clone())).collect();
        rule.conclude(verdict, outcome, &inputs, values)
    };
    let mass = ("mass_kg", text::number(considered.mass_kg()));
    match considered.sizing() {
        Sizing::FootOutside { shortest_cm, longest_cm } => {
            let values = [
                ("foot_cm", text::number(foot)),
                ("shortest_cm", text::number(shortest_cm)),
                ("longest_cm", text::number(longest_cm)),
            ];
            let cell = format!("{} to {} cm", text::number(shortest_cm), text::number(longest_cm));
            vec![conclude(Verdict::Refusal, "foot_outside", cell, &values)]
        }
        Sizing::Blank { band, foot_cm } => {
            let [min, max] = [band.min_kg, band.max_kg].map(text::number);
            let values = [mass, ("foot_cm", text::number(foot_cm)), ("min_kg", min), ("max_kg", max)];
            vec![conclude(Verdict::Refusal, "blank", "–".into(), &values)]
        }
        Sizing::Sized { size, seat, below_kg, foot_cm } => {
            let taken = text::number(foot_cm.unwrap_or(foot));
            let values = [
                mass,
                ("size", size.label.clone()),
                ("min_kg", text::number(size.min_kg)),
                ("max_kg", text::number(size.max_kg)),
                ("below_kg", below_kg.map_or(String::new(), text::number)),
                ("foot_cm", taken.clone()),
            ];
            let outcome = if seat == Seat::Inside { "fits" } else { "hole" };
            let mut found = vec![conclude(Verdict::Note, outcome, size.label.clone(), &values)];
            if size.special_order {
                found.push(conclude(Verdict::Caution, "special_order", size.label, &values));
            }
            if foot_cm.is_some_and(|taken| taken != foot) {
                let values = [("foot_cm", text::number(foot)), ("taken_cm", taken.clone())];
                found.push(conclude(Verdict::Note, "rounded", taken, &values));
            }
            found
        }
        // The limits of body mass refuse it.
        Sizing::OutsideBands | Sizing::OneSize => vec![],
    }
}

/// Little change of mass would change the size.
pub fn band_edge(considered: &Considered<'_>) -> Vec<Conclusion> {
    let Some(size) = considered.size() else { return vec![] };
    let (rule, mass) = (considered.rule, considered.mass_kg());
    let edge = rule.number("edge_kg");
    let neighbour = |kg: f64| {
        let foot = considered.case.prosthesis.foot_length_cm;
        crate::size::of(considered.pump, kg, foot).size().filter(|other| other.label != size.label)
    };
    let at = printed_at(considered.component, "pump");
    let conclude = |outcome, left: f64, other: String| {
        let band = format!("{} to {} kg", text::number(size.min_kg), text::number(size.max_kg));
        let values = [("left_kg", text::number(left)), ("other", other)];
        rule.conclude(Verdict::Note, outcome, &[considered.mass_input(), (at.as_str(), band)], &values)
    };
    let mut found = vec![];
    // Where the heavier size was taken, the lighter one was named already.
    let (above, below) = (size.max_kg - mass, mass - size.min_kg);
    if let Some(other) = neighbour(mass + edge).filter(|_| above < edge) {
        found.push(conclude("heavier", above.max(0.0), other.label));
    }
    if let Some(other) = neighbour(mass - edge).filter(|_| below < edge && !size.heavier_taken) {
        found.push(conclude("lighter", below.max(0.0), other.label));
    }
    found
}
