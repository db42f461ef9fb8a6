//! The liner to order for a limb: the same rules as in a fitting.

use super::source::{Source, measured_limb};
use crate::library::Library;
use domain::limb::AmputationLevel;
use fitting::rules::liner::{self, Sizes, candidates_text};
use fitting::{LinerSize, Preflexed};
use geometry::limb::{Limb, Measurements};
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};

/// The liner to order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LinerOrder {
    /// Circumference where the maker sizes it, mm, and that height above the distal end, mm.
    pub circumference_mm: f64,
    /// Height of that circumference above the distal end, mm.
    pub above_distal_end_mm: f64,
    /// The measure in words, for whoever has the maker's chart.
    pub measure: Option<Said>,
    /// Standard size, where print tells it; otherwise it is ordered by the maker's chart.
    pub size: Option<LinerSize>,
    /// Where print does not tell it: sizes of a series that we assume, the next smaller one first. Not to be ordered unasked.
    pub candidates: Vec<LinerSize>,
    /// A pre-flexed liner by length.
    pub preflexed: Option<Preflexed>,
    /// The case's reasons for a custom liner.
    pub custom_reasons: Vec<Said>,
    /// Where the rule comes from.
    pub source: String,
    /// Its page.
    pub page: Option<String>,
}

impl LinerOrder {
    /// What to order, a line a way: by the printed size or the maker's chart, and by length.
    pub fn to_order(&self) -> Vec<Said> {
        let mm = |value: f64| Arg::Figure(format!("{value:.0} mm"));
        let mut lines: Vec<Wording> = match &self.size {
            Some(size) => vec![Wording::new("liner_order-printed").with("size", candidates_text(&[*size]))],
            None if self.candidates.is_empty() => vec![Wording::new("liner_order-above_the_knee")],
            None => vec![
                Wording::new("liner_order-by_chart"),
                Wording::new("liner_order-candidates").with("candidates", candidates_text(&self.candidates)),
            ],
        };
        if let Some(preflexed) = self.preflexed.filter(|preflexed| preflexed.suits) {
            let line = match preflexed.size_mm {
                Some(size) => Wording::new("liner_order-preflexed").with("size", mm(size)),
                None => Wording::new("liner_order-preflexed_by_chart"),
            };
            lines.push(line.with("length", mm(preflexed.length_mm)));
        }
        lines.into_iter().map(Said::from).collect()
    }
}

/// What the limb and its case say of the liner.
pub(super) fn order(source: &Source, limb: &Limb, measurements: &Measurements, library: &Library) -> LinerOrder {
    let sizes = Sizes::of(&library.rules);
    let above_distal_end_mm = sizes.map_or(0.0, |sizes| sizes.above_mm());
    let at = limb.distal_z() + above_distal_end_mm;
    let circumference_mm = geometry::slices::sections(&limb.skin, &[at]).first().map_or(0.0, |section| section.tape);
    // The printed sizes and lengths are of liners for below the knee: none of them is a thigh's.
    let below_the_knee = source.level == AmputationLevel::Transtibial;
    let sized = sizes.filter(|_| below_the_knee).map(|sizes| sizes.sized(circumference_mm));
    let scanned = source.case.as_ref().map(|case| measured_limb(&case.limb, limb, measurements));
    let preflexed = library.rules.get("liner.preflexed").zip(scanned.as_ref()).filter(|_| below_the_knee);
    let custom = source.case.as_ref().map(|case| {
        let mut case = case.clone();
        case.limb = measured_limb(&case.limb, limb, measurements);
        liner::custom_reasons(&case).into_iter().map(|(_, why)| Said::from(why)).collect()
    });
    LinerOrder {
        circumference_mm,
        above_distal_end_mm,
        measure: sizes.map(|sizes| sizes.measure(circumference_mm)),
        size: sized.as_ref().and_then(|sized| sized.size),
        candidates: sized.map(|sized| sized.candidates).unwrap_or_default(),
        preflexed: preflexed.map(|(rule, scanned)| liner::preflexed_for(scanned, rule)),
        custom_reasons: custom.unwrap_or_default(),
        source: sizes.map(|sizes| sizes.rule().source.clone()).unwrap_or_default(),
        page: sizes.and_then(|sizes| sizes.rule().page.clone()),
    }
}
