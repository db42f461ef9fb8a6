//! Who came how far: the flow of persons through a trial, drawn as CONSORT asks for it.

use super::{WIDTH, image, short};
use maud::{Markup, html};

const LINE: f64 = 13.0;
const EDGE: f64 = 7.0;
const GAP: f64 = 16.0;
/// Side boxes begin here: room for the arrow of the main way before them.
const SIDE: f64 = 96.0;
/// Width of a letter of the pictures' smallest text.
const LETTER: f64 = 5.9;

/// A station of the way.
#[derive(Clone, Debug, Default)]
pub struct Station {
    /// What it says, its first line bold.
    pub lines: Vec<String>,
    /// Who leaves before the next station, its first line bold; empty where nobody can.
    pub leave: Vec<String>,
}

/// Draws the stations from top to bottom.
pub fn picture(stations: &[Station], name: &str, id: &str) -> Markup {
    let mut drawn = vec![];
    let mut top = 1.0;
    for (index, station) in stations.iter().enumerate() {
        let height = draw(&mut drawn, 1.0, WIDTH - 2.0, top, &station.lines);
        let below = top + height;
        if index + 1 == stations.len() {
            top = below;
            break;
        }
        let aside =
            if station.leave.is_empty() { GAP } else { 2.0 * GAP + height_of(&station.leave, WIDTH - 1.0 - SIDE) };
        if !station.leave.is_empty() {
            let height = draw(&mut drawn, SIDE, WIDTH - 1.0 - SIDE, below + GAP, &station.leave);
            drawn.push(arrow([SIDE / 2.0, below + GAP + height / 2.0], [SIDE, below + GAP + height / 2.0]));
        }
        drawn.push(arrow([SIDE / 2.0, below], [SIDE / 2.0, below + aside]));
        top = below + aside;
    }
    let elements = html! { @for element in &drawn { (element) } };
    let told: Vec<String> = stations
        .iter()
        .flat_map(|station| [&station.lines, &station.leave])
        .filter(|l| !l.is_empty())
        .map(|l| l.join(", "))
        .collect();
    image(id, top + 1.0, &format!("{name} {}.", told.join("; ")), &elements)
}

/// A box with its lines; how high it is.
fn draw(drawn: &mut Vec<Markup>, x: f64, width: f64, top: f64, lines: &[String]) -> f64 {
    let height = height_of(lines, width);
    let mut y = top + EDGE - 3.0;
    let mut texts = vec![];
    for (index, line) in lines.iter().enumerate() {
        for piece in wrapped(line, width) {
            y += LINE;
            let weight = (index == 0).then_some("bold");
            texts.push(html! {
                text x=(short(x + EDGE)) y=(short(y)) font-size="10.5" font-weight=[weight] fill="#111" { (piece) }
            });
        }
    }
    drawn.push(html! {
        rect x=(short(x)) y=(short(top)) width=(short(width)) height=(short(height)) fill="#fff" stroke="#222" stroke-width="1.2" {}
        @for text in &texts { (text) }
    });
    height
}

fn height_of(lines: &[String], width: f64) -> f64 {
    2.0 * EDGE + LINE * lines.iter().map(|line| wrapped(line, width).len()).sum::<usize>() as f64
}

/// The line in pieces that fit into a box.
fn wrapped(line: &str, width: f64) -> Vec<String> {
    let most = ((width - 2.0 * EDGE) / LETTER) as usize;
    let mut pieces: Vec<String> = vec![];
    for word in line.split(' ') {
        match pieces.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= most => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_string()),
        }
    }
    pieces
}

fn arrow(from: [f64; 2], to: [f64; 2]) -> Markup {
    let along = to[0] > from[0];
    let back = |side: f64| if along { [to[0] - 6.0, to[1] + side] } else { [to[0] + side, to[1] - 6.0] };
    let point = |[x, y]: [f64; 2]| format!("{},{}", short(x), short(y));
    html! {
        line x1=(short(from[0])) y1=(short(from[1])) x2=(short(to[0])) y2=(short(to[1])) stroke="#222" stroke-width="1.2" {}
        polygon points={ (point(to)) " " (point(back(-3.5))) " " (point(back(3.5))) } fill="#222" {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_station_is_drawn_and_told_and_long_reasons_are_wrapped() {
        let stations = [
            Station {
                lines: vec!["Assessed: 100".into()],
                leave: vec!["Not eligible: 4".into(), "a reason that is rather longer than the box is wide, 4".into()],
            },
            Station { lines: vec!["Analysed: 96".into()], leave: vec![] },
        ];
        let drawn = picture(&stations, "The flow.", "f").into_string();
        assert_eq!((drawn.matches("<rect").count(), drawn.matches("<polygon").count()), (3, 2));
        assert!(
            drawn.contains("The flow. Assessed: 100; Not eligible: 4, a reason") && drawn.contains("; Analysed: 96.")
        );
        let pieces = wrapped("a reason that is rather longer than the box is wide, 4", WIDTH - 1.0 - SIDE);
        assert!(pieces.len() == 2 && pieces.join(" ").ends_with("wide, 4"), "{pieces:?}");
    }
}
