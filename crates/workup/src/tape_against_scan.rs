//! What a tape and a scan of one limb say beside each other.

use domain::limb::Side;
use domain::scan::{GoesBy, TakenBy};
use domain::technique::ScannedOver;
use schemars::JsonSchema;
use serde::Serialize;
use texts::{Arg, Said, Wording};

/// What a tape and a scan of one limb say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TapeAgainstScan {
    /// From where heights are measured.
    pub heights_below: Said,
    /// How the tape was taken.
    pub tape: Taken,
    /// How the scan was taken.
    pub scan: Taken,
    /// Circumferences at every height that was taped, from proximal to distal.
    pub circumferences: Vec<Girth>,
    /// The length.
    pub length: Figure,
    /// Volume below the first taped height, mL: the tape's is of circles through its circumferences. Not judged.
    pub volume_ml: Option<[f64; 2]>,
    /// More than this between the two stops, mm ...
    pub limit_mm: f64,
    /// ... and more than this, % of the tape's figure: whichever is exceeded.
    pub limit_pct: f64,
    /// Where both limits come from.
    pub limit_source: String,
    /// What time since doffing does.
    pub swelling: Said,
    /// What disagrees, in sentences; empty where the two agree.
    pub disagree: Vec<Said>,
    /// Which one goes, where somebody has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by: Option<GoesBy>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by_reason: Option<String>,
    /// The sides contradict each other: no reason settles that.
    #[serde(skip)]
    pub(crate) sides: Option<Said>,
}

/// How and when a limb was measured; what is absent was not said.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Taken {
    /// Of which side.
    pub side: Option<Side>,
    /// The date.
    pub on: Option<String>,
    /// Minutes since the prosthesis was taken off.
    pub minutes_since_doffing: Option<f64>,
    /// On the skin or over the liner.
    pub over: Option<ScannedOver>,
    /// By a scan, a wrap, or a cast under pressure or vacuum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<TakenBy>,
}

/// One height.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Girth {
    /// Below the reference level, mm.
    pub below_mm: f64,
    /// What is compared there.
    #[serde(flatten)]
    pub figure: Figure,
}

/// A length by tape and by scan, mm.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// By tape.
    pub tape_mm: f64,
    /// What a liner adds to it, where the scan is over one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liner_adds_mm: Option<f64>,
    /// By scan; absent where the scan does not show it.
    pub scan_mm: Option<f64>,
    /// Scan less tape.
    pub difference_mm: Option<f64>,
    /// The same, % of the tape's.
    pub difference_pct: Option<f64>,
    /// Within both limits; absent where nothing can be compared.
    pub agrees: Option<bool>,
}

impl TapeAgainstScan {
    /// The scan's shape goes into what follows.
    pub fn by_scan(&self) -> bool {
        self.goes_by != Some(GoesBy::Tape)
    }

    /// Whose measures the limb has, and how near the other one is: for whoever sees a result.
    pub fn line(&self) -> Said {
        let liner = self.scan.over == Some(ScannedOver::Liner);
        self.mark().unwrap_or_else(|| {
            let compared = self.circumferences.iter().filter_map(|row| row.figure.difference_mm);
            let (count, largest) = compared.fold((0, 0.0_f64), |(count, most), mm| (count + 1, most.max(mm.abs())));
            let line = Wording::new(if liner { "tape_or_scan-by_tape" } else { "tape_or_scan-by_scan" });
            line.with("count", Arg::Count(count)).with("largest", mm(largest, 1)).into()
        })
    }

    /// What is printed wherever the numbers are used of the one that somebody has chosen.
    pub fn mark(&self) -> Option<Said> {
        // Of the other side neither goes.
        let reason = self.goes_by_reason.as_deref().filter(|_| self.sides.is_none())?;
        let first = self.disagree.first();
        let mark = Wording::new(match (self.goes_by?, first) {
            (GoesBy::Scan, None) => "tape_or_scan-goes_by_scan",
            (GoesBy::Scan, Some(_)) => "tape_or_scan-goes_by_scan_against_tape",
            (GoesBy::Tape, None) => "tape_or_scan-goes_by_tape",
            (GoesBy::Tape, Some(_)) => "tape_or_scan-goes_by_tape_against_scan",
        });
        let mark = first.map_or_else(|| mark.clone(), |first| mark.clone().with("difference", first));
        Some(mark.with("reason", reason).into())
    }

    pub(crate) fn sentences(&self) -> Vec<Said> {
        let mut said: Vec<Said> = self.sides.iter().cloned().collect();
        let compared: Vec<&Girth> = self.circumferences.iter().filter(|row| row.figure.agrees.is_some()).collect();
        let apart: Vec<&&Girth> = compared.iter().filter(|row| row.figure.agrees == Some(false)).collect();
        let largest = apart.iter().max_by(|a, b| {
            let size = |row: &Girth| row.figure.difference_mm.unwrap_or(0.0).abs();
            size(a).total_cmp(&size(b))
        });
        if let Some(Girth { below_mm, figure }) = largest
            && let (Some(scan), Some(apart_mm), Some(apart_pct)) =
                (figure.scan_mm, figure.difference_mm, figure.difference_pct)
        {
            let liner = figure.liner_adds_mm;
            let id = if liner.is_some() { "disagree-circumference_over_liner" } else { "disagree-circumference" };
            let sentence = Wording::new(id)
                .with("count", apart.len())
                .with("of", compared.len())
                .with("below", mm(*below_mm, 0))
                .with("from", &self.heights_below)
                .with("tape", mm(figure.tape_mm, 0))
                .with("scan", mm(scan, 0))
                .with("mm", Arg::Figure(format!("{apart_mm:+.1} mm")))
                .with("percent", Arg::Figure(format!("{apart_pct:+.1}")));
            said.push(
                liner.map_or_else(|| sentence.clone(), |liner| sentence.clone().with("liner", mm(liner, 0))).into(),
            );
        }
        if let Figure { agrees: Some(false), tape_mm, scan_mm: Some(scan), difference_mm: Some(apart), .. } =
            self.length
        {
            let sentence = Wording::new("disagree-length").with("tape", mm(tape_mm, 0)).with("scan", mm(scan, 0));
            said.push(sentence.with("mm", Arg::Figure(format!("{apart:+.1} mm"))).into());
        }
        if compared.is_empty() {
            said.push(Wording::new("disagree-nothing_compared").into());
        }
        said
    }
}

fn mm(value: f64, digits: usize) -> Arg {
    Arg::Figure(format!("{value:.digits$} mm"))
}

/// How a shape was taken, in words.
pub fn taken_by(by: TakenBy) -> Wording {
    Wording::new(match by {
        TakenBy::Scan => "taken_by-scan",
        TakenBy::Wrap => "taken_by-wrap",
        TakenBy::PressureCast => "taken_by-pressure_cast",
        TakenBy::VacuumCast => "taken_by-vacuum_cast",
    })
}

impl Taken {
    /// "right limb, 2026-11-20, 10 min after doffing, over the skin"; what was not said is said to be so.
    pub fn line(&self) -> Said {
        Wording::new("taken-line")
            .with("side", self.side_said())
            .with("date", self.date_said())
            .with("doffed", self.doffed_said())
            .with("over", self.over_said())
            .into()
    }

    /// "right limb".
    pub fn side_said(&self) -> Said {
        let id = match self.side {
            Some(Side::Left) => "taken-left_limb",
            Some(Side::Right) => "taken-right_limb",
            None => "taken-side_not_said",
        };
        Wording::new(id).into()
    }

    /// "2026-11-20".
    pub fn date_said(&self) -> Said {
        self.on.as_deref().map_or_else(|| Wording::new("taken-date_not_said").into(), Said::from)
    }

    /// "10 min after doffing".
    pub fn doffed_said(&self) -> Said {
        let whole = |value: f64| Arg::Figure(format!("{value:.0}"));
        Said::from(match self.minutes_since_doffing {
            Some(short) if short < 1.0 => Wording::new("taken-seconds").with("seconds", whole(60.0 * short)),
            Some(long) => Wording::new("taken-minutes").with("minutes", whole(long)),
            None => Wording::new("taken-doffing_not_said"),
        })
    }

    /// "on the skin".
    pub fn over_said(&self) -> Said {
        let id = match self.over {
            Some(ScannedOver::Skin) => "taken-on_the_skin",
            Some(ScannedOver::Liner) => "taken-over_the_liner",
            None => "taken-over_not_said",
        };
        Wording::new(id).into()
    }
}
