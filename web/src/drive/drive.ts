/**
 * The electronic pump in one's hands: turn its switch, sit and walk, punch a hole. The server runs the controller;
 * it gets the whole script each time, so nothing here can differ from what the controller does.
 */
import { controlValues } from "../controls";
import { button, el, freshId, json, language } from "../dom";
import { postForJson } from "../http";
import type { Mount } from "../islands";
import { latest } from "../pure/coalesce";
import { elapsed, fill, number } from "../pure/format";
import { type Words, withOwn } from "../words";
import { Dial, type Position } from "./dial";
import { type Past, PastStrip } from "./strip";

interface Act {
  act: string;
  label: string;
  /** `switch` is a place of the dial, `fault` can be undone; else what the person does. */
  group?: "switch" | "person" | "fault";
  /** What ends a fault. */
  undo?: string;
  short?: string;
}

interface Answer extends Past {
  mode: string;
  doing: string;
  light: string;
  sound: string;
  warning: string | null;
  battery_pct: number;
  words?: Record<string, string>;
}

const SPEEDS = [1, 10, 60];
const LONGEST_S = 4 * 3600;
const EVERY_MS = 1000;

function positions(acts: Act[], words: Words): Position[] {
  const given = acts.filter(({ group }) => group === "switch");
  if (given.length > 0) return given.map(({ act, label, short }) => ({ act, label, short: short ?? label }));
  const levels = [1, 2, 3, 4].map((n) => ({ act: `level${n}`, label: fill(words.level, { n }), short: String(n) }));
  return [
    { act: "off", label: words.off, short: "0" },
    { act: "auto", label: words.auto, short: "A" },
    ...levels,
    { act: "reverse", label: words.reverse, short: "R" },
  ];
}

class Drive {
  private words: Words;
  private script: { at_s: number; act: string }[] = [];
  /** Simulated time when the clock was last set, and when that was. */
  private from = { s: 0, at: 0 };
  private speed = 1;
  private running = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly strip: PastStrip;
  private readonly dial: Dial;
  private readonly places: Position[];
  private readonly lamps = new Map<string, HTMLElement>();
  private readonly warning = el("p", { class: "drive-warning", role: "status" });
  private readonly person: HTMLButtonElement[] = [];
  private readonly faults: HTMLButtonElement[] = [];
  private readonly start: HTMLButtonElement;
  private readonly question = latest<number>((to, signal) => this.ask(to, signal));

  constructor(
    private readonly root: HTMLElement,
    words: Words,
  ) {
    this.words = words;
    const acts = json<Act[]>(root, "acts", []);
    this.places = positions(acts, words);
    this.dial = new Dial(words.switch, this.places, (act) => this.act(act));
    this.strip = new PastStrip(words);
    this.start = button(words.begin, () => this.toggle(), "primary");
    const again = button(words.again, () => this.again());
    for (const act of acts) if (act.group !== "switch") this.choice(act);
    const id = freshId("speed");
    const speed = el("select", { id }, ...SPEEDS.map((n) => el("option", { value: n }, `${n}×`)));
    speed.addEventListener("change", () => {
      this.set(this.now());
      this.speed = Number(speed.value);
    });
    const group = (title: string, buttons: HTMLElement[]): HTMLElement | false =>
      buttons.length > 0 && el("fieldset", { class: "choices" }, el("legend", {}, title), el("div", { class: "actions" }, ...buttons));
    root.classList.add("drive");
    root.replaceChildren(
      el(
        "div",
        { class: "drive-hands" },
        el("div", { class: "actions" }, this.start, again, el("span", { class: "speed" }, el("label", { for: id }, words.speed), speed)),
        this.dial.element,
        group(words.person, this.person),
        group(words.faults, this.faults),
      ),
      el("div", { class: "drive-seen" }, this.warning, this.lamp(), this.strip.element),
    );
    this.dial.show(this.places[0].act);
    this.again();
  }

  private lamp(): HTMLElement {
    const { words } = this;
    const rows: [string, string][] = [
      ["clock", words.clock], ["mode", words.mode], ["doing", words.doing], ["vacuum", words.vacuum], ["target", words.target],
      ["pump", words.pump], ["light", words.light], ["sound", words.sound], ["battery", words.battery],
    ];
    const parts = rows.map(([name, label]) => {
      const value = el("dd", {}, "–");
      this.lamps.set(name, value);
      return el("div", { class: `lamp ${name}` }, el("dt", {}, label), value);
    });
    return el("dl", { class: "lamps" }, ...parts);
  }

  private choice(act: Act): void {
    const isFault = act.group === "fault";
    const made = button(act.label, () => {
      const pressed = made.getAttribute("aria-pressed") === "true";
      if (isFault && act.undo) {
        made.setAttribute("aria-pressed", String(!pressed));
        this.act(pressed ? act.undo : act.act);
        return;
      }
      if (!isFault) this.person.forEach((other) => other.setAttribute("aria-pressed", String(other === made)));
      this.act(act.act);
    });
    if (!isFault || act.undo) made.setAttribute("aria-pressed", "false");
    made.dataset.act = act.act;
    (isFault ? this.faults : this.person).push(made);
  }

  private now(): number {
    if (!this.running) return this.from.s;
    return Math.min(LONGEST_S, this.from.s + ((performance.now() - this.from.at) / 1000) * this.speed);
  }

  private set(s: number): void {
    this.from = { s, at: performance.now() };
  }

  private act(act: string): void {
    // What is done with the hands begins the clock.
    if (!this.running) this.toggle();
    this.script.push({ at_s: Math.round(this.now() * 10) / 10, act });
    this.question.push(this.now());
  }

  private toggle(): void {
    this.set(this.now());
    this.running = !this.running && this.from.s < LONGEST_S;
    this.start.textContent = this.running ? this.words.pause : this.words.begin;
    clearInterval(this.timer);
    if (!this.running) return;
    this.question.push(this.now());
    this.timer = setInterval(() => this.tick(), EVERY_MS);
  }

  private tick(): void {
    const now = this.now();
    this.question.push(now);
    if (now < LONGEST_S) return;
    this.toggle();
    this.start.disabled = true;
    this.warning.textContent = this.words.ended;
  }

  private again(): void {
    if (this.running) this.toggle();
    this.script = [];
    this.set(0);
    this.start.disabled = false;
    this.dial.show(this.places[0].act);
    for (const made of [...this.person, ...this.faults]) if (made.hasAttribute("aria-pressed")) made.setAttribute("aria-pressed", "false");
    this.question.push(0);
  }

  private async ask(to: number, signal: AbortSignal): Promise<void> {
    const rounded = Math.round(to * 10) / 10;
    const asked = { ...controlValues(this.root.dataset.controls), script: this.script, to_s: rounded };
    let answer: Answer | undefined;
    try {
      answer = await postForJson<Answer>(this.root.dataset.source ?? "", asked, signal);
    } catch {
      // Said by then; the clock waits, or it would ask again every second.
      if (this.running) this.toggle();
      return;
    }
    if (answer) this.show(answer, rounded);
  }

  private show(answer: Answer, at: number): void {
    this.words = withOwn(this.words, answer.words);
    const { words } = this;
    this.strip.show(answer);
    const last = (values: (number | null)[]): string => {
      const value = values.at(-1);
      return value == null ? "–" : `${number(value, 1, language())} kPa`;
    };
    const texts: Record<string, string> = {
      clock: elapsed(at),
      mode: answer.mode,
      doing: answer.doing,
      vacuum: last(answer.vacuum_kpa),
      target: last(answer.target_kpa),
      pump: answer.pump.at(-1) ? words.runs : words.rests,
      light: answer.light,
      sound: answer.sound,
      battery: `${number(answer.battery_pct, 0, language())} %`,
    };
    for (const [name, text] of Object.entries(texts)) this.lamps.get(name)!.textContent = text;
    this.lamps.get("pump")!.classList.toggle("on", answer.pump.at(-1) === 1);
    const warning = `${words.warning}: ${answer.warning ?? words.no_warning}`;
    // Set only when it changes: it is read aloud.
    if (this.warning.textContent !== warning) this.warning.textContent = warning;
    this.warning.classList.toggle("on", answer.warning !== null);
    this.root.dataset.toS = String(at);
  }

  end(): void {
    clearInterval(this.timer);
    this.question.stop();
    this.strip.end();
  }
}

export const mount: Mount = (element, words) => {
  const drive = new Drive(element, words);
  return () => drive.end();
};
