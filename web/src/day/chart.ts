/**
 * The day: what the person does, and a plot for each quantity beneath, on one axis of time. Sliders elsewhere on the
 * page ask for another day; the plots stay and take its numbers.
 */
import type uPlot from "uplot";
import { controlValues, onControls, type Values } from "../controls";
import { button, el, freshId, onTheme, svg } from "../dom";
import { restoreFocus } from "../focus";
import { dear, post } from "../http";
import type { Mount } from "../islands";
import { latest } from "../pure/coalesce";
import { DASHES } from "../pure/ramp";
import { clock } from "../pure/format";
import { clamp } from "../pure/scale";
import { type Words, withOwn } from "../words";
import { lineColour, makePlot, type Margins, margins, type Plot, plotData } from "./plots";
import { Player } from "./play";
import { Readout, sentence, WholeTable } from "./readout";
import { Strip } from "./strip";
import { type DayPreview, type Hidden, sameShape } from "./types";

/** How long a slider rests before the spread is asked for, which takes longer. */
const REST_MS = 400;
const MINUTE = 60;

type Question = Values & { bands?: boolean };

class DayChart {
  private day: DayPreview | undefined;
  private readonly hidden: Hidden = { systems: new Set(), quantities: new Set() };
  private plots: Plot[] = [];
  private t = 0;
  private view: [number, number] = [0, 1];
  private margins: Margins = { left: 0, right: 0 };
  private moving = 0;
  private told = 0;
  /** The time that the page was told last. */
  private toldTime = Number.NaN;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private words: Words;

  private readonly strip = new Strip();
  private readonly readout: Readout;
  private readonly table: WholeTable;
  private readonly help: HTMLElement;
  private readonly waits: HTMLElement;
  private readonly cursor: HTMLElement;
  private readonly stack = el("div", { class: "chart-stack" });
  private readonly bar = el("div", { class: "chart-bar" });
  private readonly events = el("div", { class: "chart-events" });
  private readonly play: HTMLButtonElement;
  private readonly whole: HTMLButtonElement;
  private readonly player: Player;
  private readonly question;
  private readonly ends: (() => void)[] = [];

  constructor(
    private readonly root: HTMLElement,
    words: Words,
  ) {
    this.words = words;
    this.readout = new Readout(words);
    this.table = new WholeTable(words, () => this.day && { day: this.day, hidden: this.hidden });
    this.help = el("p", { class: "hint", id: freshId("day-help") }, words.day_help);
    this.waits = el("p", { class: "empty", role: "status" }, words.day_waits);
    this.cursor = el(
      "div",
      { class: "chart-cursor", role: "slider", tabindex: 0, "aria-label": words.day_cursor, "aria-describedby": this.help.id },
      this.strip.element,
      this.stack,
    );
    this.player = new Player(() => this.view, () => this.t, (t) => this.move(t), () => (this.play.textContent = this.words.play));
    this.play = button(words.play, () => this.toggle(), "primary");
    this.whole = button(words.zoom_out, () => this.zoomOut());
    this.whole.disabled = true;
    this.question = latest<Question>((asked, signal) => this.ask(asked, signal), (running) => running.bands === true);

    root.replaceChildren(this.waits);
    root.classList.add("chart");
    this.cursor.addEventListener("keydown", (event) => this.key(event));
    this.cursor.addEventListener("dblclick", () => this.zoomOut());
    this.cursor.addEventListener("pointermove", (event) => event.pointerType === "touch" && this.touch(event));
    const resize = new ResizeObserver(() => this.fit());
    resize.observe(this.stack);
    this.ends.push(
      () => resize.disconnect(),
      onTheme(() => this.repaint()),
      onControls(root.dataset.controls, () => this.moved()),
      () => this.question.stop(),
      () => this.player.stop(),
      () => clearTimeout(this.rest),
      () => this.plots.forEach(({ plot }) => plot.destroy()),
    );
    this.moved();
  }

  /** A slider has moved: the quick answer now, the spread after a rest. */
  private moved(): void {
    clearTimeout(this.rest);
    this.question.push(this.values());
    this.rest = setTimeout(() => this.question.push({ ...this.values(), bands: true } as Question), REST_MS);
  }

  private values(): Question {
    return controlValues(this.root.dataset.controls) as Question;
  }

  private async ask(asked: Question, signal: AbortSignal): Promise<void> {
    const read = async (): Promise<string> => (await post(this.root.dataset.source ?? "", asked, signal)).text();
    const text = await (asked.bands === true ? dear(read, signal) : read());
    const began = performance.now();
    this.take(JSON.parse(text) as DayPreview);
    // After the next frame has been handed over.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        this.root.dataset.redrawMs = (performance.now() - began).toFixed(1);
        this.root.dataset.bands = String(asked.bands === true);
      };
      channel.port2.postMessage(0);
    });
  }

  private take(day: DayPreview): void {
    const before = this.day;
    this.day = day;
    if (before && sameShape(before, day)) {
      const zoomed = this.zoomed(before);
      if (!zoomed) this.view = [day.begin_s, day.end_s];
      for (const { quantity, plot } of this.plots) {
        const found = day.quantities.find((q) => q.id === quantity)!;
        plot.batch(() => {
          plot.setData(plotData(day, found), false);
          this.guarded(() => plot.setScale("x", { min: this.view[0], max: this.view[1] }));
        });
      }
      this.redrawStrip();
      this.move(clamp(this.t, day.begin_s, day.end_s));
    } else this.build(day);
    this.listEvents(day);
    this.table.outdate();
  }

  private build(day: DayPreview): void {
    this.words = withOwn(this.words, day.words);
    this.play.textContent = this.words.play;
    this.whole.textContent = this.words.zoom_out;
    this.view = [day.begin_s, day.end_s];
    this.t = this.t || day.begin_s;
    this.choices(day);
    const body = el("div", { class: "chart-body" }, el("div", { class: "chart-main" }, this.cursor), this.readout.element);
    this.root.replaceChildren(this.bar, body, this.help, this.events, this.table.element);
    this.plot();
    restoreFocus(this.root);
  }

  /** Makes the plots of what is shown. */
  private plot(): void {
    const day = this.day!;
    this.plots.forEach(({ plot }) => plot.destroy());
    this.stack.replaceChildren();
    const heard = { cursor: (t: number, from: uPlot) => this.hover(t, from), zoom: (from: number, to: number) => this.moving === 0 && this.zoom(from, to) };
    const shown = day.quantities.filter((quantity) => !this.hidden.quantities.has(quantity.id));
    const width = Math.max(240, this.stack.clientWidth);
    this.margins = margins(day, width);
    this.stack.style.setProperty("--plot-left", `${this.margins.left}px`);
    this.guarded(() => {
      this.plots = shown.map((quantity) => makePlot(day, quantity, this.hidden, width, this.margins, heard));
      this.stack.append(...this.plots.map(({ box }) => box));
    });
    this.readout.build(day, this.hidden);
    this.table.outdate();
    this.zoom(...this.view);
  }

  private choices(day: DayPreview): void {
    const choice = (label: Node | string, on: boolean, set: (on: boolean) => void): HTMLElement => {
      const box = el("input", { type: "checkbox", checked: on });
      box.addEventListener("change", () => {
        set(box.checked);
        this.plot();
      });
      return el("label", { class: "choice" }, box, label);
    };
    const toggle = <T>(set: Set<T>, value: T) => (on: boolean) => void (on ? set.delete(value) : set.add(value));
    const systems = day.systems.map((system, index) => {
      const label = el("span", {}, key(index), ` ${system.id}`, system.name === system.id ? "" : el("span", { class: "soft" }, ` ${system.name}`));
      return choice(label, !this.hidden.systems.has(index), toggle(this.hidden.systems, index));
    });
    const quantities = day.quantities.map((q) => choice(q.title, !this.hidden.quantities.has(q.id), toggle(this.hidden.quantities, q.id)));
    const group = (title: string, parts: HTMLElement[]): HTMLElement =>
      el("fieldset", { class: "choices" }, el("legend", {}, title), ...parts);
    this.bar.replaceChildren(
      el("div", { class: "actions" }, this.play, this.whole),
      group(this.words.systems, systems),
      group(this.words.quantities, quantities),
    );
  }

  private listEvents(day: DayPreview): void {
    const events = day.events ?? [];
    if (events.length === 0) {
      this.events.replaceChildren();
      return;
    }
    const items = events.map((event) => {
      const time = button(clock(event.t_s), () => this.move(event.t_s), "quiet time");
      const system = day.systems[event.system]?.id ?? "";
      return el("li", {}, time, el("span", {}, key(event.system), ` ${system}: ${event.text}`));
    });
    this.events.replaceChildren(el("p", { class: "heading" }, this.words.events), el("ul", { class: "plain" }, ...items));
  }

  /** What plots tell while the chart itself moves them is not heard. */
  private guarded(act: () => void): void {
    this.moving += 1;
    act();
    // Plots tell at the end of this turn.
    queueMicrotask(() => queueMicrotask(() => (this.moving -= 1)));
  }

  private hover(t: number, from: uPlot): void {
    if (this.moving > 0) return;
    this.player.stop();
    this.move(t, from);
  }

  private touch(event: PointerEvent): void {
    const box = this.stack.getBoundingClientRect();
    const share = (event.clientX - box.left - this.margins.left) / this.inner(box.width);
    this.move(this.view[0] + clamp(share, 0, 1) * (this.view[1] - this.view[0]));
  }

  /** Moves the time; `from` shows it already. */
  private move(t: number, from?: uPlot): void {
    if (!this.day) return;
    const news = t !== this.toldTime;
    this.t = t;
    this.guarded(() => {
      for (const { plot } of this.plots) {
        if (plot === from) continue;
        const left = plot.valToPos(t, "x");
        const seen = t >= this.view[0] && t <= this.view[1];
        plot.setCursor({ left: seen ? left : -10, top: seen ? 1 : -10 }, false);
      }
    });
    const [begin, end] = this.view;
    const width = this.inner(this.stack.clientWidth);
    const inside = t >= begin && t <= end;
    this.strip.hands(inside ? this.margins.left + ((t - begin) / (end - begin)) * width : undefined);
    this.readout.show(this.day, t);
    this.cursor.setAttribute("aria-valuemin", String(Math.round(this.day.begin_s)));
    this.cursor.setAttribute("aria-valuemax", String(Math.round(this.day.end_s)));
    this.cursor.setAttribute("aria-valuenow", String(Math.round(t)));
    this.cursor.setAttribute("aria-valuetext", sentence(this.day, this.hidden, t, this.words));
    if (!news) return;
    this.toldTime = t;
    cancelAnimationFrame(this.told);
    this.told = requestAnimationFrame(() => {
      this.root.dispatchEvent(new CustomEvent("concord:time", { bubbles: true, detail: { t_s: this.t } }));
    });
  }

  private zoomed(day: DayPreview): boolean {
    return this.view[0] > day.begin_s + 1 || this.view[1] < day.end_s - 1;
  }

  private zoomOut(): void {
    if (this.day) this.zoom(this.day.begin_s, this.day.end_s);
  }

  private zoom(from: number, to: number): void {
    if (!this.day) return;
    // Less than two minutes show nothing, and come from a hand that shook.
    if (to - from < 2 * MINUTE) [from, to] = this.view;
    this.view = [clamp(from, this.day.begin_s, this.day.end_s), clamp(to, this.day.begin_s, this.day.end_s)];
    this.whole.disabled = !this.zoomed(this.day);
    this.guarded(() => this.plots.forEach(({ plot }) => plot.setScale("x", { min: this.view[0], max: this.view[1] })));
    this.redrawStrip();
    queueMicrotask(() => this.move(clamp(this.t, ...this.view)));
  }

  /** The width between the axes. */
  private inner(width: number): number {
    return Math.max(1, width - this.margins.left - this.margins.right);
  }

  private redrawStrip(): void {
    const width = this.stack.clientWidth;
    this.strip.element.setAttribute("width", String(width));
    if (this.day && width > 0) this.strip.draw(this.day, ...this.view, this.margins.left, this.inner(width));
  }

  private fit(): void {
    const width = this.stack.clientWidth;
    if (width === 0 || !this.day) return;
    if (margins(this.day, width).left !== this.margins.left) {
      this.plot();
      return;
    }
    this.guarded(() => this.plots.forEach(({ plot }) => plot.setSize({ width, height: plot.height })));
    this.redrawStrip();
    queueMicrotask(() => this.move(this.t));
  }

  private repaint(): void {
    this.plots.forEach(({ plot }) => plot.redraw(false, true));
    if (this.day) {
      this.choices(this.day);
      this.listEvents(this.day);
    }
  }

  private toggle(): void {
    if (this.player.playing) this.player.stop();
    else {
      this.play.textContent = this.words.pause;
      this.player.start();
    }
  }

  private key(event: KeyboardEvent): void {
    const step = (event.shiftKey ? 10 : 1) * MINUTE;
    const to: Record<string, number> = {
      ArrowRight: this.t + step,
      ArrowUp: this.t + step,
      ArrowLeft: this.t - step,
      ArrowDown: this.t - step,
      PageUp: this.t + 60 * MINUTE,
      PageDown: this.t - 60 * MINUTE,
      Home: this.view[0],
      End: this.view[1],
    };
    if (event.key in to) {
      this.player.stop();
      this.move(clamp(to[event.key], ...this.view));
    } else if (event.key === "Escape") this.zoomOut();
    else return;
    event.preventDefault();
  }

  end(): void {
    this.ends.forEach((end) => end());
  }
}

/** A piece of a system's line, as the plots draw it. */
function key(system: number): SVGElement {
  const line = { x1: 1, y1: 6, x2: 35, y2: 6, stroke: lineColour(system), "stroke-width": 2.5, "stroke-dasharray": DASHES[system % DASHES.length].join(" ") };
  return svg("svg", { class: "key", width: 36, height: 12, "aria-hidden": "true" }, svg("line", line));
}

export const mount: Mount = (element, words) => {
  const chart = new DayChart(element, words);
  return () => chart.end();
};
