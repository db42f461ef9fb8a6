//! The liner: measured at one circumference and by the limb's length, or custom. Of the maker's sizes two are known from print;
//! all others belong to a series that we assume, and are candidates, never a size to order.

use crate::conclusion::{Conclusion, Verdict};
use crate::fitting::{LinerSize, Preflexed};
use crate::parts_of_case::transfemoral as is_transfemoral;
use crate::rule::{Rule, Rules};
use crate::scene::Asked;
use crate::text;
use domain::Case;
use domain::catalog::Role;
use domain::limb::{BonyProminence, LimbShape, ResidualLimb, Scars};
use texts::{Arg, Said, Wording};

const PER_CENT: f64 = 100.0;

/// A liner by its circumference.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Circumference where the liner is sized, mm.
    pub circumference_mm: f64,
    /// The printed size, where print tells which one is the next smaller.
    pub size: Option<LinerSize>,
    /// Otherwise the next smaller size of the series that we assume, and the one below it.
    pub candidates: Vec<LinerSize>,
    /// The sizes of that series beside the measure, mm.
    pub between_mm: (f64, f64),
}

/// How a liner is measured, by the rules.
#[derive(Clone, Copy, Debug)]
pub struct Sizes<'a> {
    size: &'a Rule,
    series: &'a Rule,
}

impl<'a> Sizes<'a> {
    /// The two rules; none where they are not there.
    pub fn of(rules: &'a Rules) -> Option<Self> {
        Some(Self { size: rules.get("liner.size")?, series: rules.get("liner.series")? })
    }

    /// Height above the distal end at which the circumference is measured, mm.
    pub fn above_mm(&self) -> f64 {
        self.size.number("above_mm")
    }

    /// "281 mm, 4 cm above the distal end": what is told whoever has the maker's chart.
    pub fn measure(&self, circumference_mm: f64) -> Said {
        let measured = Arg::Figure(format!("{circumference_mm:.0} mm"));
        self.size.words("measure", &[("circumference", measured), ("above", text::cm(self.above_mm()))])
    }

    /// The rule in a sentence, with its source's page.
    pub fn rule(&self) -> &'a Rule {
        self.size
    }

    /// The size for a circumference. Above the larger printed size and up to the smaller one nothing printed tells the next.
    pub fn sized(&self, circumference_mm: f64) -> Measured {
        let (small, large) = (self.size.number("printed_small_mm"), self.size.number("printed_large_mm"));
        let step = self.series.number("step_mm");
        let below = small + step * (((circumference_mm - small) / step).ceil() - 1.0);
        let size = |size_mm: f64| LinerSize { size_mm, reduction_pct: (1.0 - size_mm / circumference_mm) * PER_CENT };
        let printed = (circumference_mm > small && circumference_mm <= large).then(|| size(small));
        let candidates = [below, below - step].into_iter().filter(|size_mm| printed.is_none() && *size_mm > 0.0);
        Measured {
            circumference_mm,
            candidates: candidates.map(size).collect(),
            size: printed,
            between_mm: (below, below + step),
        }
    }
}

/// The size for a case's limb; none for a transfemoral one, or where the tape did not measure.
pub fn measure(case: &Case, sizes: &Sizes<'_>) -> Option<Measured> {
    if is_transfemoral(case) {
        return None;
    }
    Some(sizes.sized(case.limb.circumference_above_distal_end(sizes.above_mm())?))
}

/// What the shape asks for in a custom liner.
pub fn custom_reasons(case: &Case) -> Vec<(&'static str, Arg)> {
    let limb = &case.limb;
    let mut reasons = vec![];
    // What little is known about transfemoral liners, `transfemoral` says.
    if is_transfemoral(case) {
        return reasons;
    }
    if limb.shape == LimbShape::Bulbous {
        reasons.push(("limb.shape", text::word("bulbous")));
    }
    if limb.scars == Scars::Difficult {
        reasons.push(("limb.scars", text::word("difficult_scars")));
    }
    if limb.bony_prominence == BonyProminence::Prominent {
        reasons.push(("limb.bony_prominence", text::word("prominent_bone")));
    }
    reasons
}

/// "280 mm (0.4 % less) and 265 mm (5.7 % less)".
pub fn candidates_text(candidates: &[LinerSize]) -> Arg {
    let one = |size: &LinerSize| -> Arg {
        let less = Arg::Figure(format!("{:.1}", size.reduction_pct));
        Wording::new("liner-size-smaller").with("size", text::with(size.size_mm, "mm")).with("less", less).into()
    };
    let join = |all: Arg, size: Arg| Wording::new("value-and").with("first", all).with("second", size).into();
    candidates.iter().map(one).reduce(join).unwrap_or_else(text::nothing)
}

/// By circumference: the measure, the maker's rule, and a size where print tells it.
pub fn size(asked: &Asked<'_>) -> Vec<Conclusion> {
    let (false, Some(sizes)) = (is_transfemoral(asked.case), Sizes::of(asked.rules)) else { return vec![] };
    let rule = asked.rule;
    let numbers = ["printed_small_mm", "printed_large_mm"].map(|name| (name, text::number(rule.number(name))));
    let Some(measured) = measure(asked.case, &sizes) else {
        let inputs = [("limb.circumferences", text::word("not_measured_there"))];
        let values = [("above", text::cm(sizes.above_mm()))];
        return vec![rule.conclude(Verdict::Caution, "unmeasured", &inputs, &values)];
    };
    let measure = sizes.measure(measured.circumference_mm);
    let inputs = [
        ("limb.circumferences", Arg::from(&measure)),
        ("limb.limb_length_mm", text::with(asked.case.limb.limb_length_mm, "mm")),
    ];
    let (outcome, size) = match &measured.size {
        Some(size) => ("printed", candidates_text(std::slice::from_ref(size))),
        None => ("by_chart", text::nothing()),
    };
    let values = [&numbers[..], &[("measure", measure.into()), ("size", size)]].concat();
    vec![rule.conclude(Verdict::Note, outcome, &inputs, &values)]
}

/// Where no printed size is known to be the next smaller: the neighbours in the series that we assume.
pub fn series(asked: &Asked<'_>) -> Vec<Conclusion> {
    let measured = Sizes::of(asked.rules).and_then(|sizes| Some((sizes, measure(asked.case, &sizes)?)));
    let Some((sizes, measured)) = measured.filter(|(_, measured)| measured.size.is_none()) else { return vec![] };
    let measure = sizes.measure(measured.circumference_mm);
    let values = [
        ("circumference", Arg::Figure(format!("{:.0} mm", measured.circumference_mm))),
        ("step_mm", text::number(asked.rule.number("step_mm"))),
        ("below_mm", text::number(measured.between_mm.0)),
        ("above_mm", text::number(measured.between_mm.1)),
        ("candidates", candidates_text(&measured.candidates)),
        ("example_pct", text::number(asked.rule.number("example_pct"))),
    ];
    vec![asked.rule.conclude(Verdict::Caution, "met", &[("limb.circumferences", measure.into())], &values)]
}

/// A pre-flexed liner by the limb's length, where its shape is the printed one.
pub fn preflexed_for(limb: &ResidualLimb, rule: &Rule) -> Preflexed {
    let length_mm = limb.limb_length_mm;
    let [shorter, longer] = ["printed_length_mm", "printed_longer_mm"].map(|name| rule.number(name));
    Preflexed {
        length_mm,
        size_mm: (shorter..=longer).contains(&length_mm).then_some(shorter),
        suits: limb.shape == LimbShape::Conical,
    }
}

/// By length: pre-flexed liners.
pub fn preflexed(asked: &Asked<'_>) -> Vec<Conclusion> {
    if is_transfemoral(asked.case) {
        return vec![];
    }
    let (limb, rule) = (&asked.case.limb, asked.rule);
    let found = preflexed_for(limb, rule);
    let shape = text::word(match limb.shape {
        LimbShape::Conical => "conical",
        LimbShape::Cylindrical => "cylindrical",
        LimbShape::Bulbous => "bulbous",
    });
    let inputs = [("limb.limb_length_mm", text::with(found.length_mm, "mm")), ("limb.shape", shape.clone())];
    let printed = ("printed_length_mm", text::number(rule.number("printed_length_mm")));
    let size = if found.size_mm.is_some() { "printed" } else { "by_chart" };
    let size = rule.words(size, std::slice::from_ref(&printed));
    let values = [("length", text::with(found.length_mm, "mm")), ("shape", shape), ("size", size.into())];
    vec![rule.conclude(Verdict::Note, if found.suits { "suited" } else { "unsuited" }, &inputs, &values)]
}

/// Custom liner where the shape asks for it.
pub fn custom(asked: &Asked<'_>) -> Vec<Conclusion> {
    let reasons = custom_reasons(asked.case);
    if reasons.is_empty() {
        return vec![];
    }
    let why = Arg::List(reasons.iter().map(|(_, why)| why.clone()).collect(), ',');
    vec![asked.rule.conclude(Verdict::Note, "met", &reasons, &[("why", why)])]
}

/// Polyurethane, and no textile that leads vacuum to the skin.
pub fn material(asked: &Asked<'_>) -> Vec<Conclusion> {
    vec![asked.rule.conclude(Verdict::Note, "met", &[], &[])]
}

/// Transfemoral: the printed list cannot be told apart.
pub fn transfemoral(asked: &Asked<'_>) -> Vec<Conclusion> {
    if !is_transfemoral(asked.case) {
        return vec![];
    }
    let liners: Vec<(String, String)> = asked
        .catalog
        .with_role(Role::SealingLiner)
        .map(|liner| {
            (crate::parts_of_case::printed_at(liner, "listed_as"), format!("{} {}", liner.article, liner.name))
        })
        .collect();
    let name = liners.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
    let listed = liners.iter().map(|(at, name)| (at.as_str(), Arg::from(name)));
    let inputs: Vec<_> = std::iter::once(("limb.amputation_level", text::word("transfemoral"))).chain(listed).collect();
    vec![asked.rule.conclude(Verdict::Caution, "met", &inputs, &[("name", name.into())])]
}
