//! How a VALIDATION.md that was kept differs from what the program writes now, row by row.

use std::collections::BTreeMap;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Line of the kept document, counted from 1; none for a row that it lacks.
    pub line: Option<usize>,
    /// What differs: the row and its cells then and now.
    pub what: String,
    /// A row that was inside is outside now.
    pub fell: bool,
}

/// A row of a table.
struct Row<'a> {
    line: usize,
    heads: Vec<&'a str>,
    cells: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// The cell below a head.
    fn cell(&self, head: &str) -> Option<&'a str> {
        self.cells.get(self.heads.iter().position(|known| *known == head)?).copied()
    }
}

/// Every difference between the rows; where there is none, the first between the texts around them.
pub fn differences(kept: &str, now: &str) -> Vec<Difference> {
    let (before, after) = (rows(kept), rows(now));
    let mut found: Vec<Difference> = vec![];
    for (name, row) in &before {
        match after.get(name) {
            Some(other) => found.extend(changed(name, row, other)),
            None => found.push(Difference {
                line: Some(row.line),
                what: format!("{name}: the program no longer writes this row"),
                fell: false,
            }),
        }
    }
    found.sort_by_key(|difference| difference.line);
    let new = after.keys().filter(|name| !before.contains_key(*name));
    found.extend(new.map(|name| Difference { line: None, what: format!("{name}: a row too few"), fell: false }));
    if found.is_empty() {
        found.extend(around(kept, now));
    }
    found
}

/// Rows by "study: what was measured".
fn rows(document: &str) -> BTreeMap<String, Row<'_>> {
    let (mut study, mut heads, mut found) = ("", vec![], BTreeMap::new());
    for (index, line) in document.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("## ") {
            // The study's key stands at the end of its heading.
            study = heading.split('`').nth(1).unwrap_or(heading);
        }
        let Some(row) = line.strip_prefix('|') else {
            heads.clear();
            continue;
        };
        let cells: Vec<&str> = row.trim_end_matches('|').split(" |").map(str::trim).collect();
        if heads.is_empty() {
            heads = cells;
        } else if !cells[0].starts_with("--") {
            found.insert(format!("{study}: {}", cells[0]), Row { line: index + 1, heads: heads.clone(), cells });
        }
    }
    found
}

fn changed(name: &str, before: &Row<'_>, after: &Row<'_>) -> Option<Difference> {
    let cells: Vec<String> = after
        .heads
        .iter()
        .filter_map(|head| {
            let (was, is) = (before.cell(head).unwrap_or("–"), after.cell(head).unwrap_or("–"));
            (was != is).then(|| format!("{head} was {was}, is {is}"))
        })
        .collect();
    let outside = |row: &Row<'_>| row.cell("verdict").is_some_and(|verdict| verdict.contains("outside"));
    // Another reading is not the model's verdict: it cannot fall.
    let read_otherwise = after.cell("verdict").is_some_and(|verdict| verdict.starts_with("other reading"));
    let fell = outside(after) && !outside(before) && !read_otherwise;
    let what = format!("{name}: {}", cells.join("; "));
    (!cells.is_empty()).then_some(Difference { line: Some(before.line), what, fell })
}

/// The first line that differs.
fn around(kept: &str, now: &str) -> Option<Difference> {
    let (mut before, mut after) = (kept.lines(), now.lines());
    for line in 1.. {
        let (was, is) = (before.next(), after.next());
        if was != is {
            let shown = |text: Option<&str>| text.map_or("the end".to_string(), |text| format!("{text:?}"));
            let what = format!("the text was {}, is {}", shown(was), shown(is));
            return Some(Difference { line: Some(line), what, fell: false });
        }
        if was.is_none() {
            break;
        }
    }
    (kept != now).then(|| Difference { line: None, what: "the ends of its lines differ".into(), fell: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: &str = "# Validation\n\nOne row.\n\n## A, B 2001 (`ab2001`)\n\nWalks.\n\n\
                        | what | published | verdict |\n|---|---:|---|\n| volume | 1 ± 2 % | inside 1 SD |\n\
                        | gap | 3 mm | **outside** |\n\n## Who gains\n\n| fit | gain |\n|---:|---:|\n| −3 | 0 |\n";

    fn told(now: &str) -> Vec<(Option<usize>, String, bool)> {
        differences(KEPT, now).into_iter().map(|d| (d.line, d.what, d.fell)).collect()
    }

    #[test]
    fn the_same_document_has_no_difference() {
        assert_eq!(told(KEPT), []);
    }

    #[test]
    fn a_row_that_falls_outside_is_told_from_one_that_only_moves() {
        let now = KEPT.replace("inside 1 SD", "**outside**").replace("| −3 | 0 |", "| −3 | 1 |");
        assert_eq!(
            told(&now),
            [
                (Some(11), "ab2001: volume: verdict was inside 1 SD, is **outside**".into(), true),
                (Some(18), "Who gains: −3: gain was 0, is 1".into(), false),
            ]
        );
        // Another reading does not fall, and what is outside already does not.
        let kept = KEPT.replace("inside 1 SD", "other reading: inside 1 SD");
        let read = differences(&kept, &kept.replace("inside 1 SD", "outside"));
        assert_eq!(read.iter().map(|difference| difference.fell).collect::<Vec<_>>(), [false]);
        let now = KEPT.replace("3 mm", "4 mm");
        assert_eq!(told(&now), [(Some(12), "ab2001: gap: published was 3 mm, is 4 mm".into(), false)]);
    }

    #[test]
    fn rows_that_come_and_go_and_texts_are_told() {
        let now = KEPT.replace("| gap |", "| slip |");
        assert_eq!(
            told(&now),
            [
                (Some(12), "ab2001: gap: the program no longer writes this row".into(), false),
                (None, "ab2001: slip: a row too few".into(), false),
            ]
        );
        let now = KEPT.replace("Walks.", "Sits.");
        assert_eq!(told(&now), [(Some(7), "the text was \"Walks.\", is \"Sits.\"".into(), false)]);
        assert_eq!(told(KEPT.trim_end()), [(None, "the ends of its lines differ".into(), false)]);
        assert_eq!(told("# Validation\n").len(), 3);
    }
}
