//! The first steps, the sensor's failure, and what would break the fitted system.

use super::page::Page;
use crate::report_page::wide;
use crate::words;
use maud::{Markup, html};
use twin::ensemble::Spread;
use workup::outcome::WhatIf;

/// First steps and sensor; none without a recommended pump.
pub fn first_steps(page: &Page) -> Option<Markup> {
    let answers = page.result.answers.as_ref()?;
    let first = &answers.first_steps;
    let vacuum = |kpa: &Spread| {
        format!(
            "{}; eight of ten persons lie between {} and {} kPa",
            words::vacuum(kpa.p50),
            words::number(kpa.p10, 0),
            words::number(kpa.p90, 0)
        )
    };
    let steps = words::number(first.steps, 0);
    Some(html! {
        p {
            "After the first " (steps) " steps on the prosthesis the vacuum is predicted at "
            (vacuum(&first.intact_kpa)) "."
        }
        p {
            "With a pinhole of " (first.pinhole_mm) " mm in the " (answers.pinhole_in) " it is predicted at " (vacuum(&first.pinhole_kpa))
            "."
        }
        @if let Some(aim) = first.aim_kpa {
            p { "Its controller then aims at " (words::vacuum(aim)) "." }
        }
        p { strong { "If the pump's pressure sensor dies: " } (answers.if_the_sensor_dies) }
    })
}

/// What-ifs; none without a recommended pump.
pub fn what_if(page: &Page) -> Option<Markup> {
    let (fitted, broken) = page.result.what_if.split_first()?;
    Some(html! {
        p { "The same day on the recommended pump, each time with one thing wrong, compared with the day as fitted." }
        ul { @for case in broken { li { (sentence(fitted, case)) } } }
        (wide("What could go wrong", &table(fitted, broken)))
    })
}

/// One compared quantity.
struct Compared {
    heading: &'static str,
    /// "{…} from 47 % to 25 %"
    said: &'static str,
    unit: &'static str,
    scale: f64,
    digits: usize,
    read: fn(&WhatIf) -> Option<Spread>,
}

const COMPARED: [Compared; 7] = [
    Compared {
        heading: "Time with at least 15 inHg",
        said: "time with at least 15 inHg goes",
        unit: " %",
        scale: 100.0,
        digits: 0,
        read: |case| Some(case.time_at_working_vacuum),
    },
    Compared {
        heading: "Limb volume after doffing at day's end, %",
        said: "limb volume at the day's end goes",
        unit: " %",
        scale: 1.0,
        digits: 1,
        read: |case| Some(case.post_doff_volume_end_pct),
    },
    Compared {
        heading: "Pistoning, mean while walking, mm",
        said: "mean pistoning goes",
        unit: " mm",
        scale: 1.0,
        digits: 1,
        read: |case| Some(case.pistoning_mean_mm),
    },
    Compared {
        heading: "Steps on the prosthesis to 15 inHg",
        said: "steps to 15 inHg go",
        unit: "",
        scale: 1.0,
        digits: 0,
        read: |case| case.strides_to_15_inhg,
    },
    Compared {
        heading: "Socks added",
        said: "socks added go",
        unit: "",
        scale: 1.0,
        digits: 0,
        read: |case| Some(case.socks_added),
    },
    Compared {
        heading: "Hours held",
        said: "hours with the vacuum held go",
        unit: "",
        scale: 1.0,
        digits: 1,
        read: |case| case.held_h,
    },
    Compared {
        heading: "Battery left, %",
        said: "battery left goes",
        unit: " %",
        scale: 1.0,
        digits: 1,
        read: |case| case.battery_end_pct,
    },
];

impl Compared {
    fn shown(&self, case: &WhatIf) -> Option<String> {
        (self.read)(case).map(|spread| words::number(self.scale * spread.p50, self.digits))
    }

    fn spread(&self, case: &WhatIf) -> Option<String> {
        let times = |x: f64| self.scale * x;
        (self.read)(case).map(|s| {
            let scaled = Spread { central: times(s.central), p10: times(s.p10), p50: times(s.p50), p90: times(s.p90) };
            // The same quantity reads the same in every table.
            words::spread(&scaled, self.digits) + if self.unit == " %" && self.scale == 100.0 { " %" } else { "" }
        })
    }

    /// What changed between two cells as they are shown; nothing where they read the same.
    fn change(&self, fitted: &WhatIf, case: &WhatIf) -> Option<String> {
        let (before, after) = (self.shown(fitted), self.shown(case));
        (before != after).then(|| {
            let text = |shown: Option<String>| shown.map_or_else(|| "never".to_string(), |shown| shown + self.unit);
            format!("{} from {} to {}", self.said, text(before), text(after))
        })
    }
}

fn sentence(fitted: &WhatIf, case: &WhatIf) -> Markup {
    let mut changes: Vec<String> = COMPARED.iter().filter_map(|compared| compared.change(fitted, case)).collect();
    if case.first_lost != fitted.first_lost {
        let lost = case.first_lost.as_deref().unwrap_or("never");
        changes.push(format!("with central parameter values, held vacuum is first lost: {lost}"));
    }
    let what = crate::words::capital(&case.what);
    html! {
        strong { (what) ": " }
        @if changes.is_empty() { "nothing changes that these numbers show." }
        @else { (changes.join("; ")) "." }
    }
}

fn table(fitted: &WhatIf, broken: &[WhatIf]) -> Markup {
    html! {
        table.numbers {
            caption { "Median (10th … 90th percentile). Bold: differs from the day as fitted." }
            thead { tr {
                th scope="col" { "Quantity" }
                th scope="col" { (crate::words::capital(&fitted.what)) }
                @for case in broken { th scope="col" { (crate::words::capital(&case.what)) } }
            } }
            tbody {
                @for compared in COMPARED.iter().filter(|compared| compared.shown(fitted).is_some() || broken.iter().any(|case| compared.shown(case).is_some())) {
                    tr {
                        th scope="row" { (compared.heading) }
                        td { (cell(compared.spread(fitted))) }
                        @for case in broken {
                            @if compared.shown(case) == compared.shown(fitted) { td { (cell(compared.spread(case))) } }
                            @else { td { strong { (cell(compared.spread(case))) } } }
                        }
                    }
                }
                tr {
                    th scope="row" { "Held vacuum first lost, with central parameter values" }
                    td { (cell(fitted.first_lost.clone())) }
                    @for case in broken { td { (cell(case.first_lost.clone())) } }
                }
            }
        }
    }
}

fn cell(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".into())
}
