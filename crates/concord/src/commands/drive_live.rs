//! `concord drive CASE` in a terminal: turn the switch, sit, walk, punch a hole, and watch the controller.

use crate::signals::ToldToEnd;
use crate::terminal::Wire;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::Line;
use ratatui::widgets::{Axis, Block, Chart, Dataset, GraphType, Paragraph};
use ratatui::{DefaultTerminal, Frame};
use report::drive_text::{clock, row};
use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};
use twin::drive::{Doing, Fault, Rig, Seen, Touch};

/// How much of the past the picture shows, s.
const PAST_S: f64 = 300.0;
/// Between two pictures.
const FRAME: Duration = Duration::from_millis(100);
/// Simulated seconds a second.
const SPEEDS: [f64; 5] = [1.0, 3.0, 10.0, 30.0, 100.0];
/// Faults by key.
const FAULTS: [(char, Fault, &str); 8] = [
    ('p', Fault::Pinhole, "pinhole"),
    ('b', Fault::Burst, "torn sleeve"),
    ('x', Fault::SensorSilent, "sensor silent"),
    ('z', Fault::SensorStuck, "sensor stuck"),
    ('k', Fault::TubeBlocked, "tube blocked"),
    ('m', Fault::MotionLost, "motion lost"),
    ('e', Fault::CellsEmpty, "cells empty"),
    ('h', Fault::Altitude, "altitude"),
];

/// What is shown and what the hands have done.
struct Live<'a> {
    rig: Rig,
    wire: Option<&'a mut Wire>,
    seen: Option<Seen>,
    /// Time, true vacuum, set point (kPa).
    past: VecDeque<(f64, f64, Option<f64>)>,
    speed: usize,
    paused: bool,
    switch: &'static str,
    news: VecDeque<String>,
}

/// Runs until `q`, Ctrl+C, or until the program is told to end. The terminal is as it was before in each case.
///
/// # Errors
/// A terminal that cannot be drawn on.
pub fn run(mut rig: Rig, wire: Option<&mut Wire>) -> io::Result<()> {
    if wire.is_some() {
        // As on a device: what it takes the person to do needs every reading.
        rig.attend();
    }
    let told = ToldToEnd::watch()?;
    // It also puts the terminal back before a panic is told.
    let mut terminal = ratatui::try_init()?;
    let result = Live {
        rig,
        wire,
        seen: None,
        past: VecDeque::new(),
        speed: 0,
        paused: false,
        switch: "automatic",
        news: VecDeque::new(),
    }
    .drive(&mut terminal, &told);
    let restored = ratatui::try_restore();
    told.end();
    result.and(restored)
}

impl Live<'_> {
    fn drive(&mut self, terminal: &mut DefaultTerminal, told: &ToldToEnd) -> io::Result<()> {
        while !told.already() {
            let begun = Instant::now();
            self.carry(FRAME.as_secs_f64() * SPEEDS[self.speed]);
            terminal.draw(|frame| self.draw(frame))?;
            while event::poll(FRAME.saturating_sub(begun.elapsed()))? {
                if let Event::Key(key) = event::read()?
                    && key.kind == KeyEventKind::Press
                    && !self.key(key, told)
                {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn carry(&mut self, seconds: f64) {
        let until = self.rig.t_s() + if self.paused { 0.0 } else { seconds };
        while self.rig.t_s() < until {
            let seen = match &mut self.wire {
                Some(wire) => {
                    let seen = self.rig.step_sensed(&mut |now, inputs| wire.senses(now, inputs));
                    wire.decides(&seen);
                    seen
                }
                None => self.rig.step(),
            };
            let before = self.seen.and_then(|seen| seen.outputs.warning);
            if seen.outputs.warning.is_some_and(|warning| before != Some(warning)) {
                self.news.push_front(format!("{} warns: {}", clock(seen.t_s), row(&seen).warning.unwrap_or_default()));
            }
            let set = seen.trace.set_point.map(|set| set.pa() / 1e3);
            self.past.push_back((seen.t_s, seen.vacuum / 1e3, set));
            self.seen = Some(seen);
        }
        while self.past.front().is_some_and(|(t, ..)| *t < self.rig.t_s() - PAST_S) {
            self.past.pop_front();
        }
        self.news.truncate(6);
    }

    /// Does what a key says; false ends.
    fn key(&mut self, pressed: KeyEvent, told: &ToldToEnd) -> bool {
        let KeyCode::Char(key) = pressed.code else { return pressed.code != KeyCode::Esc };
        if pressed.modifiers.contains(KeyModifiers::CONTROL) {
            if key == 'c' {
                told.interrupt();
            }
            return key != 'c';
        }
        match key {
            'q' => return false,
            ' ' => self.paused = !self.paused,
            '+' | '=' => self.speed = (self.speed + 1).min(SPEEDS.len() - 1),
            '-' => self.speed = self.speed.saturating_sub(1),
            's' => self.rig.does(Doing::Sit),
            't' => self.rig.does(Doing::Stand),
            'w' => self.rig.does(Doing::Walk),
            'd' => self.rig.does(Doing::Doffed),
            '0' => self.turn("off", Touch::at(Touch::OFF)),
            '1' => self.turn("level 1", Touch::at(1)),
            '2' => self.turn("level 2", Touch::at(2)),
            '3' => self.turn("level 3", Touch::at(3)),
            '4' => self.turn("level 4", Touch::at(4)),
            'a' => self.turn("automatic", Touch::at(Touch::AUTOMATIC)),
            'r' => self.turn("reverse, held", Touch { reverse_held: true, ..Touch::at(Touch::REVERSE) }),
            _ => {
                if let Some((_, fault, _)) = FAULTS.iter().find(|(own, ..)| *own == key) {
                    let there = self.rig.has(*fault);
                    self.rig.fault(*fault, !there);
                }
            }
        }
        true
    }

    fn turn(&mut self, name: &'static str, touch: Touch) {
        self.switch = name;
        self.rig.touches(touch);
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let [top, middle, bottom] =
            Layout::vertical([Constraint::Length(7), Constraint::Min(8), Constraint::Length(6)]).areas(frame.area());
        let [left, right] = Layout::horizontal([Constraint::Percentage(60), Constraint::Percentage(40)]).areas(top);
        frame.render_widget(Paragraph::new(self.state()).block(Block::bordered().title(" Pump and person ")), left);
        let news: Vec<Line<'_>> = self.news.iter().map(|news| Line::from(news.as_str())).collect();
        frame.render_widget(Paragraph::new(news).block(Block::bordered().title(" What it said ")), right);
        self.picture(frame, middle);
        let faults: Vec<String> = FAULTS
            .iter()
            .map(|(key, fault, name)| format!("{key} {name}{}", if self.rig.has(*fault) { " [on]" } else { "" }))
            .collect();
        let keys = vec![
            Line::from(
                "switch: 0 off  1-4 level  a automatic  r reverse (held)     person: s sit  t stand  w walk  d doff",
            ),
            Line::from(format!("faults: {}", faults[..4].join("  "))),
            Line::from(format!("        {}", faults[4..].join("  "))),
            Line::from("time:   + faster  - slower  space pause     q quit"),
        ];
        frame.render_widget(Paragraph::new(keys).block(Block::bordered().title(" Keys ")), bottom);
    }

    fn state(&self) -> Vec<Line<'_>> {
        let Some(seen) = &self.seen else { return vec![] };
        let row = row(seen);
        let level =
            |kpa: Option<f64>| kpa.map_or("–".into(), |kpa| format!("{kpa:.1} kPa ({:.1} inHg)", kpa / 3.386_39));
        let pump = if row.pump_pct > 0 { format!("runs at {} %", row.pump_pct) } else { "rests".into() };
        let paused = if self.paused { ", paused" } else { "" };
        let warning = row.warning.map_or_else(
            || Line::from("no warning"),
            |warning| {
                Line::styled(format!("! {warning}"), Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED))
            },
        );
        vec![
            Line::from(format!(
                "{}  ×{:.0}{paused}   person {}   taken for {}",
                clock(seen.t_s),
                SPEEDS[self.speed],
                row.doing,
                row.activity
            )),
            Line::from(format!("switch {}   mode {}   pump {pump}", self.switch, row.mode)),
            Line::from(format!("vacuum {}   set point {}", level(Some(row.vacuum_kpa)), level(row.set_kpa))),
            Line::from(format!(
                "leak {}   charge {:.0} %",
                row.leak_ml_per_min.map_or("not known yet".into(), |leak| format!("{leak:.1} mL/min")),
                row.charge_pct
            )),
            warning,
        ]
    }

    fn picture(&self, frame: &mut Frame<'_>, area: ratatui::layout::Rect) {
        let now = self.rig.t_s();
        let vacuum: Vec<(f64, f64)> = self.past.iter().map(|(t, vacuum, _)| (t - now, *vacuum)).collect();
        let set: Vec<(f64, f64)> = self.past.iter().filter_map(|(t, _, set)| Some((t - now, (*set)?))).collect();
        let line =
            |name, data, marker| Dataset::default().name(name).marker(marker).graph_type(GraphType::Line).data(data);
        let sets = vec![line("set point", &set, Marker::Dot), line("vacuum", &vacuum, Marker::Braille)];
        let time = Axis::default().bounds([-PAST_S, 0.0]).labels(["5 min ago", "", "now"]);
        let kpa = Axis::default().title("kPa").bounds([0.0, 90.0]).labels(["0", "30", "60", "90"]);
        let chart = Chart::new(sets).block(Block::bordered().title(" Vacuum in the socket ")).x_axis(time).y_axis(kpa);
        frame.render_widget(chart, area);
    }
}
