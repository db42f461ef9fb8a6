//! `concord monitor`: what an electronic pump's unit says on its wire, on screen, on a page and in a log.

use texts::Texts;
use workup::log_file::written::Kept;
use workup::monitor::source::{Came, LARGEST_FRAMES, Source};
use workup::monitor::{Followed, News};
use workup::output;
use workup::problem::{Failure, Fault};

use super::monitor_live::{self, State};
use crate::signals::ToldToEnd;
use clap::value_parser;
use clinic::monitor::{self as page, Shared};
use domain::day::ClockTime;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use report::monitor_text;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long bytes are waited for before the screen is drawn again, and the end is looked for.
const TICK: Duration = Duration::from_millis(100);

/// Follow an electronic pump by its frames: vacuum, leak, charge, alarms with their history
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A unit's frames come from a serial line (8 data bits, no parity), a pseudo-terminal, or a file; `-` is standard \
                  input, `pty` a pseudo-terminal that is made for it and whose name is told first.\n\
                  A log is one that `concord calibrate` takes: a row a minute with steps and vacuum, alarms as remarks. A unit does \
                  not know the time of day: say at which its first frame comes. A log that is there already is not \
                  written over.\nBroken frames are counted. A line that is silent for 3 s is told. It ends when the line is \
                  closed, by `q` or by Ctrl+C. The units' numbers are ours; this is no medical device.\n\n\
                  Examples:\n  concord monitor /dev/ttyACM0\n  concord monitor /dev/ttyACM0 --log today.csv --begins 07:30\n  \
                  concord monitor pty --lines\n  \
                  concord drive cases/mechanic.toml --script cases/whole_day.txt --frames - | concord monitor -"
)]
pub struct Args {
    /// Serial line, pseudo-terminal or file of frames; `-` for standard input, `pty` for a pseudo-terminal of its own
    #[arg(value_name = "SOURCE")]
    source: PathBuf,
    /// Speed of a serial line, bits a second
    #[arg(long, default_value_t = 115_200, value_parser = value_parser!(u32).range(1_200..=4_000_000))]
    baud: u32,
    /// Keep a log that `concord calibrate` takes
    #[arg(long, value_name = "FILE", requires = "begins")]
    log: Option<PathBuf>,
    /// Time of day at the first frame, for the log
    #[arg(long, value_name = "HH:MM", value_parser = clock_time)]
    begins: Option<ClockTime>,
    /// Seconds between lines
    #[arg(long, default_value_t = 10, value_parser = value_parser!(u32).range(1..=3_600))]
    every: u32,
    /// Lines, in a terminal, too
    #[arg(long)]
    lines: bool,
    /// Show it on a page, too, that only this machine reaches

    #[arg(long)]
    page: bool,
    /// Port of the page; 0 takes a free one

    #[arg(long, default_value_t = 8471, requires = "page")]
    port: u16,
}

fn clock_time(text: &str) -> Result<ClockTime, String> {
    text.to_string().try_into()
}

/// Follows a unit until its line is closed, or until the program is told to end.
///
/// # Errors
/// A source that cannot be opened or read, or that never holds a frame; a log that cannot be written.
pub fn run(args: &Args, json: bool, texts: &'static Texts) -> Result<(), Failure> {
    let told = ToldToEnd::watch()
        .map_err(|error| Failure::other(Fault::of_file("signals", format!("cannot be caught: {error}"), "")))?;
    let source = Source::open(&args.source, args.baud)?;
    let log = args.log.as_deref().zip(args.begins).map(|(path, begins)| Kept::begin(path, begins)).transpose()?;
    let (stdin, stdout) = (io::stdin().is_terminal(), io::stdout().is_terminal());
    let drawn = source.live && !json && !args.lines && !with_page(args) && stdin && stdout;
    let mut session = Session {
        texts,
        shown: if json { Shown::Objects } else { Shown::Lines { every_s: f64::from(args.every), next_s: 0.0 } },
        followed: Followed::default(),
        log,

        page: None,
    };
    if !drawn {
        let reading = match json {
            true => serde_json::json!({ "event": "reading", "from": source.name }).to_string(),
            false => format!("reads {}", source.name),
        };
        output::print(&(reading + "\n"))?;
    }

    if args.page {
        session.page = Some(open_page(&source, args.port, json)?);
    }
    if drawn {
        let terminal = ratatui::try_init().map_err(|error| cannot_draw(&error))?;
        session.shown = Shown::Screen(terminal);
    }
    let followed = session.follow(&source, &told);
    let on_screen = matches!(session.shown, Shown::Screen(_));
    let restored = if on_screen { ratatui::try_restore().map_err(|error| cannot_draw(&error)) } else { Ok(()) };
    let kept = session.log.take().map_or(Ok(()), Kept::finish);
    let summed = if json || followed.is_err() && !on_screen {
        Ok(())
    } else {
        output::print(&monitor_text::summary(texts, &session.followed))
    };
    let outcome = followed.and(restored).and(kept).and(summed);
    if let (true, Err(failure)) = (told.already(), &outcome) {
        // The signal ends the program before anybody else could say it.
        failure.show(json);
    }
    told.end();
    outcome
}

const fn with_page(args: &Args) -> bool {
    args.page
}

fn open_page(source: &Source, port: u16, json: bool) -> Result<Shared, Failure> {
    let shared = Shared::new(source.name.clone());
    let bound = page::begin(shared.clone(), port)?;
    let address = format!("http://{bound}/");
    let told = match json {
        true => serde_json::json!({ "event": "page", "page": address }).to_string(),
        false => format!("its page is {address}"),
    };
    output::print(&(told + "\n"))?;
    Ok(shared)
}

fn cannot_draw(error: &io::Error) -> Failure {
    Failure::other(Fault::of_file("the terminal", error.to_string(), "give --lines, which needs none"))
}

/// How it is shown.
enum Shown {
    /// Lines for people, a frame in so many seconds.
    Lines { every_s: f64, next_s: f64 },
    /// One object a line.
    Objects,
    /// Drawn.
    Screen(DefaultTerminal),
}

struct Session {
    texts: &'static Texts,
    shown: Shown,
    followed: Followed,
    log: Option<Kept>,

    page: Option<Shared>,
}

impl Session {
    fn follow(&mut self, source: &Source, told: &ToldToEnd) -> Result<(), Failure> {
        let begun = Instant::now();
        self.draw(source, State::Open)?;
        let mut drawn = begun;
        while !told.already() {
            let came = source.wait(TICK);
            // What is read at once has no time but its own.
            let now_s = if source.live { begun.elapsed().as_secs_f64() } else { 0.0 };
            match came {
                Came::Bytes(bytes) => {
                    for news in self.followed.take(&bytes, now_s) {
                        self.tell(&news)?;
                    }
                }
                Came::Nothing => {
                    if let Some(news) = source.live.then(|| self.followed.waited(now_s)).flatten() {
                        self.tell(&news)?;
                    }
                }
                Came::Closed => {
                    if let Some(news) = self.followed.close() {
                        self.tell(&news)?;
                    }
                    return self.closed(source, told);
                }
                Came::Broken(why) => {
                    return Err(Failure::other(Fault::of_file(&source.name, why, "check the line")));
                }
            }
            if drawn.elapsed() >= TICK {
                drawn = Instant::now();
                self.draw(source, State::Open)?;
                if self.is_left(told)? {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The line is closed: a page stays until somebody ends it, and so does the screen.
    fn closed(&mut self, source: &Source, told: &ToldToEnd) -> Result<(), Failure> {
        self.share(State::Closed);
        let counts = self.followed.counts();
        if counts.frames == 0 {
            let what = match self.followed.unknown_version() {
                Some(version) => monitor_text::unknown_version(Texts::english(), version),
                None => format!("no frame of a unit in {} bytes", counts.bytes),
            };
            let expected = format!(
                "give a line on which a unit speaks, at its speed, or a file of its frames (at most {} MiB)",
                LARGEST_FRAMES >> 20
            );
            return Err(Failure::input(Fault::of_file(&source.name, what, expected)));
        }
        while (self.has_page() || matches!(self.shown, Shown::Screen(_))) && !told.already() {
            self.draw(source, State::Closed)?;
            if self.is_left(told)? {
                break;
            }
            std::thread::sleep(TICK);
        }
        Ok(())
    }

    fn tell(&mut self, news: &News) -> Result<(), Failure> {
        if let Some(log) = &mut self.log {
            log.take(news)?;
        }
        match &mut self.shown {
            Shown::Screen(_) => Ok(()),
            Shown::Objects => output::print_data(&format!("{}\n", monitor_text::object(news))),
            Shown::Lines { every_s, next_s } => match news {
                News::Heard(t_s, telemetry) if t_s >= next_s => {
                    *next_s = t_s + *every_s;
                    output::print(&monitor_text::frame(self.texts, &workup::monitor::reading(*t_s, telemetry)))
                }
                other => monitor_text::news(self.texts, other).map_or(Ok(()), |line| output::print(&line)),
            },
        }
    }

    fn draw(&mut self, source: &Source, state: State) -> Result<(), Failure> {
        self.share(state);
        let followed = &self.followed;
        if let Shown::Screen(terminal) = &mut self.shown {
            let drawn = terminal.draw(|frame| monitor_live::draw(frame, &source.name, followed, state));
            drawn.map_err(|error| cannot_draw(&error))?;
        }
        Ok(())
    }

    const fn has_page(&self) -> bool {
        self.page.is_some()
    }

    fn share(&self, state: State) {
        if let Some(page) = &self.page {
            page.put(&self.followed, state == State::Closed);
        }
    }

    /// Whether somebody at the keyboard leaves.
    fn is_left(&self, told: &ToldToEnd) -> Result<bool, Failure> {
        if !matches!(self.shown, Shown::Screen(_)) {
            return Ok(false);
        }
        let cannot = |error: io::Error| cannot_draw(&error);
        while event::poll(Duration::ZERO).map_err(cannot)? {
            let Event::Key(key) = event::read().map_err(cannot)? else { continue };
            if key.kind != KeyEventKind::Press {
                continue;
            }
            match key.code {
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    told.interrupt();
                    return Ok(true);
                }
                KeyCode::Char('q') | KeyCode::Esc => return Ok(true),
                _ => {}
            }
        }
        Ok(false)
    }
}
