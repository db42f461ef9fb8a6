//! What a tape and a scan of one limb say beside each other.

use domain::limb::Side;
use domain::scan::GoesBy;
use domain::technique::ScannedOver;
use schemars::JsonSchema;
use serde::Serialize;

/// What a tape and a scan of one limb say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TapeAgainstScan {
    /// From where heights are measured.
    pub heights_below: String,
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
    pub swelling: String,
    /// What disagrees, in sentences; empty where the two agree.
    pub disagree: Vec<String>,
    /// Which one goes, where somebody has said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by: Option<GoesBy>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_by_reason: Option<String>,
    /// The sides contradict each other: no reason settles that.
    #[serde(skip)]
    pub(crate) sides: Option<String>,
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
    pub fn line(&self) -> String {
        let liner = self.scan.over == Some(ScannedOver::Liner);
        self.mark().unwrap_or_else(|| {
            let compared = self.circumferences.iter().filter_map(|row| row.figure.difference_mm);
            let (count, largest) = compared.fold((0, 0.0_f64), |(count, most), mm| (count + 1, most.max(mm.abs())));
            format!(
                "Limb measured by its {}. Tape and scan agree at {count} heights, within {largest:.1} mm",
                if liner { "tape: the scan is over the liner" } else { "scan" }
            )
        })
    }

    /// What is printed wherever the numbers are used of the one that somebody has chosen.
    pub fn mark(&self) -> Option<String> {
        // Of the other side neither goes.
        let reason = self.goes_by_reason.as_deref().filter(|_| self.sides.is_none())?;
        let (goes, against) = match self.goes_by? {
            GoesBy::Scan => ("SCAN", "tape"),
            GoesBy::Tape => ("TAPE", "scan"),
        };
        let differ = self.disagree.first().map_or("they agree".to_string(), |first| format!("they disagree: {first}"));
        Some(format!("GOES BY THE {goes}, not by the {against} ({differ}). Reason given: {reason}"))
    }

    pub(crate) fn sentences(&self) -> Vec<String> {
        let mut said: Vec<String> = self.sides.iter().cloned().collect();
        let compared: Vec<&Girth> = self.circumferences.iter().filter(|row| row.figure.agrees.is_some()).collect();
        let apart: Vec<&&Girth> = compared.iter().filter(|row| row.figure.agrees == Some(false)).collect();
        let largest = apart.iter().max_by(|a, b| {
            let size = |row: &Girth| row.figure.difference_mm.unwrap_or(0.0).abs();
            size(a).total_cmp(&size(b))
        });
        if let Some(Girth { below_mm, figure }) = largest
            && let (Some(scan), Some(mm), Some(pct)) = (figure.scan_mm, figure.difference_mm, figure.difference_pct)
        {
            said.push(format!(
                "the circumference at {} of {} heights; most at {below_mm:.0} mm below the {}: {:.0} mm by tape{}, {scan:.0} mm \
                 by scan ({mm:+.1} mm, {pct:+.1} %)",
                apart.len(),
                compared.len(),
                self.heights_below,
                figure.tape_mm,
                figure.liner_adds_mm.map_or(String::new(), |liner| format!(" and {liner:.0} mm of liner")),
            ));
        }
        if let Figure { agrees: Some(false), tape_mm, scan_mm: Some(scan), difference_mm: Some(mm), .. } = self.length {
            said.push(format!("the length: {tape_mm:.0} mm by tape, {scan:.0} mm by scan ({mm:+.1} mm)"));
        }
        if compared.is_empty() {
            said.push("the scan shows none of the heights that were taped: nothing can be compared".into());
        }
        said
    }
}

impl Taken {
    /// "right limb, 2026-11-20, 10 min after doffing, over the skin"; what was not said is said to be so.
    pub fn line(&self) -> String {
        format!("{}, {}, {}, {}", self.side_said(), self.date_said(), self.doffed_said(), self.over_said())
    }

    /// "right limb".
    pub fn side_said(&self) -> String {
        self.side.map_or("side: not said".into(), |side| format!("{} limb", side.label()))
    }

    /// "2026-11-20".
    pub fn date_said(&self) -> String {
        self.on.clone().unwrap_or_else(|| "date: not said".into())
    }

    /// "10 min after doffing".
    pub fn doffed_said(&self) -> String {
        let said = |minutes: f64| match minutes {
            short if short < 1.0 => format!("{:.0} s after doffing", 60.0 * short),
            long => format!("{long:.0} min after doffing"),
        };
        self.minutes_since_doffing.map_or("time since doffing: not said".into(), said)
    }

    /// "on the skin".
    pub fn over_said(&self) -> String {
        match self.over {
            Some(ScannedOver::Skin) => "on the skin".into(),
            Some(ScannedOver::Liner) => "over the liner".into(),
            None => "on skin or liner: not said, taken as skin".into(),
        }
    }
}
