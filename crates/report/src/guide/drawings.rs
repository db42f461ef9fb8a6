//! The guides' drawings, by hand: a transtibial limb from the side, its front on the left, proximal up.

use super::Guide;
use maud::{Markup, html};
use texts::Texts;

const SKIN: &str = "#f1ece6";
const LINE: &str = "#1b1b1b";
const BLUE: &str = "#0060a8";
const RED: &str = "#b04a00";

/// The limb's outline, its end at (x, y) + (60, 250), 120 wide.
const LIMB: &str = "M8 0C0 30 4 48 -2 66C4 84 2 100 6 120C10 170 14 206 24 226C36 250 78 252 92 230C108 206 118 150 124 110C128 76 120 40 116 0";

/// The drawing of a guide.
pub(super) fn drawing(texts: &Texts, guide: Guide) -> Markup {
    match guide {
        Guide::Measuring => measuring(texts),
        Guide::Casting => casting(texts),
        Guide::CheckSocket => check_socket(texts),
        Guide::LeakTest => leak_test(texts),
    }
}

fn frame(texts: &Texts, size: [u32; 2], drawn: &Markup) -> Markup {
    html! {
        svg.plot viewBox=(format!("0 0 {} {}", size[0], size[1])) role="img" aria-labelledby="drawing-title" font-family="sans-serif" style="max-width:46rem" {
            title #drawing-title { (texts.say("guide.drawing")) }
            rect width="100%" height="100%" fill="#ffffff" {}
            (drawn)
        }
    }
}

fn limb(x: f64, y: f64, fill: &str) -> Markup {
    html! { path d=(LIMB) transform=(format!("translate({x} {y})")) fill=(fill) stroke=(LINE) stroke-width="1.6" {} }
}

fn word(x: f64, y: f64, anchor: &str, colour: &str, text: &str) -> Markup {
    html! { text x=(x) y=(y) font-size="13" text-anchor=(anchor) fill=(colour) { (text) } }
}

fn arrow(from: [f64; 2], to: [f64; 2], colour: &str) -> Markup {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let long = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / long * 8.0, dy / long * 8.0);
    let head = format!(
        "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}",
        to[0] - ux - uy * 0.5,
        to[1] - uy + ux * 0.5,
        to[0],
        to[1],
        to[0] - ux + uy * 0.5,
        to[1] - uy - ux * 0.5
    );
    html! {
        path d=(format!("M{} {}L{} {}", from[0], from[1], to[0], to[1])) stroke=(colour) stroke-width="1.6" fill="none" {}
        path d=(head) stroke=(colour) stroke-width="1.6" fill="none" {}
    }
}

fn measuring(texts: &Texts) -> Markup {
    let say = |key: &str| texts.say(key).to_string();
    let drawn = html! {
        (limb(200.0, 30.0, SKIN))
        // Levels: MPT, then every 40 mm at 1 unit a millimetre; the liner's height above the end.
        @for (index, y) in [96.0, 136.0, 176.0, 216.0].into_iter().enumerate() {
            line x1="185" x2="338" y1=(y) y2=(y) stroke=(if index == 0 { BLUE } else { "#666" }) stroke-width=(if index == 0 { 2.0 } else { 1.2 }) {}
        }
        line x1="185" x2="338" y1="237" y2="237" stroke=(RED) stroke-width="2" stroke-dasharray="6 3" {}
        (word(178.0, 100.0, "end", BLUE, &say("guide.draw.mpt")))
        (word(178.0, 160.0, "end", "#444", &say("guide.draw.every")))
        (word(178.0, 241.0, "end", RED, &say("guide.draw.liner")))
        (word(178.0, 284.0, "end", LINE, &say("guide.draw.end")))
        line x1="182" x2="262" y1="278" y2="278" stroke=(LINE) stroke-width="1" stroke-dasharray="2 3" {}
        circle cx="292" cy="118" r="8" fill="none" stroke=(RED) stroke-width="1.6" {}
        (word(356.0, 122.0, "start", RED, &say("guide.draw.fibula")))
        line x1="300" x2="353" y1="118" y2="118" stroke=(RED) stroke-width="1" {}
        // The tape: an ellipse around, level.
        ellipse cx="263" cy="176" rx="62" ry="9" fill="none" stroke="#c8a000" stroke-width="4" {}
        (word(356.0, 180.0, "start", "#7a6200", &say("guide.draw.tape")))
        (arrow([420.0, 260.0], [420.0, 278.0], BLUE)) (arrow([420.0, 236.0], [420.0, 204.0], BLUE))
        line x1="340" x2="430" y1="278" y2="278" stroke=(BLUE) stroke-width="0.8" {}
        line x1="410" x2="430" y1="204" y2="204" stroke=(BLUE) stroke-width="0.8" {}
        (word(430.0, 252.0, "start", BLUE, &say("guide.draw.length")))
    };
    frame(texts, [620, 310], &drawn)
}

fn casting(texts: &Texts) -> Markup {
    let say = |key: &str| texts.say(key).to_string();
    let of = |x: f64, what: &str, after: &str, colour: &str, around: Markup| {
        html! {
            (limb(x, 60.0, SKIN))
            (around)
            (word(x + 60.0, 356.0, "middle", LINE, &say(what)))
            (word(x + 60.0, 376.0, "middle", colour, &say(after)))
        }
    };
    let pushes = |x: f64| {
        html! {
            @for y in [130.0, 175.0, 220.0, 265.0] {
                (arrow([x - 34.0, y], [x - 6.0 + (y - 130.0) * 0.12, y], BLUE)) (arrow([x + 158.0, y], [x + 130.0 - (y - 130.0) * 0.16, y], BLUE))
            }
            (arrow([x + 60.0, 338.0], [x + 60.0, 314.0], BLUE))
        }
    };
    let drawn = html! {
        // The knee's angle: thigh level, limb slightly bent.
        (word(24.0, 26.0, "start", LINE, &say("guide.draw.knee")))
        path d="M24 40L80 40L132 52" stroke=(LINE) stroke-width="2" fill="none" {}
        path d="M80 40L136 40" stroke="#888" stroke-dasharray="3 3" fill="none" {}
        (of(90.0, "guide.draw.wrap", "guide.draw.reduce", "#2e6b2e", html! {
            @for y in [110.0, 150.0, 190.0, 230.0, 270.0] { path d=(format!("M{} {}q60 26 {} -14", 92.0 + (y - 110.0) * 0.08, y, 122.0 - (y - 110.0) * 0.16)) stroke="#999" stroke-width="3" fill="none" {} }
        }))
        (of(320.0, "guide.draw.pressure", "guide.draw.no_reduce", RED, html! {
            rect x="276" y="96" width="212" height="240" rx="24" fill="none" stroke=(BLUE) stroke-width="2.4" {}
            (pushes(320.0))
        }))
        (of(560.0, "guide.draw.vacuum", "guide.draw.no_reduce", RED, html! {
            path d=(LIMB) transform="translate(552 56) scale(1.12 1.02)" fill="none" stroke=(BLUE) stroke-width="2.4" stroke-dasharray="7 3" {}
            path d="M624 318L624 336L700 336" stroke=(BLUE) stroke-width="3" fill="none" {}
            (arrow([700.0, 336.0], [722.0, 336.0], BLUE))
        }))
    };
    frame(texts, [750, 390], &drawn)
}

fn check_socket(texts: &Texts) -> Markup {
    let say = |key: &str| texts.say(key).to_string();
    let drawn = html! {
        (limb(200.0, 20.0, SKIN))
        path d=(LIMB) transform="translate(192 48) scale(1.12 0.94)" fill="none" stroke=(BLUE) stroke-width="5" stroke-opacity="0.55" {}
        circle cx="216" cy="128" r="9" fill="#ffffff" stroke=(RED) stroke-width="2" {}
        circle cx="222" cy="240" r="9" fill="#ffffff" stroke=(RED) stroke-width="2" {}
        (word(170.0, 132.0, "end", RED, &say("guide.draw.white")))
        line x1="174" x2="206" y1="128" y2="128" stroke=(RED) {}
        line x1="174" x2="212" y1="240" y2="240" stroke=(RED) {}
        (word(170.0, 244.0, "end", RED, &say("guide.draw.white")))
        ellipse cx="260" cy="272" rx="16" ry="7" fill="#c8a000" stroke=(LINE) {}
        (word(356.0, 292.0, "start", "#7a6200", &say("guide.draw.putty")))
        line x1="276" x2="352" y1="273" y2="288" stroke="#7a6200" {}
        (word(356.0, 206.0, "start", RED, &say("guide.draw.gap")))
        line x1="318" x2="352" y1="202" y2="202" stroke=(RED) {}
        (word(356.0, 112.0, "start", BLUE, &say("guide.draw.clear")))
        line x1="332" x2="352" y1="108" y2="108" stroke=(BLUE) {}
    };
    frame(texts, [560, 310], &drawn)
}

fn leak_test(texts: &Texts) -> Markup {
    let say = |key: &str| texts.say(key).to_string();
    let drawn = html! {
        path d=(LIMB) transform="translate(160 50)" fill="#e8edf3" stroke=(LINE) stroke-width="5" {}
        rect x="146" y="36" width="150" height="12" fill="#999" stroke=(LINE) {}
        (word(300.0, 46.0, "start", LINE, &say("guide.draw.plate")))
        path d="M222 302L222 326L420 326" stroke=(LINE) stroke-width="4" fill="none" {}
        circle cx="450" cy="326" r="28" fill="#ffffff" stroke=(LINE) stroke-width="2.4" {}
        path d="M450 326L466 310" stroke=(RED) stroke-width="2.4" {}
        (word(450.0, 376.0, "middle", LINE, &say("guide.draw.gauge")))
        path d="M330 312v28M340 312v28" stroke=(BLUE) stroke-width="3" {}
        (word(335.0, 306.0, "middle", BLUE, &say("guide.draw.clamp")))
        @for (x, y) in [(162.0, 84.0), (222.0, 300.0), (282.0, 196.0), (168.0, 180.0)] {
            circle cx=(x) cy=(y) r="11" fill="none" stroke=(RED) stroke-width="2.2" stroke-dasharray="4 2" {}
        }
        (word(20.0, 130.0, "start", RED, &say("guide.draw.look")))
        (arrow([96.0, 122.0], [150.0, 92.0], RED))
        (arrow([96.0, 136.0], [156.0, 172.0], RED))
    };
    frame(texts, [560, 390], &drawn)
}
