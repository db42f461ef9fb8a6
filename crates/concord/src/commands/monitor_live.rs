//! `concord monitor` in a terminal: what a unit says, drawn anew as it speaks.

use control::Priority;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::Line;
use ratatui::widgets::{Axis, Block, Chart, Dataset, GraphType, Paragraph};
use report::drive_text::clock;
use report::monitor_text::{counts, leak, level, of_alarm, unknown_version};
use texts::Texts;
use twin::warning_words;
use workup::monitor::{Alarm, Followed, urgency};

/// How much of the past the picture shows, s.
const PAST_S: f64 = 300.0;

/// Lines of alarms at most; those beyond are the least urgent, and counted.
const MOST_SHOWN: usize = 12;

/// How the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Frames may come.
    Open,
    /// None will.
    Closed,
}

/// Draws all of it.
pub fn draw(frame: &mut Frame<'_>, name: &str, followed: &Followed, state: State) {
    let count = followed.present().len() + usize::from(followed.warns_beyond());
    let alarms = count.clamp(1, MOST_SHOWN) as u16 + 2;
    let [top, warned, middle, bottom] = Layout::vertical([
        Constraint::Length(6),
        Constraint::Length(alarms),
        Constraint::Min(8),
        Constraint::Length(7),
    ])
    .areas(frame.area());
    let title = format!(" {} – q quits ", workup::shown::line(name));
    frame.render_widget(Paragraph::new(said(followed, state)).block(Block::bordered().title(title)), top);
    frame.render_widget(
        Paragraph::new(present(followed, state)).block(Block::bordered().title(format!(" Alarms: {count} "))),
        warned,
    );
    picture(frame, middle, followed);
    let past: Vec<Line<'_>> =
        followed.ended().iter().map(|alarm| of_alarm(Texts::english(), alarm)).map(Line::from).collect();
    frame.render_widget(Paragraph::new(past).block(Block::bordered().title(" Alarms that have ended ")), bottom);
}

fn said(followed: &Followed, state: State) -> Vec<Line<'static>> {
    let strong = Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED);
    let how = match (state, followed.unknown_version()) {
        (State::Closed, _) => Some("the line is closed; what stands here is old".to_string()),
        (_, Some(version)) => Some(unknown_version(Texts::english(), version)),
        _ if followed.is_silent() => Some("the line is silent; what stands here is old".to_string()),
        _ => None,
    };
    let how = how.map_or_else(|| Line::from("the line speaks"), |how| Line::styled(how, strong));
    let Some(now) = followed.reading() else {
        return vec![how, Line::from("no frame yet"), Line::from(counts(Texts::english(), followed.counts()))];
    };
    let off = if now.doffed { ", off the limb" } else { "" };
    let pump = if now.pump_pct > 0 { format!("runs at {} %", now.pump_pct) } else { "rests".into() };
    vec![
        how,
        Line::from(format!(
            "vacuum {}   set point {}   leak {}",
            level(Texts::english(), now.vacuum_kpa),
            level(Texts::english(), now.set_kpa),
            leak(Texts::english(), &now)
        )),
        Line::from(format!(
            "charge {:.0} %, {:.1} h left   mode {}   {}{off}   pump {pump}   {} steps",
            now.charge_pct, now.hours_left, now.mode, now.activity, now.steps
        )),
        Line::from(format!("{}   {}", clock(now.t_s), counts(Texts::english(), followed.counts()))),
    ]
}

fn present(followed: &Followed, state: State) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = vec![];
    if followed.warns_beyond() {
        let strong = Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED);
        lines.push(Line::styled("! an alarm that this program does not know", strong));
    }
    lines.extend(followed.present().iter().map(|alarm| {
        let Alarm { warning, since_s, .. } = alarm;
        let style = match warning.priority() {
            Priority::High => Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED),
            Priority::Medium => Style::new().add_modifier(Modifier::BOLD),
            Priority::Low => Style::new(),
        };
        let text = format!("! {}: {}, since {}", urgency(warning.priority()), warning_words(*warning), clock(*since_s));
        Line::styled(text, style)
    }));
    if lines.is_empty() {
        let old = state == State::Closed || followed.is_silent() || followed.reading().is_none();
        lines.push(Line::from(if old { "none known: the unit does not speak" } else { "none" }));
    }
    lines
}

fn picture(frame: &mut Frame<'_>, area: Rect, followed: &Followed) {
    let now = followed.past().back().map_or(0.0, |(t_s, ..)| *t_s);
    let vacuum: Vec<(f64, f64)> =
        followed.past().iter().filter_map(|(t, vacuum, _)| Some((t - now, (*vacuum)?))).collect();
    let set: Vec<(f64, f64)> = followed.past().iter().filter_map(|(t, _, set)| Some((t - now, (*set)?))).collect();
    let line = |name, data, marker| Dataset::default().name(name).marker(marker).graph_type(GraphType::Line).data(data);
    let sets = vec![line("set point", &set, Marker::Dot), line("vacuum", &vacuum, Marker::Braille)];
    let time = Axis::default().bounds([-PAST_S, 0.0]).labels(["5 min ago", "", "now"]);
    let kpa = Axis::default().title("kPa").bounds([0.0, 90.0]).labels(["0", "30", "60", "90"]);
    let chart = Chart::new(sets).block(Block::bordered().title(" Vacuum in the line ")).x_axis(time).y_axis(kpa);
    frame.render_widget(chart, area);
}

#[cfg(test)]
mod tests {
    use super::*;
    use control::{Telemetry, Warning};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;
    use workup::monitor::example::{bytes, telemetry};

    /// The screen as text.
    fn screen(followed: &Followed, state: State, width: u16, height: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| draw(frame, "/dev/ttyACM0", followed, state)).unwrap();
        terminal.backend().to_string()
    }

    #[test]
    fn the_screen_says_what_the_unit_says_and_how_the_line_is() {
        let mut followed = Followed::default();
        let empty = screen(&followed, State::Open, 120, 40);
        assert!(empty.contains("no frame yet") && empty.contains("/dev/ttyACM0"), "{empty}");
        assert!(empty.contains("none known"), "{empty}");
        followed.take(&bytes(telemetry(0)), 0.0);
        assert!(screen(&followed, State::Open, 120, 40).contains("│none  "));
        let alarm = Telemetry { warnings: 1 << Warning::Sensor.code(), ..telemetry(9_000) };
        followed.take(&bytes(alarm), 9.0);
        let warned = screen(&followed, State::Open, 120, 40);
        for part in [
            "vacuum 50.0 kPa",
            "set point 50.0 kPa",
            "! high: the pressure sensor fails",
            "since 0:09.0",
            "2 frames",
            "Alarms: 1",
        ] {
            assert!(warned.contains(part), "{part}: {warned}");
        }
        followed.take(&bytes(telemetry(20_000)), 20.0);
        followed.waited(30.0);
        let ended = screen(&followed, State::Open, 120, 40);
        assert!(ended.contains("ended at 0:20.0 after 11 s") && ended.contains("the line is silent"), "{ended}");
        assert!(screen(&followed, State::Closed, 120, 40).contains("the line is closed"));
        // A window of any size is drawn.
        for (width, height) in [(1, 1), (10, 3), (80, 24), (300, 5)] {
            screen(&followed, State::Open, width, height);
        }
    }
}
